import { expect, test } from 'vitest';
import { ask, askProgress, progressPath } from './ask.ts';
import { minute } from '../../../src/core/base/time.ts';
import { SimulatedClock } from '../time/simulatedClock.ts';
import { openPortal } from './openPortal.ts';
import { startPortal } from './portal/portal.ts';
import { happyDocuments } from './portal/scenarios/endings.ts';
import { noJob } from './portal/scenarios/results.ts';

test('a portal tells anybody what it is, and a little more to those it knows', async () => {
  const portal = await openPortal({ name: 'Globex', version: '3.6.1', standalone: true, tenantStatus: 0 });
  const open = await ask(portal, '/api/2.0/settings', { key: null });
  const facts = {
    docSpace: true,
    standalone: true,
    version: '3.6.1',
    tenantStatus: 0,
    greetingSettings: 'Globex',
  };
  expect(open.response).toMatchObject(facts);
  expect(open.response).not.toHaveProperty('timezone');
  expect((await ask(portal, '/api/2.0/settings')).response).toMatchObject({ timezone: 'Europe/Berlin' });
  const build = await ask(portal, '/api/2.0/settings/version/build', { key: null });
  expect(build.response).toMatchObject({ docSpace: '3.6.1' });
  expect(portal.name).toBe('Globex');
});

test('every request is recorded: when, what, and with which credential', async () => {
  const portal = await openPortal();
  await ask(portal, `${progressPath}?dump=false`);
  portal.clock.pass(minute);
  await ask(portal, '/api/2.0/settings', { key: null });
  const start = Date.parse('2026-11-20T03:04:11Z');
  expect(portal.requests).toMatchObject([
    { at: start, method: 'GET', path: progressPath, authorization: `Bearer ${portal.key}`, status: 200 },
    { at: start + minute, path: '/api/2.0/settings', authorization: undefined, status: 200 },
  ]);
  expect(portal.requests[0]?.query.get('dump')).toBe('false');
});

test('another scenario starts from nothing, under the same keys', async () => {
  const portal = await openPortal({ scenario: happyDocuments });
  portal.world.set({ paid: false });
  expect(await askProgress(portal)).toMatchObject({ status: 0 });
  portal.play(noJob);
  expect(await askProgress(portal)).toBeUndefined();
  expect(portal.world.details.paid).toBe(true);
});

test('a backup of any shape can be started by hand', async () => {
  const portal = await openPortal();
  const plan = {
    taskId: '6f000000-0000-4000-8000-000000000000',
    waiting: 0,
    archive: 1,
    plateau: 0,
  } as const;
  portal.startBackup({ ...plan, storage: 'Local' }, portal.clock.now() - minute);
  expect(await askProgress(portal)).toMatchObject({ taskId: plan.taskId, isCompleted: true, link: '' });
});

test('the same port has the same key, and can be had again at once', async () => {
  const first = await startPortal({ clock: new SimulatedClock() });
  await ask(first, progressPath);
  await first.close();
  const port = Number(new URL(first.origin).port);
  const second = await startPortal({ port });
  expect([second.origin, second.key]).toEqual([first.origin, first.key]);
  await expect(startPortal({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await second.close();
});
