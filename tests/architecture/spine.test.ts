import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from './source.ts';

// CONTRIBUTING shows newcomers three ways through the code, file by file: they must be there, and must not grow.

const text = readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8');

/** The files of a numbered list, in order. */
function stopsOf(title: string): string[] {
  const [, after = ''] = text.split(`**${title}**`);
  const [list = ''] = after.split('\n\n**');
  return [...list.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file);
}

describe.each([
  ['From an HTTP answer to the tooltip', 25],
  ['From a typed key to the disk', 12],
  ['From "Check now" to the request', 14],
])('%s', (title, most) => {
  const stops = stopsOf(title);

  test(`there are at most ${most} stops`, () => {
    expect(stops.length).toBeGreaterThan(5);
    expect(stops.length).toBeLessThanOrEqual(most);
    expect(new Set(stops).size).toBe(stops.length);
  });

  test('each of them is a file', () => {
    expect(stops.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });
});
