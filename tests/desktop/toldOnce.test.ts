import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Child } from './harness/child.ts';
import type { ServerMode } from './harness/notificationServer.ts';
import { waitFor } from './harness/waitFor.ts';
import { holdSave, readLedger } from './keptFiles.ts';
import { Scene } from './scene.ts';

// The ledger's protocol, with the application really killed (SIGKILL) at each of its steps: pending is saved, the notice
// is handed over, the server answers, told is saved.

const plan = { waiting: 0, archive: 60, plateau: 10 };

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
        const save = holdSave(scene.desktop, 'ledger');
        await end();
        await save.reached(pid);
        save.release();
      },
      ledger: 'nothing',
      asked: [0, 1],
    },
    {
      step: 'after pending is saved, before Notify',
      // It is asked what it can do before it is given the first notice.
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
        await scene.notifications.notice(before);
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
        await scene.notifications.notice(before);
        const save = holdSave(scene.desktop, 'ledger');
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
  ])('$step', async ({ step, server, reach, ledger, asked }) => {
    const { notifications, portal } = scene;
    const before = notifications.asked.length;
    const told = readLedger(scene.desktop).told.length;
    const countAsked = (): number => notifications.asked.length - before;

    const application = await scene.start();
    await scene.tooltip(/no backup running|finished/);
    notifications.mode = server;
    await reach(application, async () => {
      portal.startBackup(plan);
      portal.clock.advance(90_000);
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
