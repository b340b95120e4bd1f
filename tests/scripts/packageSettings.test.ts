import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { signing } from '../../scripts/package/make.ts';
import { projectFolder } from '../../scripts/setup/places.mjs';

const configuration = readFileSync(path.join(projectFolder, 'electron-builder.yml'), 'utf8');

test('a package for trials is signed ad hoc, and a release by name or not at all', () => {
  expect(signing(false, '0.1.0')).toEqual({ 'mac.identity': '-' });
  expect(signing(true, '0.1.0')).toEqual({ forceCodeSigning: true });
  expect(() => signing(true, '0.1.0-fallback.33.2.1')).toThrow(/cannot be released/);
  expect(configuration).not.toMatch(/identity|forceCodeSigning/);
});

test('the AppImage has the runtime that needs no FUSE 2 and keeps Chromium’s sandbox where it works', () => {
  expect(configuration).toMatch(/^toolsets:\n {2}appimage: 1\.\d+\.\d+$/m);
  expect(configuration).not.toContain('no-sandbox');
});

test('Windows gets an installer, and nothing that cannot start at login or show a notification', () => {
  expect(configuration).toMatch(/^win:\n {2}target: \[nsis\]$/m);
});

test('Linux gets a package of each kind that its systems install', () => {
  expect(configuration).toMatch(/^linux:\n {2}target: \[deb, rpm, AppImage\]$/m);
});
