import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { provideElectron } from '../../../scripts/setup/electron-runtime.mjs';
import { executableIn } from '../../../scripts/setup/runtime/distribution.mjs';
import {
  canFallBack,
  fallbackFolder,
  PINNED,
  stampFallback,
} from '../../../scripts/setup/runtime/fallback.mjs';
import { temporaryFolder, write } from './fixtures.ts';

/** Stands for Electron's own installer: notes that it was called, then does as it is told. */
const installer = (then: string) =>
  `const fs = require('fs'); fs.appendFileSync(__dirname + '/calls', 'x'); ${then}`;
const installs = installer(
  `fs.mkdirSync(__dirname + '/dist'); fs.writeFileSync(__dirname + '/dist/version', '45.0.0');
   const file = ${JSON.stringify(path.relative('/', executableIn('/')))}; const path = require('path');
   fs.mkdirSync(path.dirname(path.join(__dirname, 'dist', file)), { recursive: true });
   fs.writeFileSync(path.join(__dirname, 'dist', file), '');`,
);
const fails = installer('process.exit(1)');

/** A project with Electron's package in it, whose installer may work or fail. */
function projectWith(install: string) {
  const root = temporaryFolder();
  const electron = path.join(root, 'node_modules/electron');
  write(path.join(electron, 'package.json'), JSON.stringify({ version: '45.0.0' }));
  write(path.join(electron, 'install.js'), install);
  const calls = () =>
    fs.existsSync(path.join(electron, 'calls')) ? fs.statSync(path.join(electron, 'calls')).size : 0;
  return { root, cache: path.join(root, 'cache'), electron, calls, environment: {} };
}

function addDistribution(folder: string, version: string): void {
  write(path.join(folder, 'version'), version);
  write(executableIn(folder));
}

/** As if the fallback had been made before. */
function addFallback(cache: string): void {
  addDistribution(fallbackFolder(cache), PINNED.version);
  stampFallback(fallbackFolder(cache), PINNED);
}

const said: string[] = [];
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.push(String(text));
    return true;
  });
});

test('a folder named by the environment comes first', async () => {
  const { calls, ...project } = projectWith(installs);
  const folder = temporaryFolder();
  addDistribution(folder, '44.4.4');
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: folder };
  const electron = await provideElectron({ ...project, environment });
  expect(electron).toEqual({
    folder,
    executable: executableIn(folder),
    version: '44.4.4',
    source: 'override',
  });
  expect(calls()).toBe(0);
});

test('a named folder without an Electron is an error, not a reason to take another', async () => {
  const environment = { ELECTRON_OVERRIDE_DIST_PATH: temporaryFolder() };
  await expect(provideElectron({ ...projectWith(installs), environment })).rejects.toThrow('there is no');
});

test('one that the package has installed is used as it is', async () => {
  const { calls, ...project } = projectWith(installs);
  addDistribution(path.join(project.electron, 'dist'), '45.0.0');
  expect(await provideElectron(project)).toMatchObject({ version: '45.0.0', source: 'official' });
  expect(calls()).toBe(0);
  expect(said).toEqual([]);
});

test('one is installed where there is none', async () => {
  const { calls, ...project } = projectWith(installs);
  expect(await provideElectron(project)).toMatchObject({ version: '45.0.0', source: 'official' });
  expect(calls()).toBe(1);
});

describe.runIf(canFallBack)('where it cannot be installed', () => {
  test('the fallback is used, with a word about it, and the installer is left alone for an hour', async () => {
    const { calls, ...project } = projectWith(fails);
    addFallback(project.cache);
    expect(await provideElectron(project)).toMatchObject({ version: PINNED.version, source: 'fallback' });
    expect(await provideElectron(project)).toMatchObject({ source: 'fallback' });
    expect(calls()).toBe(1);
    expect(said.at(-1)).toBe(
      'keepwatch: Electron 45.0.0 cannot be downloaded here; using Electron 33.2.1 for development and tests\n',
    );

    const note = path.join(project.cache, 'electron-v45.0.0-not-installed.log');
    const anHourAgo = Date.now() / 1000 - 3601;
    fs.utimesSync(note, anHourAgo, anHourAgo);
    await provideElectron(project);
    expect(calls()).toBe(2);
  });

  test('and it is used at once when it is asked for', async () => {
    const { calls, ...project } = projectWith(installs);
    addFallback(project.cache);
    const environment = { ELECTRON_RUNTIME: 'fallback' };
    expect(await provideElectron({ ...project, environment })).toMatchObject({ source: 'fallback' });
    expect(calls()).toBe(0);
  });
});
