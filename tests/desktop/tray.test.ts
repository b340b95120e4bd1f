import { expect, test } from 'vitest';
import { nameFrame } from '../../scripts/demo/frameNames.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

const plan = { waiting: 0, archive: 100, plateau: 20 };

test('the tray shows a backup from its start to its end: tooltip, icon and menu say the same', async () => {
  await using scene = await Scene.open();
  await scene.startWatching();
  const item = await scene.item();
  expect(await item.tooltip()).toBe('Acme: no backup running');
  expect(await nameFrame(await item.icon())).toBe('idle');

  scene.portal.startBackup(plan);
  scene.portal.clock.pass(50_000);
  await scene.checkNow();
  expect(await scene.tooltip(/backing up/)).toBe('Acme: backing up 45 %');
  await waitFor('its icon', async () => (await nameFrame(await item.icon())) === 'running-45');
  expect((await item.menuWords())[0]).toBe('Acme: backing up 45 %');

  scene.portal.clock.pass(55_000);
  expect(await scene.tooltip(/uploading/)).toBe('Acme: uploading, 90 %');
  await waitFor('its icon', async () => (await nameFrame(await item.icon())) === 'uploading');

  scene.portal.clock.pass(30_000);
  expect(await scene.tooltip(/finished/)).toBe('Acme: backup finished');
  expect(await item.menuWords()).toEqual([
    'Acme: backup finished',
    '-',
    'Open Keepwatch',
    expect.stringMatching(/^Open link: Acme, today, /),
    expect.stringMatching(/^Copy link: Acme, today, /),
    expect.stringMatching(/^Save archive: Acme, today, /),
    '-',
    'Check now',
    'Pause watching',
    'Pause for 30 minutes',
    'Pause until tomorrow',
    '-',
    'Quit',
  ]);
});

test('without a finished backup the menu offers no link', async () => {
  await using scene = await Scene.open();
  await scene.startWatching();
  const words = await (await scene.item()).menuWords();
  expect(words).toContain('(Open link)');
  expect(words).toContain('(Copy link)');
});

test('"Open link" in the menu opens the newest finished backup', async () => {
  await using scene = await Scene.open();
  await scene.startWatching();
  scene.portal.startBackup(plan);
  scene.portal.clock.pass(130_000);
  await scene.checkNow();
  await scene.tooltip(/finished/);
  await (await scene.item()).clickMenu(/^Open link: Acme/);
  expect(await scene.browser.address()).toContain(`${scene.portal.origin}/storage/backup/root/`);
});

test('pausing from the menu silences the portal until it is resumed', async () => {
  await using scene = await Scene.open();
  await scene.startWatching();
  const item = await scene.item();
  await item.clickMenu('Pause watching');
  expect(await scene.tooltip(/paused/)).toBe('Keepwatch: watching is paused');
  await waitFor('its icon', async () => (await nameFrame(await item.icon())) === 'paused');
  const polls = scene.looks();
  await item.clickMenu('Resume watching');
  await scene.tooltip(/no backup running/);
  await waitFor('a look after resuming', () => scene.looks() > polls);
});

test.each(['kde', 'gnome'] as const)('a panel that restarts has the icon again: %s', async (habits) => {
  await using scene = await Scene.open({ host: { habits } });
  await scene.start();
  await scene.item();
  await scene.host.vanish();
  await scene.host.appear();
  expect(await (await scene.item()).tooltip()).toBe('Keepwatch');
});
