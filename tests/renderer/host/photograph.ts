import { resolve } from 'node:path';
import type { Page } from 'playwright';
import type { ViewName } from '../scenes/views.ts';

export const themes = ['light', 'dark'] as const;
/** The views of which the documentation has pictures, and the names of those. */
export const keptPictures: ReadonlyArray<[ViewName, string]> = [
  ['four', 'four-portals'],
  ['one', 'one-running'],
  ['one-finished', 'one-finished'],
  ['add-kept', 'connected'],
  ['first-start', 'first-start'],
  ['history-running', 'history'],
];
export const pictureFolder = resolve(import.meta.dirname, '..', '..', '..', 'docs', 'pictures');
export const pictureSize = { width: 400, height: 560 };

/** The window at twice its size, at rest, with nothing under the pointer, as PNG. */
export async function photograph(page: Page, theme: (typeof themes)[number]): Promise<Buffer> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.evaluate(() => {
    document.documentElement.dataset['kind'] = 'glance';
  });
  await page.mouse.move(0, 0);
  const session = await page.context().newCDPSession(page);
  const metrics = { ...pictureSize, deviceScaleFactor: 2, mobile: false };
  await session.send('Emulation.setDeviceMetricsOverride', metrics);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png' });
  await session.detach();
  return Buffer.from(data, 'base64');
}
