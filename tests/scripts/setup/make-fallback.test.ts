import { extractFile } from '@electron/asar';
import { getCurrentFuseWire } from '@electron/fuses';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cacheFolder } from '../../../scripts/setup/places.mjs';
import { versionIn } from '../../../scripts/setup/runtime/distribution.mjs';
import { findFallback, PINNED } from '../../../scripts/setup/runtime/fallback.mjs';
import { makeFallback } from '../../../scripts/setup/runtime/make-fallback.mjs';
import { STOCK_FUSES } from '../../../scripts/setup/runtime/stock-fuses.mjs';
import { temporaryFolder, write, zipOf } from './fixtures.ts';

const ON = '1'.charCodeAt(0);
const OFF = '0'.charCodeAt(0);
const stockFuses = Object.fromEntries(Object.entries(STOCK_FUSES).map(([fuse, on]) => [fuse, on ? ON : OFF]));

/** An executable with nothing in it but its fuses: version 1, eight of them, each set against the stock. */
const executable = Buffer.concat([
  Buffer.from('before dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 8]),
  Buffer.from('01001110'),
  Buffer.from(' after'),
]);

/** The package with the fallback in it, made small. */
function packedPackage(): Buffer {
  const folder = temporaryFolder();
  const zip = zipOf({
    [PINNED.executable]: executable,
    'Cypress/icudtl.dat': Buffer.from('languages'),
    'Cypress/locales/de.pak': Buffer.from('deutsch'),
    'Cypress/resources/app.asar': Buffer.from('the application we do not want'),
    'Cypress/browser_v8_context_snapshot.bin': Buffer.from('nor this'),
  });
  write(path.join(folder, PINNED.zip), zip);
  return execFileSync('tar', ['-cz', '-C', folder, 'package'], { maxBuffer: 1 << 24 });
}

/** What it takes to make the fallback from the small package, and how often that was downloaded. */
function setTheScene() {
  const archive = packedPackage();
  const pinned = { ...PINNED, integrity: `sha512-${createHash('sha512').update(archive).digest('base64')}` };
  const download = vi.fn<(specifier: string, folder: string) => Promise<string>>(async (_, folder) => {
    const file = path.join(folder, 'package.tgz');
    write(file, archive);
    return file;
  });
  return { cache: path.join(temporaryFolder(), 'cache'), pinned, download };
}

beforeEach(() => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
});

test('it becomes an Electron as Electron itself is shipped', async () => {
  const { cache, pinned, download } = setTheScene();
  await makeFallback(cache, { pinned, download });

  const electron = findFallback(cache, pinned);
  expect(electron).toMatchObject({ version: PINNED.version, source: 'fallback' });
  const { folder, executable } = electron ?? { folder: '', executable: '' };
  expect(versionIn(folder)).toBe(PINNED.version);
  expect(fs.statSync(executable).mode & 0o111).toBe(0o111);
  expect(await getCurrentFuseWire(executable)).toMatchObject(stockFuses);
  expect(fs.readFileSync(path.join(folder, 'locales/de.pak'), 'utf8')).toBe('deutsch');
  expect(fs.readdirSync(path.join(folder, 'resources'))).toEqual(['default_app.asar']);
  expect(fs.existsSync(path.join(folder, 'browser_v8_context_snapshot.bin'))).toBe(false);
  const manifest = extractFile(path.join(folder, 'resources/default_app.asar'), 'package.json').toString();
  expect(JSON.parse(manifest)).toMatchObject({ main: 'main.mjs' });
  expect(fs.readdirSync(cache)).toEqual([path.basename(folder)]);
});

test('a package with another hash is refused and leaves nothing behind', async () => {
  const { cache, download } = setTheScene();
  await expect(makeFallback(cache, { download })).rejects.toThrow(/is not the expected one/);
  expect(fs.readdirSync(cache)).toEqual([]);
});

test('a download that fails leaves nothing behind, nor what an interrupted run left', async () => {
  const { cache, download } = setTheScene();
  const { pid } = spawnSync(process.execPath, ['--version']);
  write(path.join(cache, `work-${pid}-abcdef/package.tgz`));
  download.mockRejectedValue(new Error('no network'));
  await expect(makeFallback(cache, { download })).rejects.toThrow('no network');
  expect(fs.readdirSync(cache)).toEqual([]);
});

test('two at once do not disturb each other', async () => {
  const { cache, pinned, download } = setTheScene();
  await Promise.all([makeFallback(cache, { pinned, download }), makeFallback(cache, { pinned, download })]);
  expect(findFallback(cache, pinned)).toBeDefined();
  expect(fs.readdirSync(cache)).toHaveLength(1);
});

test('one made by another recipe is not used, and is replaced', async () => {
  const { cache, pinned, download } = setTheScene();
  await makeFallback(cache, { pinned, download });
  const changed = { ...pinned, recipe: pinned.recipe + 1 };
  expect(findFallback(cache, changed)).toBeUndefined();
  await makeFallback(cache, { pinned: changed, download });
  expect(findFallback(cache, changed)).toBeDefined();
  expect(findFallback(cache, pinned)).toBeUndefined();
});

const inUse = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? findFallback(cacheFolder())?.folder;

describe.skipIf(!inUse || process.platform !== 'linux')('the Electron in use', () => {
  const file = path.join(inUse ?? '', 'electron');

  test('has the fuses of the stock one', async () => {
    expect(await getCurrentFuseWire(file)).toMatchObject(stockFuses);
  });

  test('says its version', () => {
    const said = execFileSync(file, ['--no-sandbox', '--version'], { encoding: 'utf8', stdio: 'pipe' });
    expect(said.trim()).toBe(`v${versionIn(inUse ?? '')}`);
  });
});
