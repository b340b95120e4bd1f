import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { SaveTo } from '../../src/core/portal.ts';
import { backupArchive } from '../support/archive/backups.ts';
import { stallAfter, wrongLength } from '../support/docspace/portal/misbehaviour/downloads.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { openWatchman, type Watchman, type WatchmanOptions } from './watchman.ts';

// Archives saved to a folder: by the real saver, from the fake portal, on a clock that passes when a test lets it.

const archive = await backupArchive();
const storage = { path: '/storage/', times: 1 } as const;

async function saver(to: Partial<SaveTo> = {}, options: WatchmanOptions = {}) {
  const folder = temporaryFolder();
  const watchman = await openWatchman({ archive, saveTo: { folder, keep: null, ...to }, ...options });
  await watchman.pass(20);
  return { folder, watchman };
}

/** A backup runs, finishes, and is saved if it can be. */
async function finish(watchman: Watchman, seconds = 120): Promise<void> {
  watchman.portal.startBackup();
  await watchman.pass(seconds);
}

function archivesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.tar.gz'))
    .toSorted();
}

const titles = ({ told }: Watchman): string[] => told.map(({ title }) => title);

describe('every finished backup', () => {
  test('is saved, read through and told', async () => {
    const { watchman, folder } = await saver();
    await finish(watchman);
    const [name = ''] = archivesIn(folder);
    expect(readFileSync(join(folder, name)).equals(archive)).toBe(true);
    expect(titles(watchman)).toEqual(['Acme: backup finished', 'Acme: archive saved']);
    expect(watchman.told.at(-1)?.body).toBe(
      `Saved and readable, 5 files, 2 missing\nIn ${join(folder, name)}`,
    );
    expect(watchman.saving()[0]).toBe('Saved and readable, 5 files, 2 missing');
    expect(watchman.tooltips).toContain('Acme: backup finished, saving archive');
  });

  test('is saved beside those before, of which so many are kept', async () => {
    const { watchman, folder } = await saver({ keep: 2 });
    writeFileSync(join(folder, 'mine.tar.gz'), 'mine');
    const made: string[] = [];
    for (let backups = 0; backups < 4; backups++) {
      await finish(watchman, 3600);
      made.push(...archivesIn(folder).filter((name) => name !== 'mine.tar.gz' && !made.includes(name)));
    }
    expect(made).toHaveLength(4);
    await expect.poll(() => readdirSync(folder).filter((name) => name.endsWith('.sha256'))).toHaveLength(2);
    expect(archivesIn(folder)).toEqual([...made.slice(2), 'mine.tar.gz'].toSorted());
  });

  test('that was changed since is not deleted', async () => {
    const { watchman, folder } = await saver({ keep: 1 });
    await finish(watchman);
    const [first = ''] = archivesIn(folder);
    writeFileSync(join(folder, first), 'somebody’s own');
    await finish(watchman);
    await finish(watchman);
    await expect.poll(() => archivesIn(folder)).toHaveLength(2);
    expect(archivesIn(folder)).toContain(first);
  });
});

describe('a folder that is away', () => {
  test('is told of once, and the archive saved when it is back', async () => {
    const { watchman, folder } = await saver();
    renameSync(folder, `${folder}-away`);
    await finish(watchman, 1200);
    expect(titles(watchman)).toEqual(['Acme: backup finished', 'Acme: archives cannot be saved']);
    expect(watchman.saving()).toEqual([
      'Archive not saved yet',
      `The folder ${folder} is not there.`,
      expect.stringContaining('Keepwatch looks for it every 5 minutes.'),
    ]);
    renameSync(`${folder}-away`, folder);
    await watchman.pass(330);
    expect(archivesIn(folder)).toHaveLength(1);
    expect(titles(watchman).at(-1)).toBe('Acme: archive saved');
  });

  test('is looked for at once when somebody wants that', async () => {
    const { watchman, folder } = await saver();
    renameSync(folder, `${folder}-away`);
    await finish(watchman);
    renameSync(`${folder}-away`, folder);
    watchman.does({ type: 'retrySaving', portal: 'acme' });
    await watchman.pass(10);
    expect(archivesIn(folder)).toHaveLength(1);
  });

  test('is none that Keepwatch would make', async () => {
    const outer = temporaryFolder();
    const folder = join(outer, 'share', 'backups');
    const { watchman } = await saver({ folder });
    await finish(watchman);
    expect(readdirSync(outer)).toEqual([]);
    mkdirSync(folder, { recursive: true });
    await watchman.pass(330);
    expect(archivesIn(folder)).toHaveLength(1);
  });
});

describe('a download that goes wrong', () => {
  test('is taken up where it broke off', async () => {
    const { watchman, folder } = await saver();
    const end = watchman.portal.misbehave(stallAfter(200), storage);
    watchman.portal.startBackup();
    const passed = watchman.pass(120);
    await expect.poll(watchman.came).toBe(200);
    end();
    await passed;
    expect(archivesIn(folder)).toHaveLength(1);
    const ranges = watchman.portal.requests
      .filter(({ path }) => path.startsWith('/storage/'))
      .map(({ headers }) => headers.range);
    expect(ranges).toEqual([undefined, 'bytes=200-']);
    expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
    expect(titles(watchman)).toEqual(['Acme: backup finished', 'Acme: archive saved']);
  });

  test('with another length than was said is tried again', async () => {
    const { watchman, folder } = await saver();
    watchman.portal.misbehave(wrongLength(50), storage);
    await finish(watchman);
    expect(archivesIn(folder)).toHaveLength(1);
  });

  test('brings a damaged archive under another name, told as a failure, that makes no other one go', async () => {
    const { watchman, folder } = await saver({ keep: 1 });
    await finish(watchman);
    const [good = ''] = archivesIn(folder);
    watchman.portal.world.details.archive = Buffer.concat([archive.subarray(0, 200), Buffer.alloc(100)]);
    await finish(watchman);
    expect(titles(watchman).at(-1)).toBe('Acme: saved archive cannot be read');
    expect(archivesIn(folder)).toEqual([good, expect.stringContaining('.damaged')]);
    expect(watchman.saving()[0]).toBe('Saved, but it cannot be read');
  });

  test('of a link that is dead is told, with what can be done', async () => {
    const { watchman } = await saver();
    watchman.portal.world.details.archivesAreGone = true;
    await finish(watchman, 60);
    expect(titles(watchman).at(-1)).toBe('Acme: archive not saved');
    expect(watchman.saving()).toEqual([
      'The portal offers the archive no more',
      'The portal’s backup page shows what can still be had.',
    ]);
  });
});

describe('an archive that somebody wants', () => {
  test('is saved to the folder that they choose, and nothing else of its portal is', async () => {
    const folder = temporaryFolder();
    const watchman = await openWatchman({ archive });
    await watchman.pass(20);
    await finish(watchman);
    expect(titles(watchman)).toEqual(['Acme: backup finished']);
    const backup = watchman.offered();
    watchman.does({ type: 'folderChosen', portal: 'acme', backup, keep: null, folder });
    await watchman.pass(10);
    expect(archivesIn(folder)).toHaveLength(1);
    await finish(watchman);
    expect(archivesIn(folder)).toHaveLength(1);
  });

  test('and stops has begun, and is not there', async () => {
    const { watchman, folder } = await saver();
    const end = watchman.portal.misbehave(stallAfter(200), storage);
    watchman.portal.startBackup();
    const passed = watchman.pass(60);
    await expect.poll(watchman.came).toBe(200);
    watchman.does({ type: 'stopSaving', portal: 'acme', backup: watchman.offered() });
    await passed;
    end();
    await watchman.pass(1200);
    expect(archivesIn(folder)).toEqual([]);
    expect(titles(watchman)).toEqual(['Acme: backup finished']);
  });
});
