import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { extractFile, listPackage, statFile } from '@electron/asar';
import { expect, test } from 'vitest';
import { readLicences } from '../../scripts/package/licences.ts';
import { projectFolder } from '../../scripts/setup/places.mjs';
import { packages } from './packages.ts';

const { folder, version } = await packages();
const archive = path.join(folder, 'resources', 'app.asar');
const most = 2_000_000;

/** All that may be in the archive. */
const allowed = [
  /^package\.json$/,
  /^LICENSE$/,
  /^out\/main\/[\w-]+\.js$/,
  /^out\/main\/icons\/keepwatch\.png$/,
  /^out\/main\/tray\/(colour\/(16|22|24)|template\/22)\/[a-z]+(-\d\d)?(@2x)?\.png$/,
  /^out\/preload\/index\.cjs$/,
  /^out\/renderer\/(index\.html|window\.(js|css)|shared\.js|connectingScreens\.js|portalQuestion\.js|archiveLine\.js|(settings|history)Screen\.js|historyScreen\.css)$/,
];

function filesInArchive(): string[] {
  const entries = listPackage(archive, { isPack: false }).map((entry) => entry.slice(1));
  return entries.filter((entry) => !('files' in statFile(archive, entry)));
}

test('the archive holds built files and nothing else', () => {
  const files = filesInArchive();
  expect(files.filter((file) => !allowed.some((rule) => rule.test(file)))).toEqual([]);
  expect(allowed.filter((rule) => !files.some((file) => rule.test(file)))).toEqual([]);
});

test('no file in it leads to its source, or to this machine', () => {
  for (const file of filesInArchive().filter((file) => !file.endsWith('.png'))) {
    const content = extractFile(archive, file).toString();
    const tells = [/sourceMappingURL=/, /sourcesContent/].filter((sign) => sign.test(content));
    expect([...tells, ...(content.includes(projectFolder) ? [projectFolder] : [])], file).toEqual([]);
  }
});

test(`it has at most ${most / 1e6} MB`, () => {
  const { size } = statSync(archive);
  process.stdout.write(`archive: ${(size / 1e6).toFixed(2)} MB of at most ${most / 1e6}\n`);
  expect(size).toBeLessThanOrEqual(most);
});

test('what it says about itself is what users may read, and its version', () => {
  const about: unknown = JSON.parse(extractFile(archive, 'package.json').toString());
  expect(about).toMatchObject({ name: 'keepwatch', version, main: 'out/main/index.js', type: 'module' });
  expect(about).not.toHaveProperty('scripts');
  expect(about).not.toHaveProperty('devDependencies');
});

test('beside it lie Electron’s own files, the licences, and nothing of another application', () => {
  expect(readdirSync(path.join(folder, 'resources')).toSorted()).toEqual([
    'app.asar',
    'app.asar.unpacked',
    'apparmor-profile',
  ]);
  expect(readdirSync(folder)).toEqual(
    expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.bundled.txt', 'LICENSES.chromium.html']),
  );
  expect(readdirSync(folder)).not.toContain('version');
});

test('every package that was bundled is there with its licence', () => {
  const text = readFileSync(path.join(folder, 'LICENSES.bundled.txt'), 'utf8');
  const licences = readLicences(projectFolder);
  for (const licence of licences) {
    expect(text).toContain(`${licence.name} ${licence.version} (${licence.identifier})\n`);
    expect(text).toContain(licence.text);
    expect(licence.text, licence.name).toMatch(/copyright/i);
  }
  const manifest: { dependencies: Record<string, string> } = JSON.parse(
    readFileSync(path.join(projectFolder, 'package.json'), 'utf8'),
  );
  const names = licences.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining(Object.keys(manifest.dependencies)));
});
