import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { file, tarOf } from '../../support/archive/backups.ts';
import { orderOf, saveHere } from '../../support/archive/saves.ts';
import { chunked } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import { keyOf } from '../../support/keyOf.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { archive, breakOff, portalWith, ranges, sha256 } from './opened.ts';

const isRoot = process.getuid?.() === 0;

/** A disk of so many bytes, in memory. */
function disk(...options: string[]): string {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', ...options, 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', ['--lazy', folder]));
  return folder;
}

async function bigArchive(): Promise<Buffer> {
  return tarOf([file('storage/a', randomBytes(600_000).toString('base64'))]);
}

describe('a folder', () => {
  test('that is not there (an unplugged disk, a share that is away) is not made', async () => {
    const { portal, folder } = await portalWith();
    rmSync(folder, { recursive: true });
    const order = orderOf(portal, folder);
    expect(await saveHere(order)).toEqual({ ok: false, reason: { of: 'folder', why: 'missing' } });
    expect(portal.requests).toEqual([]);
    writeFileSync(folder, 'a file');
    expect(await saveHere(order)).toEqual({ ok: false, reason: { of: 'folder', why: 'missing' } });
  });

  test.skipIf(!isRoot)('on a disk that is read-only takes nothing', async () => {
    const { portal } = await portalWith();
    const order = orderOf(portal, disk('-o', 'ro'));
    expect(await saveHere(order)).toEqual({ ok: false, reason: { of: 'folder', why: 'forbidden' } });
  });

  test('that may not be written to takes nothing', async () => {
    const { portal, folder } = await portalWith();
    chmodSync(folder, 0o500);
    if (isRoot) process.seteuid?.(65_534);
    try {
      const saved = await saveHere(orderOf(portal, folder));
      expect(saved).toEqual({ ok: false, reason: { of: 'folder', why: 'forbidden' } });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('that goes away in between has the part no more', async () => {
    const opened = await portalWith();
    await breakOff(opened, 100);
    const { folder, save, name } = opened;
    for (const each of readdirSync(folder)) rmSync(join(folder, each));
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, name) } });
    expect(ranges(opened.portal)).toEqual([null, null]);
  });
});

describe.skipIf(!isRoot)('a disk with too little room', () => {
  test('is found out before anything is received', async () => {
    const big = await bigArchive();
    const { portal } = await portalWith({ archive: big });
    const folder = disk('-o', 'size=256k');
    const saved = await saveHere(orderOf(portal, folder), { key: keyOf(portal.key) });
    expect(saved).toEqual({ ok: false, reason: { of: 'folder', why: 'full' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is found out on the way, where no length was said; once there is room, all of it is saved', async () => {
    const big = await bigArchive();
    const { portal } = await portalWith({ archive: big, archiveTag: '"v1"' });
    portal.misbehave(chunked(), { path: '/storage/', times: 1 });
    const folder = disk('-o', 'size=256k');
    const order = orderOf(portal, folder);
    const how = { key: keyOf(portal.key) };
    expect(await saveHere(order, how)).toEqual({ ok: false, reason: { of: 'folder', why: 'full' } });
    expect(readdirSync(folder).toSorted()).toEqual([`${order.name}.part`, `${order.name}.part.json`]);
    expect(statSync(join(folder, `${order.name}.part`)).size).toBeGreaterThan(100_000);
    execFileSync('mount', ['-o', 'remount,size=8m', folder]);
    expect(await saveHere(order, how)).toMatchObject({ ok: true, value: { sha256: sha256(big) } });
    expect(ranges(portal)[1]).toMatch(/^bytes=\d{6}-$/);
  });
});

describe('ended between two steps', () => {
  test('after the last byte: the part is read through, and nobody is asked', async () => {
    const opened = await portalWith();
    const { folder, name, portal, save } = opened;
    await breakOff(opened, 100);
    writeFileSync(join(folder, `${name}.part`), archive);
    portal.requests.length = 0;
    expect(await save()).toMatchObject({
      ok: true,
      value: { sha256: sha256(archive), bytes: archive.length },
    });
    expect(portal.requests).toEqual([]);
  });

  test('after the file got its name: it is not saved twice', async () => {
    const opened = await portalWith();
    const { folder, name, save } = opened;
    await breakOff(opened, 100);
    writeFileSync(join(folder, `${name}.part`), archive);
    writeFileSync(join(folder, `${name}.sha256`), `${sha256(archive)}  ${name}\n`);
    linkSync(join(folder, `${name}.part`), join(folder, name));
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, name) } });
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
  });

  test('before the part had a byte: an empty one without a note is taken', async () => {
    const { folder, name, save } = await portalWith();
    writeFileSync(join(folder, `${name}.part`), '');
    expect(await save()).toMatchObject({ ok: true, value: { file: join(folder, name) } });
    expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
  });
});

test('sha256sum finds every saved archive as it was received', async () => {
  const { folder, save, name } = await portalWith();
  await save();
  await save();
  const second = name.replace('.tar.gz', ' (2).tar.gz');
  const check = execFileSync('sha256sum', ['--check', `${name}.sha256`, `${second}.sha256`], { cwd: folder });
  expect(check.toString()).toBe(`${name}: OK\n${second}: OK\n`);
  expect(readFileSync(join(folder, second))).toEqual(archive);
});
