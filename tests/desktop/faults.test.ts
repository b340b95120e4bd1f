import { describe, expect, test } from 'vitest';
import type { Child } from './harness/child.ts';
import { Keyring } from './harness/keyring.ts';
import { NotificationServer } from './harness/notificationServer.ts';
import { commandLine, processTree, sessionMembers } from './harness/processTree.ts';
import { StatusNotifierHost } from './harness/statusNotifierHost.ts';
import { waitFor } from './harness/waitFor.ts';
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
    await scene.notifications.notice();
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
    expect((await scene.notifications.notice(1)).summary).toBe('Acme: backup finished');
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
    expect((await notifications.notice()).summary).toBe('Acme: backup finished');
    await waitFor('told on disk', () => readLedger(scene.desktop).told.length === 1);
  });
});

test('a window whose process dies can be opened again, and the watching goes on', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  const page = await application.page();
  const looks = scene.looks();
  kill(application.pid, 'renderer');
  await waitFor('no window', () => page.isClosed());
  await scene.checkNow();
  expect(scene.looks()).toBeGreaterThan(looks);
  await (await scene.item()).clickMenu('Open Keepwatch');
  await (await application.page()).getByRole('list', { name: 'Portals' }).waitFor();
});

test('a graphics process that dies is started again, and neither window nor watching takes notice', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();
  for (let time = 0; time < 3; time++) {
    const dead = kill(application.pid, 'gpu-process');
    await waitFor('another graphics process', () => {
      const other = helper(application.pid, 'gpu-process');
      return other !== dead && other;
    });
  }
  await scene.checkNow();
  scene.finishBackup();
  await scene.checkNow();
  await (await application.page()).getByText('Backup finished').waitFor();
  expect((await scene.notifications.notice()).summary).toBe('Acme: backup finished');
});

function helper(pid: number, type: string): number | undefined {
  return processTree(pid).find((child) => commandLine(child).includes(`--type=${type}`));
}

/** Kills one of the application's helpers, and says which. */
function kill(pid: number, type: string): number {
  const found = helper(pid, type);
  if (found === undefined) throw new Error(`There is no ${type}.`);
  process.kill(found, 'SIGKILL');
  return found;
}
