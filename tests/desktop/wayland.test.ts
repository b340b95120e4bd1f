import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ordinaryUser } from '../support/desktop/ordinaryUser.ts';
import { isPainted } from '../support/desktop/pixmap.ts';
import { Screen } from '../support/desktop/screen.ts';
import { hasSway, Sway } from '../support/desktop/sway.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

const title = 'Keepwatch';
const tries = 10;
/** A click on the icon within this after another one is half of a double click. */
const longestDoubleClick = 500;

/** A desktop for the compositor, which refuses to run as root. */
async function openScene(size?: `${number}x${number}`): Promise<Scene> {
  const account = process.getuid?.() === 0 ? { account: ordinaryUser } : {};
  return Scene.open({ desktop: { ...account, ...(size && { size }), env: { XDG_CURRENT_DESKTOP: 'sway' } } });
}

test.runIf(hasSway).each([1, 1.5, 2])(
  'at the first start on Wayland, at a scale of %d, the window appears, painted, whole, with the keyboard',
  async (scale) => {
    await using scene = await openScene('1366x768');
    const sway = await Sway.open(scene.desktop, { size: '1366x768', scale });
    const screen = new Screen(scene.desktop);
    await scene.start();
    const { x, y, width, height } = await sway.window(title);
    expect({ left: x >= 0, top: y >= 0 }).toEqual({ left: true, top: true });
    expect(x + width).toBeLessThanOrEqual(1366 / scale);
    expect(y + height).toBeLessThanOrEqual(768 / scale);
    await waitFor('its page', async () =>
      isPainted(
        await screen.look({ x: x * scale, y: y * scale, width: width * scale, height: height * scale }),
      ),
    );
    await waitFor('the keyboard', async () => sway.hasFocus(title));
  },
);

test.runIf(hasSway)('where one screen is smaller, the window fits on that one too', async () => {
  await using scene = await openScene();
  const sway = await Sway.open(scene.desktop, { beside: { size: '1366x768', scale: 2 } });
  await scene.start();
  const { width, height } = await sway.window(title);
  expect(width).toBeLessThanOrEqual(1366 / 2);
  expect(height).toBeLessThanOrEqual(768 / 2);
});

test.runIf(hasSway)(
  'on Wayland the main job is done: keyboard, second launch, glance, notification',
  async () => {
    await using scene = await openScene();
    const sway = await Sway.open(scene.desktop);
    const screen = new Screen(scene.desktop);
    const application = await scene.startWatching();
    const { portal, browser, notifications } = scene;
    const page = await application.page();

    await page.getByRole('button', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('textbox', { name: 'Portal name' }).focus();
    await screen.press('ctrl+a');
    await screen.type('By hand');
    await screen.press('Return');
    await scene.tooltip(/^By hand: no backup running$/);

    await sway.close(title);
    await waitFor('no window', () => application.openPages().length === 0);
    await scene.start();
    await sway.window(title);
    await waitFor('the keyboard', async () => sway.hasFocus(title));
    await sway.close(title);

    const item = await scene.item();
    for (let at = 0; at < tries; at += 1) {
      await waitFor('no window', () => application.openPages().length === 0);
      await pause(longestDoubleClick + 100);
      await item.activate();
      await sway.window(title);
      await waitFor('the keyboard', async () => sway.hasFocus(title));
      await sway.lookAway();
      await waitFor('the window to go', () => application.openPages().length === 0);
      await sway.lookBack();
    }

    scene.finishBackup();
    await scene.checkNow();
    const notification = await notifications.nth();
    notifications.permit(notification, 'come-to-the-front');
    notifications.invoke(notification);
    expect(await browser.address()).toContain(`${portal.origin}/storage/backup/root/`);
    expect(browser.permissions()).toEqual(['come-to-the-front']);
  },
);
