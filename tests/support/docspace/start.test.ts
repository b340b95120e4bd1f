import { describe, expect, test } from 'vitest';
import { ask, askProgress, type Heard } from './ask.ts';
import { second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import type { Portal } from './portal/portal.ts';
import { lockFailsOnce } from './portal/scenarios/silence.ts';

function start(portal: Portal, body: unknown): Promise<Heard> {
  return ask(portal, '/api/2.0/backup/startbackup', { method: 'POST', key: portal.keys.write, body });
}

describe('startbackup', () => {
  test('begins a job, and hands it out again while it runs', async () => {
    const portal = await openPortal();
    const first = await start(portal, { storageType: 'DataStore' });
    expect(first.response).toMatchObject({ isCompleted: false, progress: 0, status: 0 });
    portal.clock.pass(5 * second);
    expect((await start(portal, { storageType: 4 })).response).toEqual(await askProgress(portal));
    portal.clock.pass(60 * second);
    const next = await start(portal, { storageType: 4 });
    expect(next.response).not.toMatchObject({ taskId: expect.stringMatching(taskOf(first)) });
  });

  test('takes a storage by name or number, and its parameters as a list of pairs', async () => {
    const cases: [unknown, number][] = [
      [{ storageType: 'Documents', storageParams: [{ key: 'folderId', value: '42' }] }, 200],
      [{ storageType: 0, storageParams: [{ key: 'folderId', value: 'sbox-1' }] }, 400],
      [{}, 400],
      [{ storageType: 'ThridpartyDocuments', storageParams: [{ key: 'folderId', value: '42' }] }, 400],
      [{ storageType: 'Local', storageParams: [] }, 500],
      [{ storageType: 'Moon' }, 400],
      [{ storageType: 4, dump: true }, 403],
    ];
    for (const [body, status] of cases) {
      const portal = await openPortal();
      expect((await start(portal, body)).status).toBe(status);
    }
  });

  test('accepts a custom cloud, and then the job does not know it', async () => {
    const portal = await openPortal();
    expect((await start(portal, { storageType: 'CustomCloud' })).status).toBe(200);
    portal.clock.pass(2 * second);
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true, error: 'Unknown storage type.' });
  });
});

describe('cancelbackup', () => {
  test('ends a job that runs, takes a finished one from view, and says false where there is none', async () => {
    const portal = await openPortal();
    const cancel = async () =>
      (await ask(portal, '/api/2.0/backup/cancelbackup', { method: 'POST', key: portal.keys.write }))
        .response;
    expect(await cancel()).toBe(false);
    portal.startBackup();
    portal.clock.pass(10 * second);
    expect(await cancel()).toBe(true);
    expect(await askProgress(portal)).toBeUndefined();
    portal.startBackup();
    portal.clock.pass(60 * second);
    expect(await cancel()).toBe(true);
    expect(await askProgress(portal)).toBeUndefined();
    expect((await ask(portal, '/api/2.0/backup/getbackuphistory')).response).toHaveLength(1);
    expect(await cancel()).toBe(false);
  });
});

test('the lock of the installation makes one call fail, and no other', async () => {
  const portal = await openPortal({ scenario: lockFailsOnce });
  const path = '/api/2.0/backup/getbackupprogress';
  const statuses = [];
  for (let turn = 0; turn < 3; turn += 1) statuses.push((await ask(portal, path)).status);
  expect(statuses).toEqual([500, 200, 200]);
});

function taskOf({ response }: Heard): string {
  return JSON.stringify(response).replace(/.*"taskId":"([^"]+)".*/, '$1');
}
