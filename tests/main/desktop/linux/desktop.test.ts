import { afterEach, expect, test, vi } from 'vitest';
import { openDesktop } from '../../../../src/main/desktop/openDesktop.ts';
import type { NotificationText } from '../../../../src/present/notification/text.ts';
import { Desktop } from '../../../support/desktop/desktop.ts';
import { Keyring } from '../../../support/desktop/keyring.ts';
import { NotificationServer } from '../../../support/desktop/notificationServer.ts';
import { StatusNotifierHost } from '../../../support/desktop/statusNotifierHost.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { SimulatedClock } from '../../../support/time/simulatedClock.ts';

afterEach(() => vi.unstubAllEnvs());

const notification: NotificationText = {
  tag: 'a',
  title: 'Acme: backup finished',
  body: '',
  urgency: 'normal',
  click: { type: 'openWindow' },
  buttons: [],
};

/** A session bus that is not there or went away is looked for as often as this. */
const pause = 30_000;

/** Opens the desktop whose session bus is at an address, and hears what it tells. */
async function open(address: string) {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
  const acted: unknown[] = [];
  const told: string[] = [];
  const clock = new SimulatedClock();
  const desktop = await openDesktop('linux', '/icon.png', (action) => acted.push(action), clock);
  await desktop.followKeyring((state) => told.push(`keyring ${state}`));
  await desktop.followTrayHost((host) => told.push(`tray ${host}`));
  await desktop.notifications.follow(() => told.push('notifications'));
  return { desktop, acted, told, clock };
}

test('without a session bus there is no keyring, no tray and no notification, and everything says so', async () => {
  for (const address of ['disabled:', 'unix:path=/nowhere']) {
    const { desktop, told } = await open(address);
    expect(told).toEqual(['keyring absent', 'tray absent']);
    expect(await desktop.notifications.show(notification)).toBe(false);
    desktop.close();
  }
});

test('with one, all of it is found there', async () => {
  await using environment = await Desktop.open({ display: false, systemBus: false });
  await StatusNotifierHost.open(environment);
  await Keyring.open(environment);
  const server = await NotificationServer.open(environment);
  const { desktop, acted, told } = await open(environment.sessionBus.address);
  await waitFor('all three', () => told.length === 3);
  expect(told.toSorted()).toEqual(['keyring open', 'notifications', 'tray lacking']);
  expect(await desktop.notifications.show(notification)).toBe(true);
  server.invoke(await server.nth());
  await waitFor('the click', () => acted.length === 1);
  expect(acted).toEqual([{ type: 'openWindow' }]);
  desktop.close();
});

test('one that comes late is found, and so is the one that takes its place', async () => {
  await using environment = await Desktop.open({ display: false, systemBus: false });
  const { desktop, told, clock } = await open('unix:path=/nowhere');
  expect(told.splice(0)).toEqual(['keyring absent', 'tray absent']);

  for (let times = 0; times < 2; times += 1) {
    vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', environment.sessionBus.address);
    const server = await NotificationServer.open(environment);
    clock.pass(pause);
    await waitFor('notifications', () => told.includes('notifications'));
    expect(await desktop.notifications.show(notification)).toBe(true);
    expect(server.asked).toHaveLength(1);

    await waitFor('the rest', () => told.length === 3);
    told.length = 0;
    environment.sessionBus.child.kill();
    await waitFor('its end', () => told.length === 2);
    expect(told.splice(0)).toEqual(['keyring absent', 'tray absent']);
    expect(await desktop.notifications.show(notification)).toBe(false);
    await environment.replaceSessionBus();
  }
  desktop.close();
  expect(clock.waits()).toEqual([]);
});
