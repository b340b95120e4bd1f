import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { installNpmPackages } from '../../../scripts/setup/npm-packages.mjs';
import { temporaryFolder, write } from './fixtures.ts';

/** A project with a lock file, and an `npm ci` that only makes the folder. */
function project() {
  const root = temporaryFolder();
  const cache = temporaryFolder();
  const lock = path.join(root, 'package-lock.json');
  write(lock, 'first');
  const install = vi.fn<() => Promise<void>>(async () => {
    fs.rmSync(path.join(root, 'node_modules'), { recursive: true, force: true });
    await new Promise((resolve) => setTimeout(resolve, 20));
    write(path.join(root, 'node_modules/some/package.json'));
  });
  return { root, lock, install, setUp: () => installNpmPackages(root, { install, cache }) };
}

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

test('packages are installed once for a lock file, and again for another', async () => {
  const { lock, install, setUp } = project();
  await setUp();
  await setUp();
  expect(install).toHaveBeenCalledTimes(1);
  write(lock, 'second');
  await setUp();
  expect(install).toHaveBeenCalledTimes(2);
  write(lock, 'first');
  await setUp();
  expect(install).toHaveBeenCalledTimes(3);
});

test('packages that somebody removed are installed again', async () => {
  const { root, install, setUp } = project();
  await setUp();
  fs.rmSync(path.join(root, 'node_modules'), { recursive: true });
  await setUp();
  expect(install).toHaveBeenCalledTimes(2);
});

test('two runs at the same time install once', async () => {
  const { install, setUp } = project();
  await Promise.all([setUp(), setUp()]);
  expect(install).toHaveBeenCalledTimes(1);
});

test('an installation that failed does not count, though the old lock file comes back', async () => {
  const { lock, install, setUp } = project();
  await setUp();
  write(lock, 'second');
  install.mockRejectedValueOnce(new Error('no network'));
  await expect(setUp()).rejects.toThrow('no network');
  write(lock, 'first');
  await setUp();
  expect(install).toHaveBeenCalledTimes(3);
});
