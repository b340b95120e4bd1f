import { expect, test } from 'vitest';
import { installBrowser } from './browser.ts';
import { Desktop } from './desktop.ts';
import { expectTooltip, startFixture } from './fixture.ts';
import { followNotifications } from './notificationMonitor.ts';
import { NotificationServer } from './notificationServer.ts';
import { waitFor } from './waitFor.ts';

test('a click on a notification reaches the application, which opens the browser', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const server = await NotificationServer.open(desktop);
  const browser = await installBrowser(desktop);
  const { item } = await startFixture(desktop);

  await item.clickMenu('Notify');
  const notification = await server.nth();
  expect(notification).toMatchObject({ appName: 'Fixture', summary: 'Acme: backup finished', replacesId: 0 });
  expect(notification.actions).toEqual({ default: 'View' });
  expect(notification.hints).toMatchObject({ 'desktop-entry': 'fixture', urgency: 1 });
  await expectTooltip(item, 'Fixture: notification shown');
  expect(server.shown).toHaveLength(1);

  server.invoke(notification);
  await expectTooltip(item, 'Fixture: notification clicked');
  expect(await browser.address()).toBe('https://portal.example/archive?key=1');
  expect(server.shown).toEqual([]);
});

test('a notification can be dismissed by its user and taken back by its application', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const server = await NotificationServer.open(desktop, { capabilities: ['body'] });
  const { item } = await startFixture(desktop);

  await item.clickMenu('Notify');
  expect((await server.nth()).actions).toEqual({});
  await expectTooltip(item, 'Fixture: notification shown');
  server.close(await server.nth(), 'dismissed');
  await expectTooltip(item, 'Fixture: notification closed');

  await item.clickMenu('Notify');
  const second = await server.nth(1);
  await expectTooltip(item, 'Fixture: notification shown');
  await item.clickMenu('Take notification back');
  await waitFor('the withdrawal', () => server.withdrawn.includes(second.id));
  expect(server.shown).toEqual([]);
});

test('a server may refuse, be away, or hang', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const server = await NotificationServer.open(desktop, { mode: 'refuses' });
  const { item } = await startFixture(desktop);

  await item.clickMenu('Notify');
  await expectTooltip(item, 'Fixture: notification failed');
  expect(server.asked).toHaveLength(1);

  server.mode = 'hangs';
  const caller = await desktop.connect();
  const target = { destination: 'org.freedesktop.Notifications', path: '/org/freedesktop/Notifications' };
  const call = caller.call({ ...target, interface: target.destination }, 'GetCapabilities', '', [], 100);
  await expect(call).rejects.toThrow('did not answer');

  await server.vanish();
  expect(await caller.owner(target.destination)).toBeUndefined();
});

test('a monitor sees every notification on the bus, and what became of it', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const server = await NotificationServer.open(desktop);
  const seen: string[] = [];
  const leave = await followNotifications(desktop.sessionBus.address, {
    onNotification: ({ summary, id }) => seen.push(`${id} asked: ${summary}`),
    onAction: (id, action) => seen.push(`${id} clicked: ${action}`),
    onClosed: (id, reason) => seen.push(`${id} closed: ${reason}`),
  });
  desktop.onStop(leave);
  const { item } = await startFixture(desktop);

  await item.clickMenu('Notify');
  await expectTooltip(item, 'Fixture: notification shown');
  server.invoke(await server.nth());
  await waitFor('the closing', () => seen.length === 3);
  expect(seen).toEqual(['1 asked: Acme: backup finished', '1 clicked: default', '1 closed: 2']);
});
