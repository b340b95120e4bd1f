import { type Address, type AddressRefusal, judgeRedirect, parseAddress } from './address.ts';
import type { KeyFacts } from './docspace/key.ts';
import type { Self } from './docspace/self.ts';
import type { PortalSettings } from './docspace/settings.ts';
import type { Failure } from './failure.ts';
import { type Findings, type ForbiddenCause, noFindings, whyForbidden } from './forbidden.ts';
import type { Question, Reply } from './question.ts';
import { never, type Result, succeed } from './result.ts';

/** Adding a portal, or giving one a new key. Nothing is stored, and no consent is taken for granted, before the end. */
export type Connect = {
  /** Tells the replies of this attempt from those of one that was given up. */
  attempt: number;
  /** The portal that gets a new key, or null for one that is added. */
  portal: string | null;
  stage: Stage;
  address: Address;
  /** The host that was typed, before any redirect. */
  typed: string;
  /** Session tokens have no page about themselves. */
  keyKind: 'apiKey' | 'sessionToken';
  hops: number;
  /** The origins that are watched already. */
  watched: readonly string[];
  version: string;
  /** What the portal, the key and its owner have shown so far. */
  findings: Findings;
};

export type Stage =
  | { is: 'form' }
  | { is: 'asking'; question: Question }
  | { is: 'consent'; to: 'unencrypted' | 'otherHost' }
  | { is: 'refused'; refusal: Refusal }
  /** All went well: the key is being sealed and the portal saved. */
  | { is: 'storing' }
  | { is: 'connected'; kept: Kept };

/** How the key is kept: sealed by the system's keyring, or in memory until Keepwatch quits. */
export type Kept = 'sealed' | 'untilQuit';

/** Which of the steps failed, and why. */
export type Refusal =
  | { at: 'address'; why: AddressRefusal | 'alreadyWatched' | 'downgrade' | 'tooManyRedirects' | 'workspace' }
  | { at: 'address'; why: 'failure'; failure: Failure }
  | { at: 'key'; why: 'malformed' | 'refused' }
  | { at: 'right'; why: ForbiddenCause }
  | { at: 'right'; why: 'failure'; failure: Failure }
  | { at: 'storing'; why: 'notSaved' };

export type ConnectEvent =
  | { type: 'opened'; portal: string | null; address: Address | null }
  | { type: 'submitted'; address: string; keyKind: Connect['keyKind'] | null; watched: readonly string[] }
  | { type: 'agreed' }
  | { type: 'edited' }
  | { type: 'replied'; attempt: number; reply: Reply }
  | { type: 'stored'; attempt: number; kept: Result<Kept, null> };

/** Before an address was entered. */
const nowhere: Address = { origin: '', host: '', encrypted: true, loopback: false };

export const newConnect: Connect = {
  attempt: 0,
  portal: null,
  stage: { is: 'form' },
  address: nowhere,
  typed: '',
  keyKind: 'apiKey',
  hops: 0,
  watched: [],
  version: '',
  findings: noFindings,
};

/** What is known of a portal that is being connected; null while it is not. */
export type Known = { settings: PortalSettings | null; key: KeyFacts | null; self: Self | null };

export function knownOf({ findings: { settings, key, self } }: Connect): Known {
  return {
    settings: settings?.ok ? settings.value : null,
    key: key?.ok ? key.value : null,
    self: self?.ok ? self.value : null,
  };
}

/** What the portal calls itself; its host where it has no name. */
export function nameOf(connect: Connect): string {
  return knownOf(connect).settings?.name || connect.address.host;
}

const mostHops = 5;

/** Takes an event through the steps. The stage says what is to be done next. */
export function stepConnect(connect: Connect, event: ConnectEvent): Connect {
  switch (event.type) {
    case 'opened':
      return {
        ...newConnect,
        attempt: connect.attempt + 1,
        portal: event.portal,
        address: event.address ?? nowhere,
      };
    case 'submitted':
      return submit(connect, event);
    case 'agreed':
      return connect.stage.is === 'consent' ? afterConsent(connect, connect.stage.to) : connect;
    case 'edited':
      return connect.stage.is === 'connected'
        ? connect
        : { ...connect, attempt: connect.attempt + 1, stage: { is: 'form' } };
    case 'replied':
      return event.attempt === connect.attempt ? takeReply(connect, event.reply) : connect;
    case 'stored':
      return event.attempt === connect.attempt ? takeStored(connect, event.kept) : connect;
    default:
      return never(event);
  }
}

function submit(connect: Connect, event: Extract<ConnectEvent, { type: 'submitted' }>): Connect {
  const { watched } = event;
  const fresh = { ...newConnect, attempt: connect.attempt + 1, portal: connect.portal, watched };
  const address = connect.portal === null ? parseAddress(event.address) : succeed(connect.address);
  if (!address.ok) return refuse(fresh, { at: 'address', why: address.reason });
  if (event.keyKind === null) return refuse(fresh, { at: 'key', why: 'malformed' });
  const { keyKind } = event;
  const typed = address.value.host;
  return ask({ ...fresh, keyKind, address: address.value, typed }, { ask: 'settings' });
}

function ask(connect: Connect, question: Question): Connect {
  return { ...connect, stage: { is: 'asking', question } };
}

function refuse(connect: Connect, refusal: Refusal): Connect {
  return { ...connect, stage: { is: 'refused', refusal } };
}

function takeReply(connect: Connect, reply: Reply): Connect {
  switch (reply.ask) {
    case 'settings':
      return reply.got.ok ? takeSettings(connect, reply.got.value) : takeUnreached(connect, reply.got.reason);
    case 'version':
      return beforeKey({ ...connect, version: reply.got.ok ? reply.got.value : '' });
    case 'key':
      return takeKey(connect, reply.got);
    case 'self':
      return takeSelf(connect, reply.got);
    case 'progress':
      return reply.got.ok ? { ...connect, stage: { is: 'storing' } } : refuseRight(connect, reply.got.reason);
    case 'history':
    case 'restore':
      return connect;
    default:
      return never(reply);
  }
}

function takeSettings(connect: Connect, settings: PortalSettings): Connect {
  if (connect.portal === null && connect.watched.includes(connect.address.origin)) {
    return refuse(connect, { at: 'address', why: 'alreadyWatched' });
  }
  if (!settings.docSpace) return refuse(connect, { at: 'address', why: 'workspace' });
  const known = find(connect, { settings: succeed(settings) });
  if (settings.tenant !== 'active') return refuse(known, { at: 'right', why: settings.tenant });
  return ask(known, { ask: 'version' });
}

function takeUnreached(connect: Connect, failure: Failure): Connect {
  if (failure.kind !== 'redirected' || connect.portal !== null) {
    return refuse(connect, { at: 'address', why: 'failure', failure });
  }
  const verdict = judgeRedirect(connect.address, failure.location);
  if (verdict.may === 'refuse') return refuse(connect, { at: 'address', why: 'downgrade' });
  if (connect.hops >= mostHops) return refuse(connect, { at: 'address', why: 'tooManyRedirects' });
  const moved = { ...connect, address: verdict.address, hops: connect.hops + 1 };
  if (verdict.may === 'ask') return { ...moved, stage: { is: 'consent', to: 'otherHost' } };
  // The same page again would redirect for ever; only another origin is worth another question.
  const elsewhere = verdict.address.origin !== connect.address.origin;
  return elsewhere
    ? ask(moved, { ask: 'settings' })
    : refuse(connect, { at: 'address', why: 'failure', failure });
}

/** The key goes unencrypted to this machine only, or where the user agreed to it. */
function beforeKey(connect: Connect): Connect {
  const { address } = connect;
  const open = !address.encrypted && !address.loopback && connect.portal === null;
  return open ? { ...connect, stage: { is: 'consent', to: 'unencrypted' } } : askKey(connect);
}

function afterConsent(connect: Connect, to: 'unencrypted' | 'otherHost'): Connect {
  return to === 'otherHost' ? ask(connect, { ask: 'settings' }) : askKey(connect);
}

function askKey(connect: Connect): Connect {
  return ask(connect, { ask: connect.keyKind === 'apiKey' ? 'key' : 'self' });
}

function find(connect: Connect, found: Partial<Findings>): Connect {
  return { ...connect, findings: { ...connect.findings, ...found } };
}

function takeKey(connect: Connect, got: Result<KeyFacts, Failure>): Connect {
  const known = find(connect, { key: got });
  if (got.ok) return ask(known, { ask: 'self' });
  if (isRefusedKey(got.reason)) return refuse(connect, { at: 'key', why: 'refused' });
  // Servers before DocSpace 3.2.1 have no such page; what the key may do shows when backups are asked for.
  if (got.reason.kind === 'notThere' || got.reason.kind === 'forbidden') return ask(known, { ask: 'self' });
  return refuse(connect, { at: 'right', why: 'failure', failure: got.reason });
}

function takeSelf(connect: Connect, got: Result<Self, Failure>): Connect {
  if (!got.ok && isRefusedKey(got.reason)) return refuse(connect, { at: 'key', why: 'refused' });
  return ask(find(connect, { self: got }), { ask: 'progress', scope: 'portal' });
}

function isRefusedKey(failure: Failure): boolean {
  return failure.kind === 'keyRefused';
}

function refuseRight(connect: Connect, failure: Failure): Connect {
  if (isRefusedKey(failure)) return refuse(connect, { at: 'key', why: 'refused' });
  if (failure.kind !== 'forbidden') return refuse(connect, { at: 'right', why: 'failure', failure });
  return refuse(connect, { at: 'right', why: whyForbidden(connect.findings) });
}

function takeStored(connect: Connect, kept: Result<Kept, null>): Connect {
  if (!kept.ok) return refuse(connect, { at: 'storing', why: 'notSaved' });
  return { ...connect, stage: { is: 'connected', kept: kept.value } };
}
