import { expect, test } from 'vitest';
import { ask, askProgress, historyPath, progressPath } from './ask.ts';
import { second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import {
  tomorrow,
  version240,
  version350,
  version370,
  workspace,
  workspacePascalCase,
} from './portal/scenarios/versions.ts';

const always = ['isCompleted', 'progress', 'error', 'link', 'tenantId', 'backupProgressEnum'];

test.each([
  [version370, [...always, 'taskId']],
  [version350, [...always, 'taskId']],
  [version240, always],
])('$name has no more members than it had', async (scenario, members) => {
  const portal = await openPortal({ scenario });
  portal.clock.pass(28 * second);
  const progress = await askProgress(portal, { key: null, headers: { authorization: portal.sessionToken } });
  expect(Object.keys(Object(progress))).toEqual(members);
});

test('endpoints, parameters and keys came with their versions', async () => {
  const portal = await openPortal({ version: '3.0.0' });
  const session = { key: null, headers: { authorization: portal.sessionToken } };
  expect((await ask(portal, '/api/2.0/backup/getbackupscount', session)).status).toBe(404);
  expect((await ask(portal, '/api/2.0/backup/cancelbackup', { ...session, method: 'POST' })).status).toBe(
    404,
  );
  expect((await ask(portal, `${progressPath}?Dump=true`, session)).status).toBe(200);
  expect((await ask(portal, progressPath)).status).toBe(401);
  portal.world.set({ version: '3.8.0' });
  expect((await ask(portal, '/api/2.0/backup/getbackupscountbypaid')).response).toEqual({ free: 0, paid: 0 });
});

test('a server of the future has members and values that nobody knows', async () => {
  const portal = await openPortal({ scenario: tomorrow });
  expect(await askProgress(portal)).toMatchObject({ status: 9, stage: { name: 'a new member' } });
  expect((await ask(portal, historyPath)).response).toMatchObject([{ storageType: 17 }]);
});

const path = '/api/2.0/portal/getbackupprogress.json';

test('Workspace has four members, no keys, and tells a failure once', async () => {
  const portal = await openPortal({ scenario: workspace });
  const session = { key: null, headers: { authorization: portal.sessionToken } };
  expect((await ask(portal, '/api/2.0/settings.json', { key: null })).response).not.toHaveProperty(
    'docSpace',
  );
  expect((await ask(portal, path)).status).toBe(401);
  expect((await ask(portal, progressPath, session)).status).toBe(404);
  const answer = await ask(portal, path, session);
  expect(answer.response).toEqual({ isCompleted: false, progress: 0, error: null, link: '' });
  const untold = await ask(portal, '/api/2.0/portal/getbackupprogress', session);
  expect(untold.headers.get('content-type')).toContain('xml');
  portal.clock.pass(20 * second);
  expect((await ask(portal, path, session)).status).toBe(500);
  expect(await ask(portal, path, session)).toMatchObject({ status: 200, response: undefined });
});

test('Workspace as its documentation shows it', async () => {
  const portal = await openPortal({ scenario: workspacePascalCase });
  const session = { key: null, headers: { authorization: portal.sessionToken } };
  expect((await ask(portal, path, session)).response).toMatchObject({ IsCompleted: false, Progress: 0 });
});
