import { chromium, type Page } from 'playwright';
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
  const browser = await chromium.connectOverCDP(address);
  desktop.onStop(async () => browser.close());
  const page = await waitFor('a window', () => browser.contexts()[0]?.pages()[0]);
  await page.waitForLoadState();
  return page;
}
