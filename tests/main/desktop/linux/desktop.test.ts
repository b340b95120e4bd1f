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

const notice: NotificationText = {
  tag: 'a',
  title: 'Acme: backup finished',
  body: '',
  urgency: 'normal',
  click: { type: 'openWindow' },
  buttons: [],
};

/** Opens the desktop whose session bus is at an address, and hears what it tells. */
async function open(address: string) {
  vi.stubEnv('DBUS_SESSION_BUS_ADDRESS', address);
  const acted: unknown[] = [];
  const told: string[] = [];
  const desktop = await openDesktop(
    'linux',
    '/icon.png',
    (action) => acted.push(action),
    new SimulatedClock(),
  );
  await desktop.followKeyring((state) => told.push(`keyring ${state}`));
  await desktop.followTrayHost((host) => told.push(`tray ${host}`));
  await desktop.notices.follow(() => told.push('notices'));
  return { desktop, acted, told };
}

test('without a session bus there is no keyring, no tray and no notice, and everything says so', async () => {
  for (const address of ['disabled:', 'unix:path=/nowhere']) {
    const { desktop, told } = await open(address);
    expect(told).toEqual(['keyring absent', 'tray absent']);
    expect(await desktop.notices.show(notice)).toBe(false);
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
  expect(told.toSorted()).toEqual(['keyring open', 'notices', 'tray lacking']);
  expect(await desktop.notices.show(notice)).toBe(true);
  server.invoke(await server.notice());
  await waitFor('the click', () => acted.length === 1);
  expect(acted).toEqual([{ type: 'openWindow' }]);
  desktop.close();
});
