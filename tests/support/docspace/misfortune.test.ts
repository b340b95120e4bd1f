import { describe, expect, test } from 'vitest';
import { ask, askProgress, historyPath } from './ask.ts';
import { day, hour, second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import {
  cancelledStays,
  cancelledVanishes,
  frozen,
  neverPickedUp,
  vanishedArchived,
  vanishedLost,
} from './portal/scenarios/doubtful.ts';
import { crash, failure, failureAfterSuccess, warning } from './portal/scenarios/endings.ts';

const writer = { method: 'POST', body: { storageType: 'DataStore' } };

describe('a backup that does not go well', () => {
  test('stays created for a day where no worker runs, and so does every other', async () => {
    const portal = await openPortal({ scenario: neverPickedUp });
    const first = await askProgress(portal);
    expect(first).toMatchObject({ isCompleted: false, progress: 0, error: '', status: 0 });
    portal.clock.pass(day - 1);
    expect(await askProgress(portal)).toEqual(first);
    portal.clock.pass(1);
    expect(await askProgress(portal)).toBeUndefined();
    const again = await ask(portal, '/api/2.0/backup/startbackup', { key: portal.keys.write, ...writer });
    portal.clock.pass(hour);
    expect(await askProgress(portal)).toEqual(again.response);
  });

  test('fails as "completed" with an error, its percentage standing where it was', async () => {
    const portal = await openPortal({ scenario: failure });
    portal.clock.pass(9 * second);
    expect(await askProgress(portal)).toMatchObject({ progress: 35, isCompleted: false });
    portal.clock.pass(1 * second);
    const failed = { isCompleted: true, progress: 37, error: "Can't backup table files_file.", link: '' };
    expect(await askProgress(portal)).toMatchObject({ ...failed, status: 1 });
    portal.clock.pass(3 * second);
    expect(await askProgress(portal)).toMatchObject({ ...failed, status: 2 });
    expect((await ask(portal, historyPath)).response).toEqual([]);
  });

  test('crashes with status 4, is never completed, and stands in the way until it is cancelled', async () => {
    const portal = await openPortal({ scenario: crash });
    portal.clock.pass(2 * second);
    const error = 'One or more errors occurred. (Portal not found)';
    expect(await askProgress(portal)).toMatchObject({ isCompleted: false, progress: 0, error, status: 4 });
    const write = { key: portal.keys.write, ...writer };
    expect((await ask(portal, '/api/2.0/backup/startbackup', write)).status).toBe(500);
    expect((await ask(portal, '/api/2.0/backup/cancelbackup', { ...write, body: {} })).response).toBe(true);
    expect((await ask(portal, '/api/2.0/backup/startbackup', write)).response).toMatchObject({ status: 0 });
  });

  test('has failed and yet made its archive, where the mail about it failed', async () => {
    const portal = await openPortal({ scenario: failureAfterSuccess });
    portal.clock.pass(28 * second);
    const job = portal.world.backups.current();
    const error = 'The mail server does not answer.';
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true, progress: 100, error });
    expect((await ask(portal, historyPath)).response).toMatchObject([{ id: job?.plan.taskId }]);
  });

  test('succeeds with a warning', async () => {
    const portal = await openPortal({ scenario: warning });
    expect(await askProgress(portal)).not.toHaveProperty('warning');
    portal.clock.pass(28 * second);
    const said = expect.stringContaining('not included');
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true, error: '', warning: said });
  });

  test('is gone after it was cancelled, or stays with status 3: servers do both', async () => {
    const gone = await openPortal({ scenario: cancelledVanishes });
    gone.clock.pass(11 * second);
    expect(await askProgress(gone)).toBeUndefined();
    const stays = await openPortal({ scenario: cancelledStays });
    stays.clock.pass(11 * second);
    const entry = { isCompleted: true, progress: 41, error: '', warning: 'Backup cancelled', status: 3 };
    expect(await askProgress(stays)).toMatchObject(entry);
  });

  test('vanishes, with its archive or without', async () => {
    for (const [scenario, records] of [
      [vanishedArchived, 1],
      [vanishedLost, 0],
    ] as const) {
      const portal = await openPortal({ scenario });
      portal.clock.pass(12 * second);
      expect(await askProgress(portal)).toMatchObject({ progress: 50 });
      portal.clock.pass(1 * second);
      expect(await askProgress(portal)).toBeUndefined();
      expect((await ask(portal, historyPath)).response).toHaveLength(records);
      const cancel = { method: 'POST', key: portal.keys.write };
      expect((await ask(portal, '/api/2.0/backup/cancelbackup', cancel)).response).toBe(false);
    }
  });

  test('stands still for a day where its worker was killed, and is handed out as the running one', async () => {
    const portal = await openPortal({ scenario: frozen });
    portal.clock.pass(hour);
    const still = await askProgress(portal);
    expect(still).toMatchObject({ isCompleted: false, progress: 55, error: '', status: 1 });
    portal.clock.pass(22 * hour);
    expect(await askProgress(portal)).toEqual(still);
    const again = await ask(portal, '/api/2.0/backup/startbackup', { key: portal.keys.write, ...writer });
    expect(again.response).toEqual(still);
    portal.clock.pass(hour + 13 * second);
    expect(await askProgress(portal)).toBeUndefined();
  });
});
