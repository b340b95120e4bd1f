import { expect, test } from 'vitest';
import { ask, historyPath, progressPath, schedulePath } from './ask.ts';
import { day, hour, second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import { restore, unpaid } from './portal/scenarios/access.ts';
import { happyDataStore } from './portal/scenarios/endings.ts';
import {
  history,
  historyEmpty,
  schedule,
  scheduleDisappears,
  scheduleNeverFired,
} from './portal/scenarios/results.ts';
import { dumpStandalone } from './portal/scenarios/versions.ts';

test('an error says it in an envelope of its own, stack included', async () => {
  const portal = await openPortal();
  const { status, text } = await ask(portal, progressPath, { key: portal.keys.member });
  expect(status).toBe(403);
  expect(text).toMatch(
    /^\{"error":\{"message":"Access denied","type":"System\.Security\.SecurityException","stack":" {3}at .*","hresult":-2146233078\},"status":1,"statusCode":403\}$/,
  );
});

test('an empty list is a response, and counts 0', async () => {
  const portal = await openPortal({ scenario: historyEmpty });
  expect((await ask(portal, historyPath)).text).toMatch(/^\{"response":\[\],"count":0,"links":/);
});

test('a plain value is wrapped too, and the answer can be cut down to some fields', async () => {
  const portal = await openPortal({ scenario: happyDataStore });
  const count = await ask(portal, '/api/2.0/backup/getbackupscount');
  expect(count.text).toMatch(/^\{"response":0,"count":1,"links":/);
  const some = await ask(portal, `${progressPath}?fields=progress,status`);
  expect(some.response).toEqual({ progress: 0, status: 0 });
});

test('the link names the address as the server saw it', async () => {
  const portal = await openPortal();
  const { text } = await ask(portal, `${progressPath}?dump=false`);
  expect(text).toContain(`"links":[{"href":"${portal.origin}${progressPath}?dump=false","action":"GET"}]`);
});

test('Dump is matched without regard to case, and refused where the portal is not a server of its own', async () => {
  const portal = await openPortal();
  for (const query of ['?Dump=true', '?dump=True', '?DUMP=TRUE']) {
    expect(await ask(portal, progressPath + query)).toMatchObject({ status: 403 });
  }
  expect((await ask(portal, `${progressPath}?Dump=false`)).status).toBe(200);
  const validation = await ask(portal, `${progressPath}?Dump=maybe`);
  expect([validation.status, validation.response]).toEqual([400, expect.objectContaining({ status: 400 })]);
});

test('Dump is another job and another history, where the server is its own', async () => {
  const portal = await openPortal({ scenario: dumpStandalone });
  portal.clock.pass(20 * second);
  expect((await ask(portal, `${progressPath}?Dump=true`)).response).toMatchObject({ progress: 0, status: 1 });
  expect((await ask(portal, progressPath)).response).toBeUndefined();
  portal.clock.pass(10 * second);
  expect((await ask(portal, `${progressPath}?Dump=true`)).response).toMatchObject({ isCompleted: true });
  const { response } = await ask(portal, `${historyPath}?dump=true`);
  expect(response).toMatchObject([{ fileName: 'workspace_2026-11-20_03-04-13.tar.gz' }]);
  expect((await ask(portal, historyPath)).response).toEqual([]);
});

test('the history is not in the order of time, and loses what has expired', async () => {
  const portal = await openPortal({ scenario: history });
  const dates = ['2026-11-13T03:04:11', '2026-10-30T03:04:11', '2026-11-19T15:04:11', '2026-11-06T03:04:11'];
  const { response } = await ask(portal, historyPath);
  expect(response).toMatchObject(dates.map((createdOn) => ({ createdOn })));
  portal.clock.pass(day / 2);
  expect((await ask(portal, historyPath)).response).toHaveLength(3);
  // Removed ones count as well.
  expect((await ask(portal, '/api/2.0/backup/getbackupscount')).response).toBe(3);
});

test('the schedule tells when it fired; it may be absent, unlimited, never fired, or disappear', async () => {
  const portal = await openPortal();
  expect((await ask(portal, schedulePath)).text).toMatch(/^\{"count":0,"links":/);
  portal.play(schedule);
  expect((await ask(portal, schedulePath)).response).toEqual({
    storageType: 0,
    storageParams: { folderId: '42' },
    cronParams: { period: 1, hour: 3, day: 1 },
    backupsStored: 3,
    lastBackupTime: '2026-11-19T03:04:11',
    dump: false,
  });
  portal.play(scheduleNeverFired);
  const { response } = await ask(portal, schedulePath);
  expect(response).toMatchObject({ lastBackupTime: '0001-01-01T00:00:00' });
  expect(response).not.toHaveProperty('backupsStored');
  portal.play(scheduleDisappears);
  portal.clock.pass(hour);
  expect((await ask(portal, schedulePath)).response).toBeUndefined();
});

test('an unpaid portal answers 402 to history and schedule, and goes on telling the progress', async () => {
  const portal = await openPortal({ scenario: unpaid });
  expect((await ask(portal, historyPath)).status).toBe(402);
  expect((await ask(portal, schedulePath)).status).toBe(402);
  expect((await ask(portal, progressPath)).status).toBe(200);
});

test('a restore refuses all but a few paths, tells how far it is to anybody, and kills the keys', async () => {
  const portal = await openPortal({ scenario: restore });
  const { clock, origin } = portal;
  expect((await ask(portal, progressPath)).status).toBe(403);
  const settings = await ask(portal, '/api/2.0/settings', { key: null });
  expect(settings.response).toMatchObject({ tenantStatus: 4, greetingSettings: 'Acme', docSpace: true });
  for (const path of ['/api/2.0/people/@self', '/api/2.0/keys/@self', '/api/2.0/settings/version/build']) {
    expect((await ask(portal, path)).status).toBe(200);
  }
  const steps: unknown[] = [];
  for (const seconds of [0, 4, 11, 9, 6]) {
    clock.pass(seconds * second);
    const { response } = await ask(portal, '/api/2.0/portal/getrestoreprogress', { key: null });
    expect(response).toMatchObject({ backupProgressEnum: 1 });
    expect(response).not.toHaveProperty('link');
    steps.push(response);
  }
  expect(steps).toMatchObject([0, 10, 42, 75, 100].map((progress) => ({ progress })));
  expect(origin).toContain('127.0.0.1');
  expect((await ask(portal, progressPath)).status).toBe(401);
});
