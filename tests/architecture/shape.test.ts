import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { circlesIn, filesBesideTheirFolder, lengthsOf, namesNobodyImports, namesSaidTwice } from './shape.ts';
import { readEverything, readSources, root, type Source } from './source.ts';

// What the product is like as a whole.

const sources = readSources();

test('no files know one another in a circle', () => {
  expect(circlesIn(sources)).toEqual([]);
});

test('no file lies beside the folder of its name', () => {
  expect(filesBesideTheirFolder(sources)).toEqual([]);
});

test('one name is one thing: none is exported twice', () => {
  expect([...namesSaidTwice(sources)]).toEqual([]);
});

test('what is exported is imported somewhere', () => {
  expect(namesNobodyImports(sources, readEverything())).toEqual([]);
});

test('the map of the tests names every folder of theirs', () => {
  const map = readFileSync(path.join(root, 'tests/README.md'), 'utf8');
  const folders = ['tests', 'tests/support'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name),
  );
  expect(folders.filter((name) => !map.includes(`\`${name}\``))).toEqual([]);
});

test('files are short', () => {
  const { median, mostOfThem, longest } = lengthsOf(sources);
  expect(median).toBeLessThanOrEqual(60);
  expect(mostOfThem).toBeLessThanOrEqual(150);
  expect(longest).toBeLessThanOrEqual(250);
});

describe('these can fail', () => {
  const source = (path: string, text = ''): Source => ({ path, text });

  test('circles of types, over several files, and of a file with itself', () => {
    const there = source('src/a.ts', "import type { B } from './b.ts';");
    const on = source('src/b.ts', "export { c } from './c.ts';");
    const back = source('src/c.ts', "import { a } from './a.ts';");
    expect(circlesIn([there, on, back])).toEqual(['src/a.ts > src/b.ts > src/c.ts > src/a.ts']);
    expect(circlesIn([there, on])).toEqual([]);
    expect(circlesIn([source('src/a.ts', "import './a.ts';")])).toHaveLength(1);
  });

  test('a file beside its folder', () => {
    const files = [source('src/status.ts'), source('src/status/severity.ts')];
    expect(filesBesideTheirFolder(files)).toEqual(['src/status.ts']);
    expect(filesBesideTheirFolder([source('src/status/status.ts')])).toEqual([]);
  });

  test.each([
    'export type Line = 1;',
    'export const Line = 1;',
    'export async function Line() {}',
    "export { type X, line as Line } from './x.ts';",
  ])('a second %j', (text) => {
    const files = [source('src/a.ts', 'export class Line {}'), source('src/b.ts', text)];
    expect([...namesSaidTwice(files)]).toEqual([['Line', ['src/a.ts', 'src/b.ts']]]);
  });

  test('a name that is only spoken of is said once', () => {
    const files = [source('src/a.ts', 'export class Line {}'), source('src/b.ts', '// export class Line')];
    expect([...namesSaidTwice(files)]).toEqual([]);
  });

  test('a name that only its own file knows', () => {
    const files = [source('src/a.ts', 'export type A = 1;\nexport type B = A;')];
    expect(namesNobodyImports(files, files)).toEqual(['src/a.ts: A', 'src/a.ts: B']);
    const user = source('tests/a.test.ts', "import type { A } from '../src/a.ts';");
    expect(namesNobodyImports(files, [user])).toEqual(['src/a.ts: B']);
    const lazy = source('src/b.ts', "const { B } = await import('./a.ts');");
    expect(namesNobodyImports(files, [lazy])).toEqual([]);
  });

  test('lengths', () => {
    const files = [1, 2, 3, 4, 5, 6, 7, 8, 9, 100].map((lines) => source('src/a.ts', 'x\n'.repeat(lines)));
    expect(lengthsOf(files)).toEqual({ median: 5, mostOfThem: 9, longest: 100 });
  });
});
