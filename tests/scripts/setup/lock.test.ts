import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { alone } from '../../../scripts/setup/lock.mjs';
import { temporaryFolder, write } from './fixtures.ts';

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

test('work under the same lock is done one after the other, also when some of it fails', async () => {
  const lock = path.join(temporaryFolder(), 'some.lock');
  const done: string[] = [];
  const work = (name: string) => async () => {
    done.push(`${name} begins`);
    await new Promise((resolve) => setTimeout(resolve, 20));
    done.push(`${name} ends`);
    if (name === 'first') throw new Error('failed');
    return name;
  };
  const both = await Promise.allSettled([alone(lock, work('first')), alone(lock, work('second'))]);
  expect(both.map((result) => result.status)).toEqual(['rejected', 'fulfilled']);
  expect(done).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  expect(fs.existsSync(lock)).toBe(false);
});

test('a lock whose process is gone stops nobody', async () => {
  const lock = path.join(temporaryFolder(), 'some.lock');
  write(lock, String(spawnSync(process.execPath, ['--version']).pid));
  expect(await alone(lock, () => Promise.resolve('done'))).toBe('done');
});

test('nor does one that is older than any work takes', async () => {
  const lock = path.join(temporaryFolder(), 'some.lock');
  write(lock, String(process.pid));
  const yesterday = Date.now() / 1000 - 86_400;
  fs.utimesSync(lock, yesterday, yesterday);
  expect(await alone(lock, () => Promise.resolve('done'))).toBe('done');
});
