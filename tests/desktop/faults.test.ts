import { describe, expect, test } from 'vitest';
import type { Child } from '../support/desktop/child.ts';
import { Keyring } from '../support/desktop/keyring.ts';
import { NotificationServer } from '../support/desktop/notificationServer.ts';
import { helpers, killHelpers } from '../support/desktop/helper.ts';
import { sessionMembers } from '../support/desktop/processTree.ts';
import { StatusNotifierHost } from '../support/desktop/statusNotifierHost.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { readLedger } from './keptFiles.ts';
import { Scene } from './scene.ts';

describe('nothing is lost', () => {
  /** Keepwatch watches, and has just handed over news that nobody has answered for. */
  async function hasNews(scene: Scene): Promise<Child> {
    scene.notifications.mode = 'holds';
    await (await scene.startWatching()).stop();
    const application = await scene.start();
    await scene.tooltip(/no backup running/);
    scene.finishBackup();
    await scene.checkNow();
    await scene.notifications.nth();
    return application;
  }

  /** All of it has ended, by itself. */
  async function isOver(application: Child): Promise<void> {
    expect((await application.exited).signal).not.toBe('SIGKILL');
    await waitFor('the end of its helpers', () => sessionMembers(application.pid).length === 0);
  }

  test('when the X server dies: Keepwatch ends with it, and tells what is to be told at the next start', async () => {
    await using scene = await Scene.open();
    const application = await hasNews(scene);
    scene.desktop.displayServer.child.kill();
    await isOver(application);
    await scene.desktop.replaceDisplayServer();
    scene.notifications.recover();
    await scene.start();
    expect((await scene.notifications.nth(1)).summary).toBe('Acme: backup finished');
    await waitFor('told on disk', () => readLedger(scene.desktop).told.length === 1);
  });

  test('when the session bus dies: Keepwatch ends with it, and tells what is to be told at the next start', async () => {
    await using scene = await Scene.open();
    const application = await hasNews(scene);
    scene.desktop.sessionBus.child.kill();
    await isOver(application);
    await scene.desktop.replaceSessionBus();
    await Keyring.open(scene.desktop);
    await StatusNotifierHost.open(scene.desktop);
    const notifications = await NotificationServer.open(scene.desktop);
    await scene.start();
    expect((await notifications.nth()).summary).toBe('Acme: backup finished');
    await waitFor('told on disk', () => readLedger(scene.desktop).told.length === 1);
  });
});

test('helpers that are killed are started again; the window stays, and the watching goes on', async () => {
  await using scene = await Scene.open();
  await (await scene.startWatching()).stop();
  const { pid } = await scene.start();
  await scene.tooltip(/no backup running/);
  await (await scene.item()).clickMenu('Open Keepwatch');
  await waitFor('its window', async () => scene.showsWindow());
  for (const type of ['renderer', 'gpu-process', 'gpu-process', 'gpu-process', 'network.mojom']) {
    const dead = await killHelpers(pid, type, 'SIGKILL');
    await waitFor(`another ${type}`, () => helpers(pid, type).some((found) => !dead.includes(found)));
  }
  scene.finishBackup();
  await scene.checkNow();
  expect((await scene.notifications.nth()).summary).toBe('Acme: backup finished');
  expect(await scene.showsWindow()).toBe(true);
});
