import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { Screen } from '../support/desktop/screen.ts';
import { reach } from './host/reach.ts';
import { useHost } from './host/useHost.ts';
import { fourPortals } from './scenes/portals.ts';
import { viewOf } from './scenes/views.ts';

const host = useHost();
const built = resolve(import.meta.dirname, '..', '..', 'out', 'renderer');

test('the header moves a window without a frame, and its buttons can be clicked all the same', async () => {
  const { page, desktop, electron } = host();
  await host().load(fourPortals());
  const region = async (place: string): Promise<string> =>
    page
      .locator(place)
      .evaluate((element) => getComputedStyle(element).getPropertyValue('-webkit-app-region'));
  expect(await region('header')).toBe('drag');
  expect(await region('header button')).toBe('no-drag');

  // With the real pointer: what belongs to the frame never reaches the page.
  const window = await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  const click = async (place: string): Promise<void> => {
    const box = await page.locator(place).boundingBox();
    if (window === undefined || box === null) throw new Error('there is nothing to click');
    const [x, y] = [Math.round(window.x + box.x + 14), Math.round(window.y + box.y + 14)];
    await new Screen(desktop).click({ x, y });
  };
  await page.evaluate(() => {
    document
      .querySelector('h1')
      ?.addEventListener('pointerdown', () => document.body.classList.add('touched'));
  });
  await click('h1');
  await click('header button');
  await page.getByRole('heading', { name: 'Settings' }).waitFor();
  expect(await page.locator('.touched').count()).toBe(0);
});

test('a window without a frame draws its own edge', async () => {
  await host().load(fourPortals());
  const edgeOf = async (kind: string): Promise<string> =>
    host().page.evaluate((kind) => {
      document.documentElement.dataset['kind'] = kind;
      return getComputedStyle(document.body, '::after').borderTopStyle;
    }, kind);
  expect(await edgeOf('glance')).toBe('solid');
  expect(await edgeOf('ordinary')).toBe('none');
});

test('nothing is pinned in a window of little height', async () => {
  await host().page.setViewportSize({ width: 400, height: 320 });
  await reach(host(), viewOf('trouble'));
  const header = host().page.locator('header');
  await host().page.mouse.wheel(0, 400);
  await expect.poll(async () => (await header.boundingBox())?.y).toBeLessThan(0);
});

test('the names that tests and screen readers go by', async () => {
  const { page } = host();
  await reach(host(), viewOf('four'));
  const list = page.getByRole('list', { name: 'Portals' });
  const item = list.getByRole('listitem', { name: 'Acme Documents' });
  const progress = item.getByRole('progressbar', { name: 'Backup progress' });
  expect(await progress.getAttribute('aria-valuenow')).toBe('42');
  expect(await progress.getAttribute('aria-valuetext')).toBe('Backing up, about 6 min left');
  const plateau = list.getByRole('listitem', { name: 'Nordlicht Verlag' }).getByRole('progressbar');
  expect(await plateau.getAttribute('aria-valuenow')).toBe('90');
  expect(await list.getByRole('progressbar').count()).toBe(2);
  // What the window says by itself, it says when the verdict changes, not whenever a second has passed.
  expect(await page.getByRole('status').allTextContents()).toEqual(['1 portal needs you']);
});

test('it is light, and there at once', async () => {
  const sizeOf = async (file: string): Promise<number> => (await stat(join(built, file))).size;
  // What draws the views that are rarely opened is loaded when they are.
  expect((await sizeOf('window.js')) + (await sizeOf('shared.js'))).toBeLessThan(40_000);
  expect(await sizeOf('window.css')).toBeLessThan(16_000);
  const spans: number[] = [];
  for (let time = 0; time < 5; time++) spans.push(await host().load(fourPortals()));
  console.log(`painted after hello, in ms: ${spans.map(Math.round).join(', ')}`);
  expect(Math.min(...spans)).toBeLessThan(300);
});
