import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { Certificate } from '../../../src/core/net/certificate.ts';
import type { Kept } from '../../../src/core/connect/attempt.ts';
import type { KeyFacts } from '../../../src/core/docspace/key.ts';
import type { PortalSettings } from '../../../src/core/docspace/settings.ts';
import type { Portal } from '../../../src/core/portal.ts';
import type { Reply } from '../../../src/core/docspace/question.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { redirect } from '../../support/given.ts';
import { World } from './world.ts';

// What the adding of a portal can show, up to each stage.

export const typedKey = `sk-${'0123456789abcdef'.repeat(4)}`;

const settings: PortalSettings = {
  docSpace: true,
  standalone: false,
  name: 'Acme Documents',
  tenant: 'active',
};
const readOnlyKey: KeyFacts = {
  name: 'Keepwatch',
  readsBackups: true,
  writes: false,
  readOnly: true,
  expiresAt: Date.parse('2026-06-02T00:00Z'),
};

const replies = {
  settings: { ask: 'settings', got: succeed(settings) },
  version: { ask: 'version', got: succeed('3.7.2') },
  key: { ask: 'key', got: succeed(readOnlyKey) },
  restoring: { ask: 'settings', got: succeed({ ...settings, tenant: 'restoring' }) },
  mindedKey: {
    ask: 'key',
    got: succeed({ ...readOnlyKey, readOnly: false, expiresAt: Date.parse('2026-05-20T00:00Z') }),
  },
  limitedKey: { ask: 'key', got: succeed({ ...readOnlyKey, readsBackups: false }) },
  self: { ask: 'self', got: succeed({ name: 'Mara Lindqvist', administrator: true }) },
  progress: { ask: 'progress', scope: 'portal', got: succeed({ job: null }) },
  noSuchHost: { ask: 'settings', got: fail({ kind: 'noSuchHost', detail: 'ENOTFOUND' }) },
  unknownCertificate: {
    ask: 'settings',
    got: fail({ kind: 'certificate', problem: 'untrusted', detail: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }),
  },
  refusedKey: { ask: 'key', got: fail({ kind: 'keyRefused', detail: '401', retryAt: null }) },
  forbidden: {
    ask: 'progress',
    scope: 'portal',
    got: fail({ kind: 'forbidden', detail: '403', retryAt: null }),
  },
} satisfies Record<string, Reply>;

function submit(address: string, world = new World().at('14 16:00')): World {
  world.happen({ type: 'connectOpened', portal: null });
  return world.happen({ type: 'connectSubmitted', address, keyKind: 'apiKey' });
}

function found(world: World): World {
  return world.probe(replies.settings).probe(replies.version);
}

/** The portal was found, and its key is being tried; over http, that is asked for first. */
export function checking(address: string): Snapshot {
  return found(submit(address)).look();
}

export function refusedAddress(address: string): Snapshot {
  return submit(address).probe(replies.noSuchHost).look();
}

export function refusedKey(address: string): Snapshot {
  const asked = found(submit(address)).probe(replies.refusedKey).happen({ type: 'connectDue' });
  return asked.probe(replies.refusedKey).happen({ type: 'connectDue' }).probe(replies.refusedKey).look();
}

export function refusedRight(address: string): Snapshot {
  const asked = found(submit(address)).probe(replies.limitedKey).probe(replies.self);
  return asked.probe(replies.forbidden).look();
}

export function otherHost(address: string, location: string): Snapshot {
  return submit(address)
    .probe({ ask: 'settings', got: fail(redirect(location, `https://${address}`)) })
    .look();
}

export const certificate: Certificate = {
  pem: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n',
  subject: 'docs.kestrel.internal',
  issuer: 'Kestrel & Sons Internal Authority',
  validFrom: Date.parse('2026-03-03T00:00Z'),
  validTo: Date.parse('2027-03-03T00:00Z'),
  fingerprint: Array.from({ length: 32 }, (_, at) =>
    (0x9f + at * 37).toString(16).slice(-2).toUpperCase(),
  ).join(':'),
  fitsHost: true,
  trustedBySystem: false,
};

/** No authority has signed the portal’s certificate: it is shown. */
export function unknownCertificate(address: string): Snapshot {
  return submit(address).probe(replies.unknownCertificate).shows(certificate).look();
}

export function connected(address: string, kept: Kept = 'sealed', standalone = false): Snapshot {
  const world = found(submit(address, new World({ keptUntilQuit: kept === 'untilQuit' }).at('14 16:00')));
  world.probe(replies.key).probe(replies.self).probe(replies.progress);
  const portal: Portal = {
    id: 'acme',
    name: settings.name,
    origin: `https://${address}`,
    scopes: ['portal'],
    standalone,
  };
  const stored = succeed({ portal, kept });
  return world.happen({ type: 'connectStored', attempt: world.state.connect.attempt, stored }).look();
}

/** Connected, with all that there is to mind. */
export function minded(address: string): Snapshot {
  const world = found(submit(address, new World({ keptUntilQuit: true }).at('14 16:00')));
  world.happen({ type: 'connectAgreed' });
  world.probe(replies.mindedKey).probe(replies.self).probe(replies.progress);
  const portal: Portal = {
    id: 'acme',
    name: settings.name,
    origin: address,
    scopes: ['portal'],
    standalone: true,
  };
  const stored = succeed({ portal, kept: 'untilQuit' as const });
  return world.happen({ type: 'connectStored', attempt: world.state.connect.attempt, stored }).look();
}

export function restoring(address: string): Snapshot {
  return submit(address).probe(replies.restoring).look();
}

/** The portal that is to get another key cannot be reached: there is no field for its address to say so at. */
export function unreachedForAnotherKey(address: string): Snapshot {
  const world = new World().at('14 16:00');
  world.watch(settings.name, `https://${address}`);
  world.happen({ type: 'connectOpened', portal: 'acme' });
  world.happen({ type: 'connectSubmitted', address: '', keyKind: 'apiKey' });
  return world.probe(replies.noSuchHost).look();
}
