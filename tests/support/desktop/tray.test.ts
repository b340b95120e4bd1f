import { expect, test } from 'vitest';
import { Desktop } from './desktop.ts';
import { expectTooltip, fixture, startFixture } from './fixture.ts';
import { looksLike, readPixmap, toPng } from './pixmap.ts';
import { startApplication } from './application.ts';
import { StatusNotifierHost } from './statusNotifierHost.ts';
import { waitFor } from './waitFor.ts';

test('an application in the tray is read as a desktop reads it', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { item, host } = await startFixture(desktop);

  const words = [
    '(Nothing is running)',
    '-',
    'Notify',
    'Take notification back',
    'Seal a secret',
    'Open window',
  ];
  await waitFor('the menu', async () => (await item.menu()).length > 0);
  expect(await item.menuWords()).toEqual([...words, 'Turn red', 'Paused', 'Quit']);
  expect(await item.status()).toBe('Active');

  const icon = await item.icon();
  expect([icon.width, icon.height]).toEqual([44, 44]);
  expect([...icon.rgba.subarray((22 * 44 + 22) * 4).subarray(0, 4)]).toEqual([15, 141, 140, 255]);
  expect(looksLike(icon, await readPixmap(toPng(icon)))).toBe(true);
  expect(host.tray.items).toHaveLength(1);
});

test('a click and the lines of the menu reach the application', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { item, application } = await startFixture(desktop);

  await item.activate();
  await expectTooltip(item, 'Fixture: clicked');
  await item.clickMenu('Paused');
  await waitFor('the tick', async () =>
    (await item.menu()).some(({ label, checked }) => label === 'Paused' && checked),
  );
  await expect(item.clickMenu('Nothing is running')).rejects.toThrow('disabled');
  await expect(item.clickMenu('Fly')).rejects.toThrow('but: (Nothing is running) | - | Notify');
  await item.clickMenu('Quit');
  expect(await application.exited).toEqual({ code: 0, signal: null });
});

test('what the icon shows is remembered in order', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { item, host } = await startFixture(desktop);

  await item.activate();
  await expectTooltip(item, 'Fixture: clicked');
  await item.clickMenu('Turn red');
  const icons = await waitFor('a second picture', () =>
    host.tray.icons().length > 1 ? host.tray.icons() : undefined,
  );
  expect(host.tray.tooltips().slice(-2)).toEqual(['Fixture: ready', 'Fixture: clicked']);
  const [teal, red] = icons.slice(-2);
  expect(teal && red && looksLike(teal, red)).toBe(false);
  expect(host.tray.readings.map(({ cause }) => cause)).toEqual(
    expect.arrayContaining(['registered', 'NewToolTip', 'LayoutUpdated', 'NewIcon']),
  );
});

test('the item returns when the shell is restarted, and goes when its application is killed', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { host, application } = await startFixture(desktop);

  await host.vanish();
  await waitFor('an empty tray', () => host.tray.items.length === 0);
  await host.appear();
  expect(await (await host.tray.item()).tooltip()).toBe('Fixture: ready');
  application.kill();
  await waitFor('an empty tray', () => host.tray.items.length === 0);
});

test('a tray may come later than the application', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const host = await StatusNotifierHost.open(desktop, { present: false });
  const early = await startApplication(desktop, { project: fixture });
  await early.until('its first word', () => early.stdout.includes('ready'));

  await host.appear();
  expect(host.tray.items).toEqual([]);
  await early.stop();
  await startApplication(desktop, { project: fixture });
  expect((await host.tray.item()).owner).toMatch(/^:/u);
});
