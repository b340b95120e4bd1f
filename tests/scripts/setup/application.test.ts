import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { isBuilt } from '../../../scripts/setup/application.mjs';
import { temporaryFolder, write } from './fixtures.ts';

const SOURCES = ['src/main/index.ts', 'src/core/event.ts', 'package-lock.json'];
const RESULTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/** A project whose sources were changed yesterday and whose application was built then. */
function project() {
  const root = temporaryFolder();
  for (const file of [...SOURCES, ...RESULTS]) write(path.join(root, file));
  const age = (names: string[], hours: number) => {
    const time = Date.now() / 1000 - hours * 3600;
    for (const name of names) fs.utimesSync(path.join(root, name), time, time);
  };
  age(['src/main', 'src/core', 'src', ...SOURCES], 25);
  age(RESULTS, 24);
  return { root, age };
}

test('what was built after the last change is built', () => {
  expect(isBuilt(project().root)).toBe(true);
});

test.each(SOURCES)('a change of %s asks for another build', (source) => {
  const { root, age } = project();
  age([source], 1);
  expect(isBuilt(root)).toBe(false);
});

test('so does the removal of a source', () => {
  const { root } = project();
  fs.rmSync(path.join(root, 'src/core/event.ts'));
  expect(isBuilt(root)).toBe(false);
});

test.each(RESULTS)('so does the lack of %s', (result) => {
  const { root } = project();
  fs.rmSync(path.join(root, result));
  expect(isBuilt(root)).toBe(false);
});
