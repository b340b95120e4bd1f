import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Page } from 'playwright';
import { expect } from 'vitest';

declare const axe: typeof axeCore;

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with a page. `rules`: only these; all of them where nothing is said. */
export async function violations(page: Page, rules?: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  const found = await page.evaluate(async (rules) => axe.run(rules ? { runOnly: rules } : {}), rules);
  // Colours that it cannot judge it would pass over.
  expect(found.passes.map(({ id }) => id)).toContain('color-contrast');
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html}: ${failureSummary}`),
  );
}
