import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { importsOf, readSources, root } from './source.ts';
import { readWay } from './spine.ts';

// CONTRIBUTING shows newcomers three ways through the code, file by file: they must be there, be joined in that order,
// and not grow. tests/main/app/spine.test.ts sees that the code runs there.

const imports = new Map(
  readSources().map((source) => [source.path, new Set(importsOf(source).map(({ from }) => from))]),
);

function areLinked(one: string, other: string): boolean {
  return imports.get(one)?.has(other) === true || imports.get(other)?.has(one) === true;
}

describe.each([
  ['From an HTTP answer to the tooltip', 25],
  ['From a typed key to the disk', 12],
  ['From "Check now" to the request', 14],
])('%s', (title, most) => {
  const { says, stops, beside } = readWay(title);
  const files = stops.map(({ file }) => file);

  test(`there are at most ${most} stops, as many as it says`, () => {
    expect(says).toBe(`(${files.length} stops, at most ${most})`);
    expect(files.length).toBeGreaterThan(5);
    expect(files.length).toBeLessThanOrEqual(most);
    expect(new Set(files).size).toBe(files.length);
  });

  test('each of them is there, and all that is beside', () => {
    const named = [...files, ...stops.flatMap(({ joints }) => joints), ...beside];
    expect(named.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  test('each is joined to an earlier one: by an import, or by the files that it names', () => {
    const loose = stops.slice(1).filter(({ file, joints }, index) => {
      const chain = [...joints, file];
      const begins = files
        .slice(0, index + 1)
        .some((earlier) => chain.slice(0, 1).every((next) => areLinked(earlier, next)));
      return !begins || chain.some((next, at) => at > 0 && !areLinked(chain[at - 1] ?? '', next));
    });
    expect(loose.map(({ file }) => file)).toEqual([]);
  });
});
