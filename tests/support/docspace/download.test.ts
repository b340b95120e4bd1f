import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ask, historyPath } from './ask.ts';
import { day, second } from '../../../src/core/base/time.ts';
import { openPortal } from './openPortal.ts';
import type { Portal } from './portal/portal.ts';
import { showProgress } from './portal/routes/progress.ts';
import { isRecord } from './json.ts';
import { thirdParty } from './portal/scenarios/endings.ts';
import { download, downloadGone, downloadRedirected } from './portal/scenarios/downloads.ts';

function linkOf({ world }: Portal): string {
  const progress = showProgress(world.backups.current(), world.backups, world);
  return isRecord(progress) ? String(progress['link']) : '';
}

describe('the link of a backup in the temporary storage', () => {
  test('gives the archive to an administrator, without a Content-Disposition', async () => {
    const portal = await openPortal({ scenario: download });
    const url = new URL(linkOf(portal), portal.origin);
    const answer = await fetch(url, { headers: { authorization: `Bearer ${portal.key}` } });
    expect(answer.status).toBe(200);
    expect(answer.headers.has('content-disposition')).toBe(false);
    expect(gunzipSync(await answer.arrayBuffer())).toHaveLength(10_240);
  });

  test('is refused without a word to anybody else, and to an altered link', async () => {
    const portal = await openPortal({ scenario: download });
    const link = linkOf(portal);
    const refusals = [
      await ask(portal, link, { key: null }),
      await ask(portal, link, { key: portal.keys.member }),
      await ask(portal, link.replace('expire=1440', 'expire=9999')),
      await ask(portal, link.replace('acme_', 'other_')),
    ];
    for (const { status, text } of refusals) expect([status, text]).toEqual([403, '']);
  });

  test('is for GET only, and gives parts', async () => {
    const portal = await openPortal({ scenario: download });
    const link = linkOf(portal);
    expect((await ask(portal, link, { method: 'HEAD' })).status).toBe(405);
    const part = await ask(portal, link, { headers: { range: 'bytes=0-9' } });
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '10']);
  });

  test('dies after a day', async () => {
    const portal = await openPortal({ scenario: download });
    const link = linkOf(portal);
    portal.clock.pass(day);
    expect((await ask(portal, link)).status).toBe(403);
  });

  test('finds nothing once the file is gone, and the history has lost it too', async () => {
    const portal = await openPortal({ scenario: downloadGone });
    const { status, text } = await ask(portal, linkOf(portal));
    expect([status, text]).toEqual([404, '']);
    expect((await ask(portal, historyPath)).response).toEqual([]);
  });

  test('leads on to the cloud for 15 seconds, where the header of the portal is refused', async () => {
    const portal = await openPortal({ scenario: downloadRedirected });
    const redirect = await ask(portal, linkOf(portal));
    expect(redirect.status).toBe(302);
    const location = redirect.headers.get('location') ?? '';
    expect(new URL(location).origin).not.toBe(portal.origin);
    expect((await fetch(location)).status).toBe(200);
    const headers = { authorization: `Bearer ${portal.key}` };
    expect((await fetch(location, { headers })).status).toBe(400);
    portal.clock.pass(15 * second);
    expect((await fetch(location)).status).toBe(403);
    expect(portal.cloudRequests.map(({ status }) => status)).toEqual([200, 400, 403]);
  });
});

test('the link of a third-party storage is absolute, and works only without the header of the portal', async () => {
  const portal = await openPortal({ scenario: thirdParty });
  expect(linkOf(portal)).toBe('');
  portal.clock.pass(28 * second);
  const link = linkOf(portal);
  expect(new URL(link).origin).not.toBe(portal.origin);
  expect((await fetch(link, { headers: { authorization: portal.sessionToken } })).status).toBe(400);
  expect((await fetch(link)).status).toBe(200);
  portal.clock.pass(day);
  expect((await fetch(link)).status).toBe(403);
});
