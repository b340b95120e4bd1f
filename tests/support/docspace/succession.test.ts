import { describe, expect, test } from 'vitest';
import { ask, askProgress, historyPath } from './ask.ts';
import { second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import { oldResult, replaced, replacedUnseen } from './portal/scenarios/results.ts';

describe('one backup after another', () => {
  test('shows a finished one at the first read', async () => {
    const portal = await openPortal({ scenario: oldResult });
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true, progress: 100, status: 2 });
    expect((await ask(portal, historyPath)).response).toMatchObject([{ createdOn: '2026-11-19T19:04:39' }]);
  });

  test('puts a running one in the place of a finished one, under another taskId', async () => {
    const portal = await openPortal({ scenario: replaced });
    const first = portal.world.backups.current()?.plan.taskId;
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true, taskId: first });
    portal.clock.pass(13 * second);
    const next = await askProgress(portal);
    expect(next).toMatchObject({ isCompleted: false, status: 1 });
    expect(next).not.toMatchObject({ taskId: first });
  });

  test('puts a finished one in the place of a finished one, and nobody has seen it run', async () => {
    const portal = await openPortal({ scenario: replacedUnseen });
    const first = portal.world.backups.current()?.plan.taskId;
    portal.clock.pass(12 * second);
    const next = await askProgress(portal);
    expect(next).toMatchObject({ isCompleted: true, progress: 100 });
    expect(next).not.toMatchObject({ taskId: first });
    expect((await ask(portal, historyPath)).response).toHaveLength(2);
  });

  test('leaves no archive of a job that was replaced before its end', async () => {
    const portal = await openPortal();
    portal.startBackup();
    portal.clock.pass(20 * second);
    portal.startBackup();
    portal.clock.pass(60 * second);
    expect((await ask(portal, historyPath)).response).toHaveLength(1);
  });
});
