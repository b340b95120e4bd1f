import { addressOf, parseAddress } from '../net/address.ts';
import type { ConnectEvent } from './event.ts';
import type { Portal } from '../portal.ts';
import { type ConnectAttempt, type Kept, newAttempt, type ConnectStep, ask, refuse } from './attempt.ts';
import { takeShown, trust } from './certificate.ts';
import { takeKeyRefused } from './keyRetry.ts';
import { refuseRight, takeKey, takeSelf, withFindings } from './right.ts';
import { takeUnreached } from './unreached.ts';
import type { PortalSettings } from '../docspace/settings.ts';
import type { Reply } from '../docspace/question.ts';
import { assertNever, type Result, succeed } from '../base/result.ts';

/** What adding a portal has to know of the rest: the portals that are watched already, and the time. */
export type ConnectContext = { portals: readonly Portal[]; now: number };

/** Takes an event through the steps. The stage says what is to be done next. */
export function stepConnect(
  connect: ConnectAttempt,
  event: ConnectEvent,
  context: ConnectContext,
): ConnectAttempt {
  switch (event.type) {
    case 'connectOpened':
      return open(connect, portalOf(event.portal, context));
    case 'certificateOpened':
      return openCertificate(connect, portalOf(event.portal, context));
    case 'connectSubmitted':
      return submit(connect, event);
    case 'connectAgreed':
      return connect.stage.is === 'consent' ? afterConsent(connect, connect.stage) : connect;
    case 'connectEdited':
      return connect.stage.is === 'connected' || connect.stage.is === 'trusted'
        ? connect
        : { ...connect, attempt: connect.attempt + 1, stage: { is: 'form' } };
    case 'connectDue':
      return connect.stage.is === 'waiting' ? ask(connect, connect.stage.question) : connect;
    case 'connectMoved':
      return move(connect, event.origin);
    case 'connectReplied':
      return event.attempt === connect.attempt ? takeReply(connect, event.reply, context) : connect;
    case 'certificateShown':
      return event.attempt === connect.attempt ? takeShown(connect, event.shown, context.now) : connect;
    case 'connectStored':
      return event.attempt === connect.attempt ? takeStored(connect, event.stored) : connect;
    default:
      return assertNever(event);
  }
}

function portalOf(id: string | null, { portals }: ConnectContext): Portal | null {
  return portals.find((portal) => portal.id === id) ?? null;
}

/** The form: for a new key of a portal that is watched, or for a portal to be added. */
function open({ attempt, proxy }: ConnectAttempt, portal: Portal | null): ConnectAttempt {
  const form = { ...newAttempt, attempt: attempt + 1, proxy };
  if (portal === null) return form;
  const { id, origin, certificate = null } = portal;
  return { ...form, portal: id, address: addressOf(new URL(origin)), certificate };
}

function openCertificate(connect: ConnectAttempt, portal: Portal | null): ConnectAttempt {
  const form = open(connect, portal);
  return portal === null ? form : { ...form, keyless: true, stage: { is: 'reading', inVain: false } };
}

function submit(
  connect: ConnectAttempt,
  event: Extract<ConnectEvent, { type: 'connectSubmitted' }>,
): ConnectAttempt {
  const { portal, proxy, address: own, certificate } = connect;
  // A portal that is watched stays where it is, and what is trusted of it with it.
  const known = portal === null ? {} : { address: own, certificate };
  const fresh = { ...newAttempt, attempt: connect.attempt + 1, portal, proxy, ...known };
  const address = portal === null ? parseAddress(event.address) : succeed(own);
  if (!address.ok) return refuse(fresh, { at: 'address', why: address.reason });
  if (event.keyKind === null) return refuse(fresh, { at: 'key', why: 'malformed' });
  const { keyKind } = event;
  const typed = address.value.host;
  return ask({ ...fresh, keyKind, address: address.value, typed }, { ask: 'settings' });
}

/** What was asked of it unencrypted counts no more. */
function move(connect: ConnectAttempt, origin: string): ConnectAttempt {
  // Being stored, it is asked nothing more, and its new key becomes that of the portal where it is then.
  if (connect.stage.is === 'storing') return connect;
  const address = addressOf(new URL(origin));
  const moved = { ...connect, attempt: connect.attempt + 1, address, certificate: null };
  const tried = connect.stage.is === 'asking' || connect.stage.is === 'waiting';
  return tried ? ask(moved, { ask: 'settings' }) : moved;
}

function takeReply(connect: ConnectAttempt, reply: Reply, context: ConnectContext): ConnectAttempt {
  const failure = reply.got.ok ? null : reply.got.reason;
  if (failure?.kind === 'redirected' && failure.to.leads === 'upgrade')
    return takeUnreached(connect, failure);
  // What is asked without it refuses no key.
  const keyed = reply.ask !== 'settings' && reply.ask !== 'version';
  if (failure?.kind === 'keyRefused' && keyed) return takeKeyRefused(connect, context.now);
  switch (reply.ask) {
    case 'settings':
      return reply.got.ok
        ? takeSettings({ ...connect, proxy: null }, reply.got.value, context)
        : takeUnreached(connect, reply.got.reason);
    case 'version':
      return beforeKey({ ...connect, version: reply.got.ok ? reply.got.value : '' });
    case 'key':
      return takeKey(connect, reply.got);
    case 'self':
      return takeSelf(connect, reply.got);
    case 'progress':
      return reply.got.ok ? { ...connect, stage: { is: 'storing' } } : refuseRight(connect, reply.got.reason);
    case 'history':
    case 'schedule':
    case 'timeZone':
    case 'freeBackups':
    case 'restore':
    case 'start':
    case 'stop':
      return connect;
    default:
      return assertNever(reply);
  }
}

function takeSettings(
  connect: ConnectAttempt,
  settings: PortalSettings,
  { portals }: ConnectContext,
): ConnectAttempt {
  const { portal, address } = connect;
  if (portal === null && portals.some(({ origin }) => origin === address.origin)) {
    return refuse(connect, { at: 'address', why: 'alreadyWatched' });
  }
  if (!settings.docSpace) return refuse(connect, { at: 'address', why: 'workspace' });
  if (connect.keyless) return { ...connect, stage: { is: 'trusted' } };
  const known = withFindings(connect, { settings: succeed(settings) });
  if (settings.tenant !== 'active') return refuse(known, { at: 'right', why: settings.tenant });
  return ask(known, { ask: 'version' });
}

/** The key goes unencrypted to this machine only, or where the user agreed to it. */
function beforeKey(connect: ConnectAttempt): ConnectAttempt {
  const { address } = connect;
  const open = !address.encrypted && !address.loopback && connect.portal === null;
  return open ? { ...connect, stage: { is: 'consent', to: 'unencrypted' } } : askKey(connect);
}

function afterConsent(
  connect: ConnectAttempt,
  consent: Extract<ConnectStep, { is: 'consent' }>,
): ConnectAttempt {
  switch (consent.to) {
    case 'unencrypted':
      return askKey(connect);
    case 'otherHost':
      return ask(connect, { ask: 'settings' });
    case 'certificate':
      return ask(trust(connect, consent.shown), { ask: 'settings' });
    default:
      return assertNever(consent);
  }
}

function askKey(connect: ConnectAttempt): ConnectAttempt {
  return ask(connect, { ask: connect.keyKind === 'apiKey' ? 'key' : 'self' });
}

function takeStored(connect: ConnectAttempt, stored: Result<{ kept: Kept }, null>): ConnectAttempt {
  if (!stored.ok) return refuse(connect, { at: 'storing', why: 'notSaved' });
  return { ...connect, stage: { is: 'connected', kept: stored.value.kept } };
}
