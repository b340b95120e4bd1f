import { expect, test } from 'vitest';
import { ask, historyPath, progressPath } from './ask.ts';
import { second } from '../../../src/core/base/time.ts';
import { SimulatedClock } from '../time/simulatedClock.ts';
import { findMismatch, type Sent } from './openApi.ts';
import { startPortal } from './portal/portal.ts';
import type { Scenario } from './portal/scenario.ts';
import { happyDataStore } from './portal/scenarios/endings.ts';
import { scenarios } from './portal/scenarios/index.ts';

const envelope = { count: 1, links: [], status: 0, statusCode: 200 };
const progress = { isCompleted: false, progress: 1, error: '', tenantId: 1, backupProgressEnum: 0 };

function sent(body: unknown, more: Partial<Sent> = {}): Sent {
  const text = body === '' ? '' : JSON.stringify(body);
  const answer = {
    method: 'GET',
    path: progressPath,
    status: 200,
    contentType: 'application/json; charset=utf-8',
  };
  return { ...answer, body: text, ...more };
}

test('what the document describes passes', () => {
  expect(findMismatch(sent({ response: progress, ...envelope }))).toBeUndefined();
  expect(findMismatch(sent(envelope))).toBeUndefined();
  expect(findMismatch(sent('', { status: 401 }))).toBeUndefined();
  expect(findMismatch(sent('', { status: 402, path: historyPath }))).toBeUndefined();
  expect(findMismatch(sent({ a: 1 }, { path: '/api/2.0/settings' }))).toBeUndefined();
});

test.each<[string, Sent, RegExp]>([
  [
    'a wrong type',
    sent({ response: { ...progress, progress: '1' }, ...envelope }),
    /progress must be integer/,
  ],
  [
    'a missing member',
    sent({ response: { isCompleted: true }, ...envelope }),
    /required property 'progress'/,
  ],
  ['null for nothing', sent({ response: null, ...envelope }), /response must be object/],
  [
    'an unknown member',
    sent({ response: { ...progress, taskID: '' }, ...envelope }),
    /additional properties/,
  ],
  ['an unknown status', sent({ response: { ...progress, status: 9 }, ...envelope }), /status must be equal/],
  ['the alias too', sent({}, { path: '/api/2.0/portal/getbackupprogress' }), /required property/],
  ['a body where there is none', sent({}, { status: 401 }), /must be empty/],
  ['no body where there is one', sent(''), /must not be empty/],
  ['another type of content', sent({}, { contentType: 'text/plain' }), /text\/plain is not in the document/],
  ['an envelope without its error', sent({ status: 1 }, { status: 403 }), /required property 'error'/],
])('a mismatch is found: %s', (_name, answer, words) => {
  expect(findMismatch(answer)).toMatch(words);
});

const drifted: Scenario = {
  ...happyDataStore,
  name: 'drifted',
  distort: (body) => ({ ...body, count: 'one' }),
};

test('a portal that drifts from the document says so at once, and again when it is closed', async () => {
  const portal = await startPortal({ scenario: drifted });
  const { status, text } = await ask(portal, progressPath);
  expect(status).toBe(500);
  expect(text).toContain(
    'The fake portal is wrong. GET /api/2.0/backup/getbackupprogress 200: data/count must be integer',
  );
  await expect(portal.close()).rejects.toThrow('count must be integer');
});

test('a portal that drifts on purpose says why, and is let be', async () => {
  const portal = await startPortal({ scenario: { ...drifted, beyondTheDocument: 'to show how' } });
  expect((await ask(portal, progressPath)).text).toContain('"count":"one"');
  await expect(portal.close()).resolves.toBeUndefined();
});

const paths = [
  progressPath,
  '/api/2.0/portal/getbackupprogress?dump=true',
  historyPath,
  '/api/2.0/backup/getbackupschedule',
  '/api/2.0/backup/getbackupscount',
  '/api/2.0/backup/getservicestate',
  '/api/2.0/backup/getrestoreprogress',
  '/api/2.0/settings',
  '/api/2.0/settings/version/build',
  '/api/2.0/people/@self',
  '/api/2.0/keys/@self',
];
const deaf = new Set(['connection-cut', 'endless', 'slow']);

test.each(scenarios.filter(({ name }) => !deaf.has(name)))(
  '$name keeps to the document all along',
  async (scenario) => {
    const clock = new SimulatedClock();
    const portal = await startPortal({ scenario, clock });
    for (const seconds of [0, 15, 15]) {
      clock.pass(seconds * second);
      await Promise.all(paths.map((path) => ask(portal, path)));
    }
    await expect(portal.close()).resolves.toBeUndefined();
  },
);
