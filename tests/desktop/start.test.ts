import { expect, test } from 'vitest';
import { startApplication } from '../support/desktop/application.ts';
import { ordinaryUser } from '../support/desktop/ordinaryUser.ts';
import { commandLine, processStatus, processTree } from '../support/desktop/processTree.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from './scene.ts';

const plan = { waiting: 0, archive: 60, plateau: 10 };

test('a second launch opens the window of the first, and ends', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  await (await application.page()).close();
  await waitFor('no window', () => application.openPages().length === 0);
  const second = await scene.start();
  expect(await second.exited).toEqual({ code: 0, signal: null });
  const page = await application.page();
  await page.getByRole('list', { name: 'Portals' }).waitFor();
});

test('later starts are quiet: only the tray', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  await scene.start();
  await scene.tooltip(/no backup running/);
  expect(await scene.hasWindow()).toBe(false);
});

test('after a restart the key is unsealed and nothing is announced a second time', async () => {
  await using scene = await Scene.open();
  const first = await scene.startWatching();
  scene.portal.startBackup(plan);
  scene.portal.clock.pass(90_000);
  await scene.checkNow();
  await scene.notifications.nth();
  await first.stop();
  await scene.start();
  await scene.tooltip(/backup finished/);
  await scene.checkNow();
  expect(scene.notifications.asked).toHaveLength(1);
});

test('a backup that finished while Keepwatch was closed is announced at the next start', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  scene.portal.startBackup(plan);
  scene.portal.clock.pass(90_000);
  await scene.start();
  expect((await scene.notifications.nth()).summary).toBe('Acme: backup finished');
});

test('a new portal’s old backup is shown and not announced', async () => {
  await using scene = await Scene.open();
  scene.portal.startBackup(plan);
  scene.portal.clock.pass(3 * 60 * 60_000);
  await scene.startWatching();
  await scene.tooltip(/backup finished/);
  await scene.checkNow();
  expect(scene.notifications.asked).toEqual([]);
});

test('killed between two looks, it goes on where it was', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  const running = await scene.start();
  scene.portal.startBackup(plan);
  scene.portal.clock.pass(30_000);
  await scene.tooltip(/no backup|first check/);
  await scene.checkNow();
  await scene.tooltip(/backing up/);
  running.kill();
  await running.exited;
  scene.portal.clock.pass(60_000);
  await scene.start();
  expect((await scene.notifications.nth()).summary).toBe('Acme: backup finished');
});

test.each(['', ':'])('a time zone without a name (TZ="%s") keeps nobody from starting', async (TZ) => {
  await using scene = await Scene.open({ desktop: { env: { TZ } } });
  await scene.startWatching();
  await scene.tooltip(/no backup running/);
  expect(await scene.hasWindow()).toBe(true);
});

// Only root becomes somebody else; for anybody else all the other tests run in the sandbox.
test.runIf(process.getuid?.() === 0)('as an ordinary user it runs in Chromium’s sandbox', async () => {
  await using scene = await Scene.open({ desktop: { account: ordinaryUser } });
  const application = await startApplication(scene.desktop);
  await scene.item();
  // A process is forked first, and shut in right after; and some are gone again before the window is there.
  const status = await application.until('its window’s process in a sandbox', () => {
    const renderer = processTree(application.pid).find((pid) => commandLine(pid).includes('--type=renderer'));
    const read = renderer === undefined ? '' : processStatus(renderer);
    return /^Seccomp:\s[^0]/m.test(read) ? read : null;
  });
  expect(status).toMatch(/^Seccomp:\s2$/m);
});

test('"Quit" ends every process and takes the icon away', async () => {
  await using scene = await Scene.open();
  const application = await scene.start();
  const item = await scene.item();
  await item.clickMenu('Quit');
  expect(await application.exited).toEqual({ code: 0, signal: null });
  await waitFor('an empty tray', () => scene.host.tray.items.length === 0);
});
