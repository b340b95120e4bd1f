import { randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createArchiveReader } from '../../../src/main/archive/archiveReader.ts';
import { backupArchive, backupContents, file, tarOf } from '../../support/archive/backups.ts';
import { createTarHeader } from '../../support/archive/tarHeader.ts';

async function read(archive: Buffer, pieces = 1000): Promise<unknown> {
  const reader = createArchiveReader();
  for (let place = 0; place < archive.length; place += pieces)
    await reader.add(archive.subarray(place, place + pieces));
  return reader.end();
}

/** Gzip says something of the time, and packs with more than it needs: there a bit may be any. */
function isSame(archive: Buffer, tar: Buffer): boolean {
  try {
    return gunzipSync(archive).equals(tar);
  } catch {
    return false;
  }
}

describe('an archive', () => {
  test.each([1, 3, 512, 100_000])('is read through, in pieces of %i bytes', async (pieces) => {
    expect(await read(await backupArchive(), pieces)).toEqual(backupContents);
    expect(await read(await tarOf(), pieces)).toEqual(backupContents);
  });

  test('may be of several gzips, one behind the other, and of bytes that nothing packs', async () => {
    const tar = await tarOf([
      file('storage/a', randomBytes(300_000).toString('base64')),
      file('storage/b', ''),
    ]);
    const parts = [tar.subarray(0, 200_000), tar.subarray(200_000)].map((part) => gzipSync(part));
    expect(await read(Buffer.concat(parts))).toMatchObject({ files: 2, bytes: 400_000, storage: true });
  });

  test('names files of any length, in any script', async () => {
    const names = [`databases/${'ü'.repeat(200)}`, `${'a/'.repeat(150)}b`];
    expect(await read(await backupArchive(names.map((name) => file(name, 'x'))))).toMatchObject({
      files: 2,
      databases: true,
    });
  });

  test('may say a size in either of the ways that tar knows', async () => {
    const parts = [true, false].flatMap((binary) => [
      createTarHeader('storage/a', 1000, { binary }),
      Buffer.alloc(1024, 'a'),
    ]);
    expect(await read(Buffer.concat([...parts, Buffer.alloc(1024)]))).toMatchObject({
      files: 2,
      bytes: 2000,
    });
  });

  test('without a file is one', async () => {
    expect(await read(await backupArchive([]))).toMatchObject({ files: 0, databases: false, storage: false });
  });
});

describe('damaged', () => {
  test.each(['', 'x', '<html>', 'PK\u0003\u0004'])('is %j', async (text) => {
    expect(await read(Buffer.from(text))).toBe('damaged');
  });

  test('is an archive that was cut at any of its bytes', async () => {
    const archive = await backupArchive();
    for (let end = 0; end < archive.length; end += 1)
      expect([end, await read(archive.subarray(0, end))]).toEqual([end, 'damaged']);
  });

  test('is one of which any bit is another, unless the same files come out of it', async () => {
    const archive = await backupArchive();
    const tar = await tarOf();
    await fc.assert(
      fc.asyncProperty(fc.nat(archive.length - 1), fc.nat(7), async (at, bit) => {
        const broken = Buffer.from(archive);
        broken.writeUInt8(broken.readUInt8(at) ^ (1 << bit), at);
        expect(await read(broken)).toEqual(isSame(broken, tar) ? backupContents : 'damaged');
      }),
      { numRuns: 1000 },
    );
  });

  test('is a tar that was cut before it was packed', async () => {
    const tar = await tarOf();
    for (let end = 0; end < tar.length - 512; end += 256)
      expect([end, await read(gzipSync(tar.subarray(0, end)))]).toEqual([end, 'damaged']);
  });

  test('is a tar with another header than its checksum tells', async () => {
    const tar = await tarOf();
    tar.write('X', 3);
    expect(await read(gzipSync(tar))).toBe('damaged');
  });

  test('is an archive with something else behind it', async () => {
    const archive = await backupArchive();
    expect(await read(Buffer.concat([archive, Buffer.from('<html>')]))).toBe('damaged');
    expect(await read(Buffer.concat([archive, randomBytes(1000)]), 200)).toBe('damaged');
    expect(await read(Buffer.concat([archive, Buffer.alloc(1000)]), 200)).toEqual(backupContents);
  });

  test('stays damaged, whatever comes, and takes all of it', async () => {
    const reader = createArchiveReader();
    for (let piece = 0; piece < 300; piece += 1) await reader.add(randomBytes(100_000));
    expect(await reader.end()).toBe('damaged');
  });
});
