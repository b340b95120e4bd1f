import { addressOf } from '../address.ts';
import { type Connect, type ConnectEvent, nameOf, stepConnect } from '../connect.ts';
import type { ConnectingEvent, Effect } from '../event.ts';
import type { Portal } from '../portal.ts';
import { toOne } from '../portals.ts';
import { never, succeed } from '../result.ts';
import type { State } from '../state.ts';
import { type Moment, only, type Step, surroundings, withPortals } from './step.ts';
import { beginWatch } from '../watch.ts';

/** Takes an event through the adding of a portal, and does what its new stage asks for. */
export function connectPortal(state: State, event: ConnectingEvent, moment: Moment): Step {
  const connect = stepConnect(state.connect, connectEventOf(state, event));
  const next = { ...state, connect };
  const effects = connect === state.connect ? [] : effectsOf(next);
  const current = event.type === 'connectStored' && event.attempt === connect.attempt;
  const step = current && event.stored.ok ? watchPortal(next, event.stored.value.portal, moment) : only(next);
  return { ...step, effects: [...effects, ...step.effects] };
}

/** Gives up what is being connected: no answer of it counts, and the key that was typed in is forgotten. */
export function endConnecting(state: State): Step {
  const connect = stepConnect(state.connect, { type: 'opened', portal: null, address: null });
  return { state: { ...state, connect }, effects: [{ do: 'dropAttempt' }] };
}

function connectEventOf(state: State, event: ConnectingEvent): ConnectEvent {
  switch (event.type) {
    case 'connectOpened': {
      const portal = state.watches.find((watch) => watch.portal.id === event.portal)?.portal ?? null;
      const address = portal === null ? null : addressOf(new URL(portal.origin));
      return { type: 'opened', portal: portal?.id ?? null, address };
    }
    case 'connectSubmitted': {
      const watched = state.watches.map(({ portal }) => portal.origin);
      return { type: 'submitted', address: event.address, keyKind: event.keyKind, watched };
    }
    case 'connectAgreed':
      return { type: 'agreed' };
    case 'connectEdited':
      return { type: 'edited' };
    case 'connectReplied':
      return { type: 'replied', attempt: event.attempt, reply: event.reply };
    case 'connectStored': {
      const { attempt, stored } = event;
      return { type: 'stored', attempt, kept: stored.ok ? succeed(stored.value.kept) : stored };
    }
    default:
      return never(event);
  }
}

function effectsOf({ connect }: State): Effect[] {
  const { stage, attempt } = connect;
  switch (stage.is) {
    case 'asking':
      return [{ do: 'probe', attempt, origin: connect.address.origin, question: stage.question }];
    case 'storing':
      return [{ do: 'store', attempt, portal: portalOf(connect) }];
    case 'form':
    case 'refused':
    case 'connected':
      return [{ do: 'dropAttempt' }];
    case 'consent':
      return [];
    default:
      return never(stage);
  }
}

function portalOf(connect: Connect) {
  const { portal, address } = connect;
  return { id: portal, name: nameOf(connect), origin: address.origin, scopes: ['portal' as const] };
}

function watchPortal(state: State, portal: Portal, moment: Moment): Step {
  const around = surroundings(state, moment);
  const known = state.watches.some((watch) => watch.portal.id === portal.id);
  const watches = known ? state.watches : [...state.watches, beginWatch(portal, moment.now, moment.chance)];
  return withPortals(state, toOne(watches, portal.id, { type: 'newKey' }, around));
}
