import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApplication } from './application.ts';
import { installBrowser } from './browser.ts';
import { Desktop } from './desktop.ts';
import { expectTooltip, fixture } from './fixture.ts';
import { followNotifications } from './notificationMonitor.ts';
import { Panel } from './panel.ts';
import { isPainted, readPixmap } from './pixmap.ts';
import { centre } from './region.ts';
import { followTray } from './tray.ts';
import { waitFor } from './waitFor.ts';

test('on a real panel the icon can be hovered and clicked, and its menu used', async () => {
  await using desktop = await Desktop.open({ systemBus: false, size: '1024x640' });
  const panel = await Panel.open(desktop);
  const told: string[] = [];
  const tray = await followTray(await desktop.connect(), ({ tooltip }) => told.push(tooltip));
  await startApplication(desktop, { project: fixture });
  const item = await tray.item();

  const icon = centre(await panel.trayIcon());
  await panel.screen.click(icon);
  await expectTooltip(item, 'Fixture: clicked');
  await waitFor('the watcher', () => told.includes('Fixture: clicked'));

  await panel.screen.hover({ x: 512, y: 320 });
  await panel.screen.hover(icon);
  expect(isPainted(await panel.screen.look(await panel.trayPopup()))).toBe(true);
  await panel.screen.click(icon, 'right');
  expect((await panel.trayPopup()).height).toBeGreaterThan(100);
  // The first line that can be chosen: Notify.
  await panel.screen.press('Down', 'Return');
  expect((await panel.bubble()).width).toBeGreaterThan(200);
  const screen = await panel.screen.look();
  expect([screen.width, screen.height]).toEqual([1024, 640]);
});

test('on a real panel a notification can be clicked, and a watcher sees it', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const panel = await Panel.open(desktop);
  const browser = await installBrowser(desktop);
  const seen: string[] = [];
  const leave = await followNotifications(desktop.sessionBus.address, {
    onNotification: ({ summary }) => seen.push(summary),
    onAction: (_id, action) => seen.push(`clicked ${action}`),
  });
  desktop.onStop(leave);
  const tray = await followTray(await desktop.connect());
  await startApplication(desktop, { project: fixture });
  const item = await tray.item();

  await item.clickMenu('Notify');
  await panel.clickBubbleButton(0);
  expect(await browser.address()).toBe('https://portal.example/archive?key=1');
  await panel.withoutBubbles();
  expect(seen).toEqual(['Acme: backup finished', 'clicked default']);

  await item.clickMenu('Open window');
  const file = join(desktop.folder, 'screen.png');
  await panel.screen.photograph(file, await panel.screen.window('^Fixture$'));
  const picture = await readPixmap(file);
  expect([picture.width, picture.height]).toEqual([400, 300]);
});
