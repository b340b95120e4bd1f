import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import { expect, test } from 'vitest';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { viewNames, viewOf } from './scenes/views.ts';

declare const axe: typeof axeCore;

// Every rule of axe, contrast of colours included, in every view, light and dark.
const host = useHost();
const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** `rules`: only these; all of them where nothing is said. */
async function violations(rules?: string[]): Promise<string[]> {
  const { page } = host();
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const found = await page.evaluate(async (rules) => axe.run(rules ? { runOnly: rules } : {}), rules);
  // Colours that it cannot judge it would pass over.
  expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}

test.each(viewNames)('%s', async (name) => {
  await host().page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await reach(host(), viewOf(name));
  expect(await violations()).toEqual([]);
  await host().page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  // Nothing else changes with the theme.
  expect(await violations(['color-contrast'])).toEqual([]);
});
