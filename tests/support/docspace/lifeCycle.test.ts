import { describe, expect, test } from 'vitest';
import { ask, askProgress, historyPath, progressPath } from './ask.ts';
import { day, second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import { happyDataStore, happyDocuments } from './portal/scenarios/endings.ts';
import { noJob } from './portal/scenarios/results.ts';

describe('a portal that knows of no job', () => {
  test('answers 200 without a response member', async () => {
    const portal = await openPortal({ scenario: noJob });
    const { status, text, headers } = await ask(portal, progressPath);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    const links = `[{"href":"${portal.origin}${progressPath}","action":"GET"}]`;
    expect(text).toBe(`{"count":0,"links":${links},"status":0,"statusCode":200}`);
  });

  test('says the same under the alias that the web client uses, and names its own path', async () => {
    const portal = await openPortal({ scenario: noJob });
    const alias = await ask(portal, '/api/2.0/portal/getbackupprogress');
    expect(alias.text).toBe((await ask(portal, progressPath)).text);
  });
});

describe('a backup to the temporary storage', () => {
  test('waits, climbs to 90, rests there, and is finished before its status says so', async () => {
    const portal = await openPortal({ scenario: happyDataStore });
    const { clock } = portal;
    expect(await askProgress(portal)).toMatchObject({ isCompleted: false, progress: 0, link: '', status: 0 });
    clock.pass(2 * second);
    expect(await askProgress(portal)).toMatchObject({ progress: 0, status: 1 });
    clock.pass(9 * second);
    expect(await askProgress(portal)).toMatchObject({ isCompleted: false, progress: 45, status: 1 });
    clock.pass(9 * second);
    expect(await askProgress(portal)).toMatchObject({ isCompleted: false, progress: 90, link: '' });
    clock.pass(7.9 * second);
    expect(await askProgress(portal)).toMatchObject({ isCompleted: false, progress: 90, status: 1 });
    clock.pass(0.1 * second);
    expect(await askProgress(portal)).toMatchObject({
      isCompleted: true,
      progress: 100,
      error: '',
      status: 1,
    });
    clock.pass(3 * second);
    expect(await askProgress(portal)).toMatchObject({
      isCompleted: true,
      progress: 100,
      error: '',
      status: 2,
    });
  });

  test('has the members in the order of the server, and none that is null', async () => {
    const portal = await openPortal({ scenario: happyDataStore });
    portal.clock.pass(28 * second);
    const { text } = await ask(portal, progressPath);
    expect(text).toMatch(
      /^\{"response":\{"isCompleted":true,"progress":100,"error":"","link":"\/storage\/backup\/root\/acme_2026-11-20_03-04-13\.tar\.gz\?expire=1440&auth=1795143879000\.[\w-]+","tenantId":1,"backupProgressEnum":0,"status":1,"taskId":"[0-9a-f-]{36}"\},"count":1,"links":\[/,
    );
  });

  test('goes up by whole seconds only: the server publishes once a second', async () => {
    const portal = await openPortal();
    portal.startBackup({ waiting: 0, archive: 9 });
    portal.clock.pass(2.9 * second);
    expect(await askProgress(portal)).toMatchObject({ progress: 20 });
    portal.clock.pass(0.1 * second);
    expect(await askProgress(portal)).toMatchObject({ progress: 30 });
  });

  test('stays to be read for a day after its last change, however often it is read', async () => {
    const portal = await openPortal({ scenario: happyDataStore });
    portal.clock.pass(31 * second + day - 1);
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true });
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true });
    portal.clock.pass(1);
    expect(await askProgress(portal)).toBeUndefined();
  });

  test('leaves a history record whose id is the taskId, with dates that have no zone', async () => {
    const portal = await openPortal({ scenario: happyDataStore });
    portal.clock.pass(27 * second);
    expect((await ask(portal, historyPath)).response).toEqual([]);
    portal.clock.pass(1 * second);
    const job = portal.world.backups.current();
    expect((await ask(portal, historyPath)).response).toEqual([
      {
        id: job?.plan.taskId,
        fileName: 'acme_2026-11-20_03-04-13.tar.gz',
        storageType: 4,
        createdOn: '2026-11-20T03:04:39',
        expiresOn: '2026-11-21T03:04:39',
      },
    ]);
  });
});

describe('a backup into a room', () => {
  test('has an empty link at any time, and a record that never expires', async () => {
    const portal = await openPortal({ scenario: happyDocuments });
    expect(await askProgress(portal)).toMatchObject({ link: '' });
    portal.clock.pass(28 * second);
    expect(await askProgress(portal)).toMatchObject({ isCompleted: true, link: '' });
    const { response } = await ask(portal, historyPath);
    expect(response).toMatchObject([{ storageType: 0, expiresOn: '0001-01-01T00:00:00' }]);
  });
});
