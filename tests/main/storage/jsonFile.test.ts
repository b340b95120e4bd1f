import './withoutElectron.ts';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { asideName, openJsonFile, readJsonFile } from '../../../src/main/storage/jsonFile.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';

const isRoot = process.getuid?.() === 0;
const someContent = { portals: [{ id: 'a', name: 'Grüße 🗄' }], pausedUntil: null, version: 1 };

function modeOf(file: string): number {
  return statSync(file).mode & 0o777;
}

describe('a file', () => {
  test('that is written is read again as it was', async () => {
    const folder = temporaryFolder();
    expect((await openJsonFile(folder, 'settings', null))(someContent)).toBe(true);
    expect(readJsonFile(folder, 'settings')).toEqual(someContent);
  });

  test('is its user’s alone, and so is a folder that had to be made for it', async () => {
    const folder = join(temporaryFolder(), 'not', 'there');
    (await openJsonFile(folder, 'keys', null))(someContent);
    expect([modeOf(folder), modeOf(join(folder, 'keys.json'))]).toEqual([0o700, 0o600]);
  });

  test('that others could read is its user’s alone once it was written', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'keys.json'), '{}');
    chmodSync(join(folder, 'keys.json'), 0o666);
    (await openJsonFile(folder, 'keys', null))(someContent);
    expect(modeOf(join(folder, 'keys.json'))).toBe(0o600);
  });

  test('of which an earlier, unfinished one could be read by others is its user’s alone', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'keys.next.json'), '{}');
    chmodSync(join(folder, 'keys.next.json'), 0o666);
    (await openJsonFile(folder, 'keys', null))(someContent);
    expect(modeOf(join(folder, 'keys.json'))).toBe(0o600);
  });

  test('leaves nothing beside it', async () => {
    const folder = temporaryFolder();
    const write = await openJsonFile(folder, 'settings', null);
    for (let time = 0; time < 3; time++) write({ ...someContent, time });
    expect(readdirSync(folder)).toEqual(['settings.json']);
  });

  test('is never half a file, whoever looks', async () => {
    const folder = temporaryFolder();
    const write = await openJsonFile(folder, 'portals', null);
    write({ text: 'x'.repeat(100_000) });
    const inode = statSync(join(folder, 'portals.json')).ino;
    write({ text: 'y'.repeat(100_000) });
    // Another file has taken its place: whoever has the old one open still sees all of that.
    expect(statSync(join(folder, 'portals.json')).ino).not.toBe(inode);
  });

  test('is written although another one was left behind half-written by a crash', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.next.json'), '{"half":');
    expect((await openJsonFile(folder, 'settings', null))(someContent)).toBe(true);
    expect(readJsonFile(folder, 'settings')).toEqual(someContent);
  });
});

describe('what is read', () => {
  test('is empty where there is no file yet', () => {
    expect(readJsonFile(temporaryFolder(), 'settings')).toEqual({});
    expect(readJsonFile(join(temporaryFolder(), 'nowhere'), 'settings')).toEqual({});
  });

  test.each([
    ['empty', ''],
    ['cut off', '{"version":1,"port'],
    ['no text', Buffer.from([0xff, 0xfe, 0])],
    ['nothing', 'null'],
    ['a list', '[]'],
    ['a word', '"portals"'],
  ])('is null where the file is %s', (_what, content) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.json'), content);
    expect(readJsonFile(folder, 'settings')).toBeNull();
  });

  test('is null where there is a folder of that name', () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'settings.json'));
    expect(readJsonFile(folder, 'settings')).toBeNull();
  });
});

describe('a file that is set aside', () => {
  const aside = asideName('settings', Date.parse('2026-11-23T16:02:03Z'));

  test('stays where it is until there is a new one, and is kept byte for byte', async () => {
    const folder = temporaryFolder();
    const damaged = Buffer.from('{"version":1,"por\0\xff', 'latin1');
    writeFileSync(join(folder, 'settings.json'), damaged);
    const write = await openJsonFile(folder, 'settings', aside);
    expect(readdirSync(folder)).toEqual(['settings.json']);
    expect(write(someContent)).toBe(true);
    expect(readdirSync(folder).toSorted()).toEqual(['settings.json', aside].toSorted());
    expect(readFileSync(join(folder, aside)).equals(damaged)).toBe(true);
    expect(aside).toBe('settings.set-aside-2026-11-23T16-02-03.000Z.json');
  });

  test('is set aside once: what is written afterwards is replaced', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'settings.json'), 'damaged');
    const write = await openJsonFile(folder, 'settings', aside);
    write({ number: 1 });
    write({ number: 2 });
    expect(readFileSync(join(folder, aside), 'utf8')).toBe('damaged');
    expect(readJsonFile(folder, 'settings')).toEqual({ number: 2 });
  });

  test('may have gone in the meantime', async () => {
    const folder = temporaryFolder();
    expect((await openJsonFile(folder, 'settings', aside))(someContent)).toBe(true);
  });
});

test.skipIf(!isRoot)('on a full disk nothing is written, and nothing is lost', async () => {
  const folder = temporaryFolder();
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder]);
  onTestFinished(() => void execFileSync('umount', [folder]));
  const write = await openJsonFile(folder, 'settings', asideName('settings', 0));
  const old = { text: 'old'.repeat(1000) };
  expect(write(old)).toBe(true);
  writeFileSync(join(folder, 'filling'), Buffer.alloc(48 * 1024));
  for (const length of [6000, 12_000, 40_000]) {
    const next = { text: 'n'.repeat(length) };
    const written = write(next);
    expect(readJsonFile(folder, 'settings')).toEqual(written ? next : old);
    expect(write(old)).toBe(true);
  }
  expect(write({ text: 'n'.repeat(40_000) })).toBe(false);
  expect(readJsonFile(folder, 'settings')).toEqual(old);
  writeFileSync(join(folder, 'filling'), '');
  expect(write({ text: 'n'.repeat(40_000) })).toBe(true);
});

test.skipIf(!isRoot)('where it may not write it says so, at once', async () => {
  const folder = temporaryFolder();
  (await openJsonFile(folder, 'settings', null))(someContent);
  chmodSync(folder, 0o555);
  chmodSync(join(folder, 'settings.json'), 0o444);
  process.seteuid?.(65_534);
  onTestFinished(() => process.seteuid?.(0));
  const began = performance.now();
  expect((await openJsonFile(folder, 'settings', asideName('settings', 0)))({ version: 2 })).toBe(false);
  expect(performance.now() - began).toBeLessThan(200);
  expect(readJsonFile(folder, 'settings')).toEqual(someContent);
  expect(existsSync(join(folder, asideName('settings', 0)))).toBe(false);
});
