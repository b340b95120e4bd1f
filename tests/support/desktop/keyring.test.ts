import { expect, test } from 'vitest';
import { Desktop } from './desktop.ts';
import { expectTooltip, startFixture } from './fixture.ts';
import { hangSecretService, Keyring } from './keyring.ts';

// Of the desktops Electron knows, it uses the keyring of this one.
const gnome = { systemBus: false, env: { XDG_CURRENT_DESKTOP: 'GNOME' } };
const service = {
  destination: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};

test('an unlocked keyring keeps a secret', async () => {
  await using desktop = await Desktop.open(gnome);
  const keyring = await Keyring.open(desktop);
  const { item } = await startFixture(desktop);

  expect(await keyring.isLocked()).toBe(false);
  await item.clickMenu('Seal a secret');
  await expectTooltip(item, 'Fixture: unsealed a secret');
});

test('a locked keyring keeps none until it is unlocked', async () => {
  await using desktop = await Desktop.open(gnome);
  const keyring = await Keyring.open(desktop, { locked: true });
  const bus = await desktop.connect();
  expect(await bus.call(service, 'ReadAlias', 's', ['default'])).toEqual([
    '/org/freedesktop/secrets/collection/login',
  ]);
  const { item, application, host } = await startFixture(desktop);

  expect(await keyring.isLocked()).toBe(true);
  await item.clickMenu('Seal a secret');
  await expectTooltip(item, 'Fixture: no keyring');
  await application.stop();

  await keyring.unlock();
  expect(await keyring.isLocked()).toBe(false);
  const next = await startFixture(desktop, host);
  await next.item.clickMenu('Seal a secret');
  await expectTooltip(next.item, 'Fixture: unsealed a secret');
});

test('without a keyring there is nothing to keep a secret in', async () => {
  await using desktop = await Desktop.open(gnome);
  const { item, application } = await startFixture(desktop);

  await item.clickMenu('Seal a secret');
  await expectTooltip(item, 'Fixture: no keyring');
  expect(application.stdout).not.toContain('unsealed');
});

test('a wiped keyring has forgotten what it kept', async () => {
  await using desktop = await Desktop.open(gnome);
  const keyring = await Keyring.open(desktop);
  const { item } = await startFixture(desktop);
  await item.clickMenu('Seal a secret');
  await expectTooltip(item, 'Fixture: unsealed a secret');

  const bus = await desktop.connect();
  const kept = async (): Promise<unknown> => (await bus.call(service, 'SearchItems', 'a{ss}', [{}]))[0];
  expect(await kept()).not.toEqual([]);
  await keyring.wipe();
  expect(await kept()).toEqual([]);
  expect(await keyring.isLocked()).toBe(false);
});

test('a secret service may be there and never answer', async () => {
  await using desktop = await Desktop.open(gnome);
  await hangSecretService(desktop);
  const bus = await desktop.connect();
  expect(await bus.owner(service.destination)).toMatch(/^:/u);
  await expect(bus.call(service, 'ReadAlias', 's', ['default'], 100)).rejects.toThrow('did not answer');
});
