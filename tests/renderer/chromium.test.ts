import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readPixmap } from '../support/desktop/pixmap.ts';
import { violations } from './host/axe.ts';
import { ChromiumWindow, hasChromium } from './host/chromium.ts';
import { misfits } from './host/layout.ts';
import { keptPictures, photograph, pictureFolder, themes } from './host/photograph.ts';
import { reach } from './host/reach.ts';
import { viewNames, viewOf } from './scenes/views.ts';

// Debian's Chromium is of the same version as that of the Electron that ships; the tests' Electron is years older.
describe.skipIf(!hasChromium)('in the Chromium of the system', () => {
  let window: ChromiumWindow;
  beforeAll(async () => {
    window = await ChromiumWindow.open();
  });
  afterAll(async () => window.stop());

  // The colours of the dark theme are judged in Electron: they are the same here.
  test.each(viewNames)('%s is drawn, fits, and breaks no rule of axe', async (name) => {
    const { page } = window;
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await reach(window, viewOf(name));
    expect(await misfits(page)).toEqual([]);
    expect(await violations(page)).toEqual([]);
  });

  // What scrolls is narrower by the bar, which each browser draws in its own way.
  const alike = keptPictures.filter(([name]) => name !== 'history-running');

  test.each(alike)('%s looks as in its picture, light and dark', async (name, picture) => {
    await reach(window, viewOf(name));
    for (const theme of themes) {
      const taken = await photograph(window.page, theme);
      expect(await unlike(taken, join(pictureFolder, `${picture}-${theme}.png`))).toBeLessThan(0.05);
    }
  });
});

/** The share of a picture's dots that a person would see to be of another colour. */
async function unlike(taken: Buffer, file: string): Promise<number> {
  const [{ rgba: one }, { rgba: other }] = [await readPixmap(taken), await readPixmap(file)];
  expect(one.length).toBe(other.length);
  const differs = (at: number): boolean => Math.abs((one[at] ?? 0) - (other[at] ?? 0)) > 48;
  let count = 0;
  for (let at = 0; at < one.length; at += 4)
    if (differs(at) || differs(at + 1) || differs(at + 2)) count += 1;
  return count / (one.length / 4);
}
