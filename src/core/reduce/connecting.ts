import { type ConnectContext, stepConnect } from '../connect/connect.ts';
import { knownOf, portalNameOf } from '../connect/attempt.ts';
import type { ConnectEvent } from '../connect/event.ts';
import type { Effect } from '../effect.ts';
import { judgeRedirect } from '../net/redirect.ts';
import type { Portal } from '../portal.ts';
import { stepPortal } from './portals.ts';
import { assertNever } from '../base/result.ts';
import type { State } from '../state.ts';
import type { Moment, Step } from './step.ts';
import { newWatch, type Watch } from '../watch/watch.ts';

/** Takes an event through the adding of a portal, and does what its new stage asks for. */
export function connectPortal(state: State, event: ConnectEvent, moment: Moment): Step {
  const connect = stepConnect(state.connect, event, contextOf(state, moment));
  const next = upgradeWatched({ ...state, connect }, moment);
  const effects = connect === state.connect ? [] : [...unlockFor(state, event), ...effectsOf(next)];
  const current = event.type === 'connectStored' && event.attempt === connect.attempt;
  if (current && event.stored.ok) {
    return { state: watchPortal(next, event.stored.value.portal, moment), effects };
  }
  return { state: newlyTrusted(state, next) ? trustPortal(next, moment) : next, effects };
}

/** A portal that is met at https while it gets a new key is moved at once: its old key, too, goes there only. */
function upgradeWatched(state: State, moment: Moment): State {
  const { portal: id, address } = state.connect;
  const watched = state.watches.find(({ portal }) => portal.id === id)?.portal;
  if (watched === undefined || judgeRedirect(watched.origin, address.origin).leads !== 'upgrade')
    return state;
  return stepPortal(state, id, { type: 'upgraded', origin: address.origin }, moment);
}

/** A key that is about to be kept is reason enough to ask for a locked keyring; a missing one is made by its button. */
function unlockFor({ application }: State, { type }: ConnectEvent): Effect[] {
  return type === 'connectSubmitted' && application.keyring === 'locked' ? [{ do: 'unlockKeyring' }] : [];
}

/** Gives up what is being connected: no answer of it counts, and the key that was typed in is forgotten. */
export function endConnecting(state: State, moment: Moment): Step {
  const event = { type: 'connectOpened', portal: null } as const;
  const connect = stepConnect(state.connect, event, contextOf(state, moment));
  return { state: { ...state, connect }, effects: [{ do: 'dropAttempt' }] };
}

function contextOf({ watches }: State, { now }: Moment): ConnectContext {
  return { portals: watches.map(({ portal }) => portal), now };
}

function effectsOf(state: State): Effect[] {
  const { connect } = state;
  const { stage, attempt, certificate } = connect;
  const { origin } = connect.address;
  switch (stage.is) {
    case 'asking':
      return [{ do: 'probe', attempt, origin, certificate, question: stage.question }];
    case 'reading':
      return [{ do: 'readCertificate', attempt, origin }];
    case 'storing':
      return [{ do: 'store', attempt, portal: portalOf(state) }];
    case 'form':
    case 'refused':
    case 'connected':
    case 'trusted':
      return [{ do: 'dropAttempt' }];
    case 'waiting':
    case 'consent':
      return [];
    default:
      return assertNever(stage);
  }
}

function portalOf({ connect, watches }: State) {
  const { portal, address, certificate } = connect;
  const own = portalNameOf(connect);
  // Many portals keep the name they were installed with: a second one goes by its address.
  const name = watches.some((watch) => watch.portal.name === own) ? address.host : own;
  const standalone = knownOf(connect).settings?.standalone === true;
  const plain = { id: portal, name, origin: address.origin, scopes: ['portal' as const], standalone };
  return certificate === null ? plain : { ...plain, certificate };
}

function watchPortal(state: State, portal: Portal, moment: Moment): State {
  const known = state.watches.some(({ portal: { id } }) => id === portal.id);
  const watches = known
    ? state.watches.map((watch) => (watch.portal.id === portal.id ? relearn(watch, portal) : watch))
    : [...state.watches, newWatch(portal, moment.now, moment.chance)];
  const event = { type: 'newKey', certificate: portal.certificate } as const;
  return stepPortal({ ...state, watches }, portal.id, event, moment);
}

function newlyTrusted(before: State, { connect }: State): boolean {
  return connect.stage.is === 'trusted' && before.connect.stage.is !== 'trusted';
}

/** The portal goes on with the certificate that its user has looked at. */
function trustPortal(state: State, moment: Moment): State {
  const { portal, certificate } = state.connect;
  const event = { type: 'trusted', certificate: certificate ?? undefined } as const;
  return stepPortal(state, portal, event, moment);
}

/** With a new key a portal keeps its name and what is watched of it; what it has said of itself counts anew. */
function relearn(watch: Watch, { standalone = false }: Portal): Watch {
  const { portal } = watch;
  return (portal.standalone ?? false) === standalone
    ? watch
    : { ...watch, portal: { ...portal, standalone } };
}
