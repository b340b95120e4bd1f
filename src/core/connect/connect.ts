import { type Address, parseAddress } from '../net/address.ts';
import type { Certificate } from '../net/certificate.ts';
import { type Connect, type Kept, newConnect, nowhere, type ConnectStep, ask, refuse } from './attempt.ts';
import { takeShown, trust } from './certificate.ts';
import { find, refuseRight, takeKey, takeSelf } from './right.ts';
import { takeUnreached } from './unreached.ts';
import type { PortalSettings } from '../docspace/settings.ts';
import type { Failure } from '../net/failure.ts';
import type { Reply } from '../docspace/question.ts';
import { assertNever, type Result, succeed } from '../base/result.ts';

export type ConnectEvent =
  | {
      type: 'opened';
      portal: string | null;
      address: Address | null;
      certificate: string | null;
      keyless: boolean;
    }
  | { type: 'submitted'; address: string; keyKind: Connect['keyKind'] | null; watched: readonly string[] }
  | { type: 'agreed' }
  | { type: 'edited' }
  | { type: 'replied'; attempt: number; reply: Reply }
  | { type: 'shown'; attempt: number; shown: Result<Certificate, Failure>; now: number }
  | { type: 'stored'; attempt: number; kept: Result<Kept, null> };

/** Takes an event through the steps. The stage says what is to be done next. */
export function stepConnect(connect: Connect, event: ConnectEvent): Connect {
  switch (event.type) {
    case 'opened':
      return {
        ...newConnect,
        attempt: connect.attempt + 1,
        portal: event.portal,
        proxy: connect.proxy,
        address: event.address ?? nowhere,
        certificate: event.certificate,
        keyless: event.keyless,
        stage: event.keyless ? { is: 'reading', inVain: false } : { is: 'form' },
      };
    case 'submitted':
      return submit(connect, event);
    case 'agreed':
      return connect.stage.is === 'consent' ? afterConsent(connect, connect.stage) : connect;
    case 'edited':
      return connect.stage.is === 'connected' || connect.stage.is === 'trusted'
        ? connect
        : { ...connect, attempt: connect.attempt + 1, stage: { is: 'form' } };
    case 'replied':
      return event.attempt === connect.attempt ? takeReply(connect, event.reply) : connect;
    case 'shown':
      return event.attempt === connect.attempt ? takeShown(connect, event.shown, event.now) : connect;
    case 'stored':
      return event.attempt === connect.attempt ? takeStored(connect, event.kept) : connect;
    default:
      return assertNever(event);
  }
}

function submit(connect: Connect, event: Extract<ConnectEvent, { type: 'submitted' }>): Connect {
  const { watched } = event;
  const { portal, proxy } = connect;
  const known = portal === null ? null : connect.certificate;
  const fresh = { ...newConnect, attempt: connect.attempt + 1, portal, proxy, certificate: known, watched };
  const address = portal === null ? parseAddress(event.address) : succeed(connect.address);
  if (!address.ok) return refuse(fresh, { at: 'address', why: address.reason });
  if (event.keyKind === null) return refuse(fresh, { at: 'key', why: 'malformed' });
  const { keyKind } = event;
  const typed = address.value.host;
  return ask({ ...fresh, keyKind, address: address.value, typed }, { ask: 'settings' });
}

function takeReply(connect: Connect, reply: Reply): Connect {
  switch (reply.ask) {
    case 'settings':
      return reply.got.ok
        ? takeSettings({ ...connect, proxy: null }, reply.got.value)
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
    case 'restore':
      return connect;
    default:
      return assertNever(reply);
  }
}

function takeSettings(connect: Connect, settings: PortalSettings): Connect {
  if (connect.portal === null && connect.watched.includes(connect.address.origin)) {
    return refuse(connect, { at: 'address', why: 'alreadyWatched' });
  }
  if (!settings.docSpace) return refuse(connect, { at: 'address', why: 'workspace' });
  if (connect.keyless) return { ...connect, stage: { is: 'trusted' } };
  const known = find(connect, { settings: succeed(settings) });
  if (settings.tenant !== 'active') return refuse(known, { at: 'right', why: settings.tenant });
  return ask(known, { ask: 'version' });
}

/** The key goes unencrypted to this machine only, or where the user agreed to it. */
function beforeKey(connect: Connect): Connect {
  const { address } = connect;
  const open = !address.encrypted && !address.loopback && connect.portal === null;
  return open ? { ...connect, stage: { is: 'consent', to: 'unencrypted' } } : askKey(connect);
}

function afterConsent(connect: Connect, consent: Extract<ConnectStep, { is: 'consent' }>): Connect {
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

function askKey(connect: Connect): Connect {
  return ask(connect, { ask: connect.keyKind === 'apiKey' ? 'key' : 'self' });
}

function takeStored(connect: Connect, kept: Result<Kept, null>): Connect {
  if (!kept.ok) return refuse(connect, { at: 'storing', why: 'notSaved' });
  return { ...connect, stage: { is: 'connected', kept: kept.value } };
}
