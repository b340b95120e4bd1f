import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { ArchiveContents, SaveFailure } from '../../../src/core/saving/order.ts';
import { World } from './world.ts';

// What the window shows of archives that are saved, on Thursday, 14 May.

const folder = '/mnt/backups/Acme Documents';
const link = '/products/files/tmp/acme_2026-05-14_15-56-02.tar.gz?auth=1';
const size = 4_200_000_000;

/** The backup of a portal has finished, and its archive is wanted. */
function wanted(names: readonly string[]): World {
  const world = new World().at('14 15:50');
  for (const name of names) {
    const host = `${name.toLowerCase().split(' ')[0]}.onlyoffice.com`;
    world.watch(name, `https://${host}`, { saveTo: { folder, keep: 7 } });
  }
  world.at('14 15:56').run('acme', { seconds: 6 }).at('14 16:04').finish('acme', link);
  return world.at('14 16:04:30');
}

const alone = ['Acme Documents'];
const several = [...alone, 'Nordlicht Verlag'];

function backupOf(world: World): { scope: 'portal'; job: string } {
  const [watch] = world.state.watches;
  return { scope: 'portal', job: watch?.saving.wanted[0]?.backup.job ?? '' };
}

/** Half of it has come. */
function coming(names: readonly string[]): World {
  const world = wanted(names);
  const backup = backupOf(world);
  for (const second of [0, 5, 9]) {
    const done = 1_700_000_000 + second * 31_000_000;
    const progress = { stage: 'receiving' as const, done, size };
    world.at(`14 16:04:${31 + second}`).happen({ type: 'saveProgress', portal: 'acme', backup, progress });
  }
  return world;
}

/** It has been saved. */
function ended(names: readonly string[], contents: ArchiveContents | 'damaged'): World {
  const world = coming(names);
  const name = contents === 'damaged' ? 'acme.damaged.tar.gz' : 'acme_2026-05-14_15-56-02.tar.gz';
  const archive = { file: `${folder}/${name}`, bytes: size, sha256: '0'.repeat(64), contents };
  const backup = backupOf(world);
  return world.happen({ type: 'saveEnded', portal: 'acme', backup, result: succeed(archive) });
}

function broken(names: readonly string[], failure: SaveFailure): World {
  const world = coming(names);
  return world.happen({
    type: 'saveEnded',
    portal: 'acme',
    backup: backupOf(world),
    result: fail(failure),
  });
}

const contents = { files: 14_203, bytes: 9_000_000_000, databases: true, storage: true, missing: 2 };
const timeout = { kind: 'timeout', detail: '' } as const;

export function oneSaving(): Snapshot {
  return coming(alone).look();
}

export function oneSaved(): Snapshot {
  return ended(alone, contents).look();
}

export function twoSaving(): Snapshot {
  return coming(several).look();
}

export function twoSaved(): Snapshot {
  return ended(several, contents).look();
}

export function twoDamaged(): Snapshot {
  return ended(several, 'damaged').look();
}

export function twoHindered(): Snapshot {
  return broken(several, { of: 'folder', why: 'missing' }).look();
}

export function oneInterrupted(): Snapshot {
  return broken(alone, { of: 'network', failure: timeout }).look();
}
