import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startPortal } from '../support/docspace/portal/portal.ts';
import type { Child } from '../support/desktop/child.ts';
import type { ServerMode } from '../support/desktop/notificationServer.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { holdSave, readLedger } from './keptFiles.ts';
import { Scene } from './scene.ts';

// The ledger's protocol, with the application really killed (SIGKILL) at each of its steps: pending is saved, the
// notification is handed over, the server answers, told is saved.

describe('an ending is told at the next start, or was told, wherever Keepwatch is killed', () => {
  let scene: Scene;
  const seen: Record<string, unknown>[] = [];

  beforeAll(async () => {
    scene = await Scene.open();
    await (await scene.startWatching()).stop();
  });
  afterAll(async () => {
    console.table(seen);
    await scene[Symbol.asyncDispose]();
  });

  type Step = {
    step: string;
    /** How the notification server is until the application is dead. */
    server: ServerMode;
    /** Prepares the moment, and comes back when the application is in it. */
    reach: (application: Child, end: () => Promise<void>) => Promise<void>;
    /** What is on disk of this ending then, and how often a server was asked to show it: then, and in all. */
    ledger: 'nothing' | 'pending' | 'told';
    asked: [then: number, inAll: number];
  };

  const pendingIs = (count: number) => () => readLedger(scene.desktop).pending.length === count;

  test.each<Step>([
    {
      step: 'while pending is being saved',
      server: 'answers',
      reach: async ({ pid }, end) => {
        const save = holdSave(scene.desktop, 'portals');
        await end();
        await save.reached(pid);
        save.release();
      },
      ledger: 'nothing',
      asked: [0, 1],
    },
    {
      step: 'after pending is saved, before Notify',
      // It is asked what it can do before it is given the first notification.
      server: 'hangs',
      reach: async (_application, end) => {
        await end();
        await waitFor('pending on disk', pendingIs(1));
      },
      ledger: 'pending',
      asked: [0, 1],
    },
    {
      step: 'while the server holds Notify',
      server: 'holds',
      reach: async (_application, end) => {
        const before = scene.notifications.asked.length;
        await end();
        await scene.notifications.nth(before);
      },
      ledger: 'pending',
      asked: [1, 2],
    },
    {
      step: 'after the answer, while told is being saved',
      server: 'holds',
      reach: async ({ pid }, end) => {
        const before = scene.notifications.asked.length;
        await end();
        await scene.notifications.nth(before);
        const save = holdSave(scene.desktop, 'portals');
        scene.notifications.recover();
        await save.reached(pid);
        save.release();
      },
      ledger: 'pending',
      asked: [1, 2],
    },
    {
      step: 'after told is saved',
      server: 'answers',
      reach: async (_application, end) => {
        const before = readLedger(scene.desktop).told.length;
        await end();
        await waitFor('told on disk', () => readLedger(scene.desktop).told.length > before);
      },
      ledger: 'told',
      asked: [1, 1],
    },
  ])('killed $step', async ({ step, server, reach, ledger, asked }) => {
    const { notifications } = scene;
    const before = notifications.asked.length;
    const told = readLedger(scene.desktop).told.length;
    const countAsked = (): number => notifications.asked.length - before;

    const application = await scene.start();
    await scene.tooltip(/no backup running|finished/);
    notifications.mode = server;
    await reach(application, async () => {
      scene.finishBackup();
      await scene.checkNow();
    });
    application.kill();
    await application.exited;
    const then = { ledger: stateOf(told), asked: countAsked() };

    notifications.recover();
    const next = await scene.start();
    await waitFor('told on disk', () => stateOf(told) === 'told');
    next.kill();
    await next.exited;
    seen.push({
      'killed …': step,
      'on disk then': then.ledger,
      'asked to show then': then.asked,
      'in all': countAsked(),
    });
    expect(then).toEqual({ ledger, asked: asked[0] });
    expect(countAsked()).toBe(asked[1]);
  });

  test('and none of them is told again after that', async () => {
    const asked = scene.notifications.asked.length;
    const application = await scene.start();
    await scene.tooltip(/finished/);
    await scene.checkNow();
    await application.stop();
    expect(scene.notifications.asked).toHaveLength(asked);
  });

  function stateOf(toldBefore: number): Step['ledger'] {
    const { pending, told } = readLedger(scene.desktop);
    if (told.length > toldBefore) return 'told';
    return pending.length > 0 ? 'pending' : 'nothing';
  }
});

test('a second launch while the server holds the notification opens the window, where it is read, and that is all', async () => {
  await using scene = await Scene.open({ notifications: { mode: 'holds' } });
  await (await scene.startWatching()).stop();
  const application = await scene.start();
  await scene.tooltip(/no backup running/);
  scene.finishBackup();
  await scene.checkNow();
  await scene.notifications.nth();
  expect(readLedger(scene.desktop)).toMatchObject({ pending: [expect.any(String)], told: [] });

  const second = await scene.start();
  expect(await second.exited).toEqual({ code: 0, signal: null });
  await scene.focusWindow();
  await waitFor('told on disk, since it was seen', () => readLedger(scene.desktop).told.length === 1);
  application.kill();
  await application.exited;
  scene.notifications.recover();
  await scene.start();
  await scene.tooltip(/finished/);
  await scene.checkNow();
  expect(scene.notifications.asked).toHaveLength(1);
});

test('more than three endings at once become one notification, and a click on it opens the window', async () => {
  await using scene = await Scene.open();
  const more = await Promise.all(
    ['Globex', 'Initech', 'Umbrella'].map(async (name) => startPortal({ name, clock: scene.portal.clock })),
  );
  scene.desktop.onStop(async () => Promise.all(more.map(async (portal) => portal.close())));
  const driven = await scene.startWatching();
  for (const portal of more) await scene.addPortal(await driven.page(), portal);
  await driven.stop();

  for (const portal of [scene.portal, ...more]) scene.finishBackup(portal);
  const application = await scene.start();
  const notification = await scene.notifications.nth();
  expect([notification.summary, notification.body]).toEqual([
    '4 updates',
    'From 4 portals. Open Keepwatch to read them.',
  ]);
  await waitFor('told on disk', () => readLedger(scene.desktop).told.length === 4);
  scene.notifications.invoke(notification);
  await application.until('its window', async () => scene.showsWindow());
  expect(scene.notifications.asked).toHaveLength(1);
});
