import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type * as promises from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { backupContents } from '../../support/archive/backups.ts';
import { archive, breakOff, portalWith, ranges, sha256 } from './opened.ts';

// Disks that no test can bring: memory sticks, shares, one that is full in the middle of a word. Node's own functions
// answer here as they do on those.

const disk = vi.hoisted(() => ({
  /** What happens to second names of a file; null: there are some. */
  link: null as string | null,
  /** How many bytes it says that it has room for; null: as many as it has. */
  room: null as { blocks: number; bfree: number; bavail: number; bsize: number } | null,
  /** A file of such a name gets a part of its text, and the disk is full. */
  fullIn: null as string | null,
  /** What is certain to be on it, in order. */
  steps: [] as string[],
}));

vi.mock('node:fs/promises', async (importOriginal) => {
  const real = await importOriginal<typeof promises>();
  const isFullIn = (file: string): boolean => disk.fullIn !== null && file.includes(disk.fullIn);
  const broken = (code: string): Error => Object.assign(new Error(code), { code, syscall: 'any' });
  const link: typeof real.link = async (from, to) => {
    if (disk.link !== null) throw broken(disk.link);
    await real.link(from, to);
    disk.steps.push(`named ${basename(String(to))}`);
  };
  const open: typeof real.open = async (file, ...more) => {
    const handle = await real.open(file, ...more);
    const sync = handle.sync.bind(handle);
    handle.sync = async () => {
      await sync();
      disk.steps.push(`kept ${basename(String(file))}`);
    };
    if (isFullIn(String(file))) {
      const write = handle.writeFile.bind(handle);
      handle.writeFile = async () => {
        await write('only this');
        throw broken('ENOSPC');
      };
    }
    return handle;
  };
  const statfs = async (file: string) => disk.room ?? real.statfs(file);
  const writeFile = async (file: string, text: string, options: object) => {
    if (!isFullIn(file)) return real.writeFile(file, text, options);
    await real.writeFile(file, text.slice(0, text.length / 2), options);
    throw broken('ENOSPC');
  };
  return { ...real, link, open, statfs, writeFile };
});

beforeEach(() => {
  Object.assign(disk, { link: null, room: null, fullIn: null, steps: [] });
});

describe.each(['EPERM', 'ENOTSUP'])('on a disk without second names for a file (%s)', (code) => {
  beforeEach(() => {
    disk.link = code;
  });

  test('an archive is saved all the same', async () => {
    const { save, folder, name } = await portalWith();
    expect(await save()).toMatchObject({
      ok: true,
      value: { file: join(folder, name), sha256: sha256(archive), contents: backupContents },
    });
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
  });

  test('it takes the name of no other file either', async () => {
    const { save, folder, name } = await portalWith();
    writeFileSync(join(folder, name), 'precious');
    const second = name.replace('.tar.gz', ' (2).tar.gz');
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, second) } });
    expect(readFileSync(join(folder, name), 'utf8')).toBe('precious');
    expect(readdirSync(folder).toSorted()).toEqual([name, second, `${second}.sha256`].toSorted());
  });
});

describe('room for an archive', () => {
  const full = { ok: false, reason: { of: 'folder', why: 'full' } };
  const room = (bavail: number, blocks = 1e6) => ({ blocks, bfree: 1e6, bavail, bsize: 1 });

  test('is what its user may use of it: what only root may use is none', async () => {
    const { save } = await portalWith();
    disk.room = room(archive.length - 1);
    expect(await save()).toEqual(full);
    disk.room = room(archive.length);
    expect(await save()).toMatchObject({ ok: true });
  });

  test('has to be for what is still to come alone', async () => {
    const opened = await portalWith();
    await breakOff(opened, 100);
    disk.room = room(archive.length - 101);
    expect(await opened.save()).toEqual(full);
    disk.room = room(archive.length - 100);
    expect(await opened.save()).toMatchObject({ ok: true });
    expect(ranges(opened.portal)).toEqual([null, 'bytes=100-', 'bytes=100-']);
  });

  test('is found out by trying where a share says nothing of its size', async () => {
    const { save } = await portalWith();
    disk.room = room(0, 0);
    expect(await save()).toMatchObject({ ok: true });
  });
});

test('an archive and its sum are on the disk before it has its name, and its name before that is told', async () => {
  const { save, folder, name } = await portalWith();
  expect(await save()).toMatchObject({ ok: true });
  const [part, sum] = [`kept ${name}.part`, `kept ${name}.sha256`];
  expect(disk.steps).toEqual([part, sum, `named ${name}`, `kept ${basename(folder)}`]);
});

describe('a disk that is full in the middle of', () => {
  const full = { ok: false, reason: { of: 'folder', why: 'full' } };

  test('the note beside a part keeps the one before: what has come is taken up', async () => {
    const opened = await portalWith();
    const { save, portal, folder, name } = opened;
    await breakOff(opened, 200);
    disk.fullIn = '.part.json';
    expect(await save()).toEqual(full);
    disk.fullIn = null;
    expect(await save()).toMatchObject({ ok: true, value: { sha256: sha256(archive) } });
    expect(ranges(portal).at(-1)).toBe('bytes=200-');
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
  });

  test('the first note keeps nothing', async () => {
    const { save, folder } = await portalWith();
    disk.fullIn = '.part.json';
    expect(await save()).toEqual(full);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('the sum keeps no sum: once there is room the archive gets its own name', async () => {
    const { save, portal, folder, name } = await portalWith();
    disk.fullIn = '.sha256';
    expect(await save()).toEqual(full);
    expect(readdirSync(folder).toSorted()).toEqual([`${name}.part`, `${name}.part.json`]);
    disk.fullIn = null;
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, name) } });
    expect(readFileSync(join(folder, `${name}.sha256`), 'utf8')).toBe(`${sha256(archive)}  ${name}\n`);
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
    expect(ranges(portal)).toHaveLength(1);
  });
});
