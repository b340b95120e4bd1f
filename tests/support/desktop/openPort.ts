import { type Browser, chromium, type Page } from 'playwright';
import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';
import { waitFor } from './waitFor.ts';

/** What an application is started with, to be reached so. */
export const openPort = '--remote-debugging-port=0';

/**
 * Reaches into the window of a running application over Chromium's own port. Playwright starts an application by its
 * inspector, which is not let into what ships.
 */
export async function reachWindow(desktop: Desktop, application: Child): Promise<Page> {
  const address = await application.until(
    'its port',
    () => /DevTools listening on (\S+)/.exec(application.stderr)?.[1],
  );
  const browser = await connect(address);
  desktop.onStop(async () => browser.close());
  const page = await waitFor('a window', () => browser.contexts()[0]?.pages()[0]);
  await page.waitForLoadState();
  return page;
}

/** Attached to a window that is just being made, Chromium may leave the first question unanswered for ever. */
async function connect(address: string): Promise<Browser> {
  for (let tries = 1; tries < 3; tries += 1) {
    try {
      return await chromium.connectOverCDP(address, { timeout: 10_000 });
    } catch (error) {
      console.log(`${address} did not answer: ${String(error)}`);
    }
  }
  return chromium.connectOverCDP(address, { timeout: 10_000 });
}
