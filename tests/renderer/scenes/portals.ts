import type { Snapshot } from '../../../src/contract/snapshot.ts';
import type { Certificate } from '../../../src/core/net/certificate.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { timeOf, World } from './world.ts';

// What the list of portals can show, on Thursday, 14 May.

export function firstStart(): Snapshot {
  return new World().at('14 16:00').look();
}

function acme(world: World): string {
  return world.watch('Acme Documents', 'https://acme.onlyoffice.com');
}

export function oneFirstLook(): Snapshot {
  const world = new World().at('14 16:00');
  world.watch('Acme Documents', 'https://acme.onlyoffice.com', { answers: false });
  return world.look();
}

/** A portal alone, with a backup of yesterday. */
function one(): World {
  const world = new World().at('13 03:20');
  const portal = acme(world);
  world.run(portal, { from: 70 }).at('13 03:24').finish(portal).at('13 03:25');
  return world.idle(portal).at('14 15:56');
}

export function oneRunning(): Snapshot {
  return one().run('acme', { seconds: 6 }).at('14 16:00:15').look();
}

export function oneFinished(): Snapshot {
  const world = one().run('acme', { seconds: 6 }).at('14 16:04');
  const link = '/products/files/tmp/acme_2026-05-14_15-56-02.tar.gz?auth=1';
  return world.finish('acme', link).at('14 16:04:30').look();
}

/** The same with all that there is to say of it. */
export function oneFinishedWithFacts(): Snapshot {
  const world = one().limitKey('acme', '31 12:00').at('15 15:56').run('acme', { seconds: 6 }).at('15 16:04');
  const link = '/products/files/tmp/acme_2026-05-15_15-56-02.tar.gz?auth=1';
  return world.finish('acme', link).at('15 16:04:30').look();
}

const tableError = 'Can’t backup table files_file.';

export function oneFailed(): Snapshot {
  const world = one().run('acme', { seconds: 6 }).at('14 16:02:20');
  return world.breakOff('acme', 63, tableError).at('14 16:03').look();
}

export function oneStuck(): Snapshot {
  return one().run('acme', { from: 37 }).at('14 16:45').look();
}

export function oneOffline(): Snapshot {
  return one().happen({ type: 'network', online: false }).at('14 16:02').look();
}

/** A portal whose key may start and stop backups. */
function writable(): World {
  const world = new World().at('14 15:00');
  acme(world);
  return world.letWrite('acme').at('14 15:56');
}

export function oneWritable(): Snapshot {
  return writable().look();
}

export function oneStoppable(): Snapshot {
  return writable().run('acme', { seconds: 6 }).at('14 16:00:15').look();
}

/** The portal has refused to start one. */
export function oneRefused(): Snapshot {
  const world = writable();
  world.happen({ type: 'startBackup', portal: 'acme', scope: 'portal', storage: 'temporary' });
  return world.at('14 15:57').look();
}

/** Two portals, of which one can be started and one stopped. */
export function twoWritable(): Snapshot {
  const world = writable();
  world.watch('Nordlicht Verlag', 'https://docs.nordlicht.example');
  return world.letWrite('nordlicht').at('14 15:58').run('nordlicht', { seconds: 6 }).at('14 16:00:15').look();
}

export function onePaused(): Snapshot {
  return one().happen({ type: 'paused', until: Infinity }).at('14 16:02').look();
}

export function oneUnencrypted(): Snapshot {
  const world = new World().at('14 16:00');
  world.watch('Workshop', 'http://192.168.1.20');
  return world.at('14 16:00:03').look();
}

/** A portal that shows a certificate of its own, and is asked after a week to be backed up. */
export function trusting(): Snapshot {
  const world = new World().at('14 16:00');
  const certificate = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
  world.watch('Workshop', 'https://192.168.1.20', { certificate, warnAfter: 7 });
  return world.at('14 16:00:03').look();
}

/** Two portals that their servers have moved to https: of one that was a while ago, the other does not answer there. */
export function moved(): Snapshot {
  const world = new World().at('14 16:00');
  world.watch('Workshop', 'https://192.168.1.20', { encryptedSince: null });
  world.watch('Kestrel Legal', 'https://docs.kestrel.internal', { encryptedSince: timeOf('13 09:12') });
  return world.at('14 16:04').look();
}

/** Four portals in the order in which they were added, two of them with a backup of this week. */
function crowd(): World {
  const world = new World();
  const first = acme(world);
  const second = world.watch('Nordlicht Verlag', 'https://docs.nordlicht.example');
  world.watch('Kestrel Legal', 'https://kestrel.onlyoffice.com');
  world.watch('Borealis Clinic', 'https://borealis.example');
  world.run(second, { from: 80 }).at('11 02:51').finish(second).at('11 02:52').idle(second);
  return world
    .at('13 03:20')
    .run(first, { from: 70, seconds: 12 })
    .at('13 03:24')
    .finish(first)
    .at('13 03:25')
    .idle(first);
}

function failBorealis(world: World): World {
  world.at('14 02:45').run('borealis', { seconds: 5.7 }).at('14 02:51');
  return world.breakOff('borealis', 63, tableError).at('14 02:52');
}

const kestrelLink = '/products/files/tmp/kestrel_2026-05-14.tar.gz?auth=1';

export function fourPortals(): Snapshot {
  const world = failBorealis(crowd()).at('14 15:49').run('nordlicht', { from: 90 });
  world.at('14 15:55').run('kestrel', { from: 80 }).at('14 15:57').run('acme', { seconds: 6 });
  world.at('14 16:00').finish('kestrel', kestrelLink, '14 18:40');
  return world.at('14 16:01:15').look();
}

const away = { kind: 'timeout', detail: 'UND_ERR_CONNECT_TIMEOUT' } as const;

function troubled(): World {
  const world = failBorealis(crowd()).at('14 09:04').run('kestrel', { from: 37 }).at('14 09:12');
  world.fail('acme', { kind: 'keyRefused', detail: '401', retryAt: null });
  return world.at('14 09:41').fail('nordlicht', away).at('14 09:53');
}

export function trouble(): Snapshot {
  return troubled().look();
}

/** The form for a new key, opened from there. */
export function changingAcmesKey(): Snapshot {
  return troubled().happen({ type: 'connectOpened', portal: 'acme' }).look();
}

/** A portal whose certificate its user trusted, and which shows another one since this morning. */
function changed(): World {
  const world = crowd().at('14 09:12');
  world.fail('kestrel', { kind: 'certificate', problem: 'changed', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
  return world.at('14 09:20');
}

export function certificateChanged(): Snapshot {
  return changed().look();
}

export function readingCertificate(): Snapshot {
  return changed().happen({ type: 'certificateOpened', portal: 'kestrel' }).look();
}

export function shownCertificate(certificate: Certificate): Snapshot {
  return changed().happen({ type: 'certificateOpened', portal: 'kestrel' }).shows(certificate).look();
}

export function offline(): Snapshot {
  const world = crowd().happen({ type: 'remove', portal: 'borealis' }).at('14 08:00');
  world.run('kestrel', { from: 80 }).at('14 08:02').finish('kestrel', kestrelLink);
  world.at('14 09:36').run('acme', { seconds: 7 }).at('14 09:41');
  return world.happen({ type: 'network', online: false }).at('14 09:46').look();
}

export function paused(): Snapshot {
  const world = crowd().happen({ type: 'remove', portal: 'borealis' });
  world.happen({ type: 'remove', portal: 'kestrel' }).at('14 13:50').run('nordlicht', { from: 90 });
  const until = Date.parse('2026-05-14T14:30Z');
  return world.at('14 13:58').happen({ type: 'paused', until }).at('14 14:05').look();
}

/** One proxy asks for a password, another one has got it. */
export function behindProxies(): Snapshot {
  const world = crowd().at('14 09:12');
  const proxy = 'http://proxy.kestrel.example:3128';
  world.fail('kestrel', { kind: 'proxy', problem: 'signIn', proxy, detail: '407' });
  world.happen({ type: 'application', facts: { signedInTo: ['http://proxy.acme.example'] } });
  return world.at('14 09:20').look();
}

/** Nothing to do but to mind the keyring. */
export function calm(): Snapshot {
  const world = crowd().happen({ type: 'application', facts: { keptUntilQuit: true } });
  return world.happen({ type: 'remove', portal: 'borealis' }).at('14 16:00').look();
}

/** Three servers of one's own: one backs itself up beside its portal, one may not be seen, one is not watched. */
function standalone(): World {
  const world = new World().at('14 15:00');
  for (const [name, host] of [
    ['Acme Documents', 'docs.acme.example'],
    ['Nordlicht Verlag', 'docs.nordlicht.example'],
    ['Kestrel Legal', 'docs.kestrel.example'],
  ] as const) {
    world.watch(name, `https://${host}`, { standalone: true });
  }
  world.dumps('acme', succeed({ percent: 0 })).dumps('nordlicht', fail(forbidden));
  return world.at('14 15:57').run('acme', { seconds: 6 }).at('14 16:01:15');
}

const forbidden = { kind: 'forbidden', detail: '403', retryAt: null } as const;

export function wholeServers(): Snapshot {
  return standalone().look();
}

export function oneWholeServer(): Snapshot {
  const world = standalone().happen({ type: 'remove', portal: 'nordlicht' });
  return world.happen({ type: 'remove', portal: 'kestrel' }).look();
}
