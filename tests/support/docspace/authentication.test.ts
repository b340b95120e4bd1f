import { describe, expect, test } from 'vitest';
import { ask, askProgress, historyPath, progressPath } from './ask.ts';
import { day } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import type { Portal } from './portal/portal.ts';
import {
  authentication,
  keyEndsSoon,
  keyExpired,
  keyScoped,
  keySwitchedOff,
  notAdministrator,
  ownersKey,
} from './portal/scenarios/access.ts';

const selfPath = '/api/2.0/people/@self';
const keyPath = '/api/2.0/keys/@self';

type Sender = (portal: Portal) => Record<string, string>;
const cases: [name: string, headers: Sender, status: number, hasBody: boolean][] = [
  ['nothing', () => ({}), 401, false],
  ['a key without Bearer', ({ key }) => ({ authorization: key }), 401, false],
  ['a key as a session cookie', ({ key }) => ({ cookie: `asc_auth_key=${key}` }), 401, false],
  ['a key nobody made', () => ({ authorization: `Bearer sk-${'0'.repeat(64)}` }), 401, false],
  ['an expired key', ({ keys }) => ({ authorization: `Bearer ${keys.expired}` }), 401, false],
  ['a key that is switched off', ({ keys }) => ({ authorization: `Bearer ${keys.switchedOff}` }), 401, false],
  ['a key for files only', ({ keys }) => ({ authorization: `Bearer ${keys.scoped}` }), 403, false],
  ['the key of a mere member', ({ keys }) => ({ authorization: `Bearer ${keys.member}` }), 403, true],
  ['a read-only key', ({ key }) => ({ authorization: `Bearer ${key}` }), 200, true],
  ['a key for everything', ({ keys }) => ({ authorization: `Bearer ${keys.full}` }), 200, true],
  ["the owner's key", ({ keys }) => ({ authorization: `Bearer ${keys.owner}` }), 200, true],
  ['a raw session token', ({ sessionToken }) => ({ authorization: sessionToken }), 200, true],
  [
    'a session token after Bearer',
    ({ sessionToken }) => ({ authorization: `Bearer ${sessionToken}` }),
    200,
    true,
  ],
  ['a session cookie', ({ sessionToken }) => ({ cookie: `a=b; asc_auth_key=${sessionToken}` }), 200, true],
  [
    'a name and password',
    () => ({ authorization: `Basic ${btoa('ada@acme.example:a quiet harbour')}` }),
    200,
    true,
  ],
];

describe('reading the progress', () => {
  test.each(cases)('with %s', async (_name, headers, status, hasBody) => {
    const portal = await openPortal({ scenario: authentication });
    const heard = await ask(portal, progressPath, { key: null, headers: headers(portal) });
    expect(heard.status).toBe(status);
    expect(heard.text !== '').toBe(hasBody);
  });
});

test('a key is sk- and 64 hexadecimal digits', async () => {
  const portal = await openPortal();
  for (const key of Object.values(portal.keys)) expect(key).toMatch(/^sk-[0-9a-f]{64}$/);
});

test('starting a backup needs more than a read-only key', async () => {
  const portal = await openPortal();
  const start = { method: 'POST', body: { storageType: 4 } };
  const refused = await ask(portal, '/api/2.0/backup/startbackup', start);
  expect([refused.status, refused.text]).toEqual([403, '']);
  const { keys } = portal;
  expect((await ask(portal, '/api/2.0/backup/startbackup', { ...start, key: keys.write })).status).toBe(200);
});

test('a key for files cannot even read what is open to everybody, but it can read itself', async () => {
  const portal = await openPortal();
  const scoped = { key: portal.keys.scoped };
  expect((await ask(portal, '/api/2.0/settings', scoped)).status).toBe(403);
  expect((await ask(portal, '/api/2.0/settings', { key: null })).status).toBe(200);
  expect((await ask(portal, keyPath, scoped)).response).toMatchObject({ permissions: ['files:read'] });
});

test('the key that everybody uses can turn bad while it is used', async () => {
  const portal = await openPortal();
  for (const [scenario, status] of [
    [keyExpired, 401],
    [keySwitchedOff, 401],
    [keyScoped, 403],
    [notAdministrator, 403],
    [authentication, 200],
  ] as const) {
    portal.play(scenario);
    expect((await ask(portal, historyPath)).status).toBe(status);
  }
});

test('a key tells what it may and when it ends; it ends by the clock of the portal', async () => {
  const portal = await openPortal({ scenario: keyEndsSoon });
  const told = { name: 'Keepwatch readOnly', permissions: ['*:read'], isActive: true };
  const { response } = await ask(portal, keyPath);
  expect(response).toMatchObject({ ...told, expiresAt: '2026-11-23T03:04:11.0000000Z' });
  expect((await ask(portal, keyPath, { key: portal.keys.full })).response).not.toHaveProperty('expiresAt');
  portal.clock.pass(3 * day);
  expect((await ask(portal, keyPath)).status).toBe(401);
});

test('the owner is no administrator by name since 3.7.1, and may everything all the same', async () => {
  const portal = await openPortal({ scenario: ownersKey });
  expect((await ask(portal, selfPath)).response).toMatchObject({ isOwner: true, isAdmin: false });
  expect(await askProgress(portal)).toMatchObject({ status: 0 });
  portal.world.set({ version: '3.7.0' });
  expect((await ask(portal, selfPath)).response).toMatchObject({ isOwner: true, isAdmin: true });
});

test('signing in gives a session token; the refusals say little', async () => {
  const portal = await openPortal();
  const signIn = (userName: string, password: string) =>
    ask(portal, '/api/2.0/authentication', { key: null, method: 'POST', body: { userName, password } });
  const { response } = await signIn('ada@acme.example', 'a quiet harbour');
  expect(response).toMatchObject({ token: expect.any(String), expires: '2027-11-20T03:04:11.0000000Z' });
  const wrong = await signIn('ada@acme.example', 'nonsense');
  const error = { message: 'User authentication failed', hresult: 0 };
  expect(JSON.parse(wrong.text)).toEqual({ error, status: 1, statusCode: 401 });
  expect((await signIn('nobody@acme.example', 'nonsense')).status).toBe(404);
});
