import { expect } from 'vitest';
import { pageUrl as address } from '../../src/main/window/protocol.ts';
import type { Watched } from './useScene.ts';

/** Nothing was opened, nobody was asked, and the page is where it was. */
export async function expectNothing({ application, scene, stranger }: Watched): Promise<void> {
  const here = await application.page();
  // Whatever was begun before this has been answered by the time this is.
  await here.evaluate('new Promise((done) => setTimeout(done, 100))');
  expect(here.url().split('#')[0]).toBe(address);
  // Not by a locator: Playwright waits there for the end of a navigation that was refused.
  expect(await here.evaluate(() => document.querySelector('main')?.textContent)).toContain('Acme');
  expect(
    await application.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
  expect(stranger.heard).toEqual([]);
  expect(scene.browser.opened()).toEqual([]);
}
