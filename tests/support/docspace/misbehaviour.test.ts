import { describe, expect, test } from 'vitest';
import { ask, progressPath } from './ask.ts';
import { openPortal } from './openPortal.ts';
import {
  anyJson,
  badGateway,
  captivePortal,
  ipRefused,
  redirectTo,
  tooManyRequests,
} from './portal/misbehaviour/answers.ts';
import {
  cutShort,
  endlessBody,
  hangUp,
  hold,
  slowHeaders,
  stalledBody,
} from './portal/misbehaviour/network.ts';
import { suspended } from './portal/scenarios/access.ts';
import { movedHost } from './portal/scenarios/redirects.ts';

describe("answers that are not DocSpace's", () => {
  test('a page from the reverse proxy, a captive portal, a refused address', async () => {
    const portal = await openPortal();
    const end = portal.misbehave(badGateway());
    const bad = await ask(portal, progressPath);
    expect([bad.status, bad.headers.get('content-type')]).toEqual([502, 'text/html']);
    end();
    portal.misbehave(captivePortal());
    expect(await ask(portal, progressPath)).toMatchObject({
      status: 200,
      text: expect.stringMatching(/^<!DOCTYPE/),
    });
    portal.misbehave(ipRefused());
    expect((await ask(portal, progressPath)).status).toBe(403);
  });

  test('a suspended portal is 404 for every path, without a body', async () => {
    const portal = await openPortal({ scenario: suspended });
    for (const path of [progressPath, '/api/2.0/settings', '/api/2.0/people/@self']) {
      const { status, text } = await ask(portal, path);
      expect([status, text]).toEqual([404, '']);
    }
  });

  test('429 has no body, and a Retry-After only where it is asked for', async () => {
    const portal = await openPortal();
    portal.misbehave(tooManyRequests());
    const plain = await ask(portal, progressPath);
    expect([plain.status, plain.text, plain.headers.get('retry-after')]).toEqual([429, '', null]);
    portal.misbehave(tooManyRequests({ retryAfter: 30 }));
    expect((await ask(portal, progressPath)).headers.get('retry-after')).toBe('30');
  });

  test('unknown paths: a page outside of the API, nothing inside', async () => {
    const portal = await openPortal();
    expect(await ask(portal, '/wp-login.php')).toMatchObject({
      status: 404,
      text: expect.stringContaining('<html>'),
    });
    expect(await ask(portal, '/api/2.0/backup/getbackupscountbypaid')).toMatchObject({
      status: 404,
      text: '',
    });
    expect((await ask(portal, progressPath, { method: 'DELETE' })).status).toBe(405);
  });

  test('a redirect keeps the path; the other host is the same portal', async () => {
    const portal = await openPortal({ scenario: movedHost });
    const heard = await ask(portal, `${progressPath}?Dump=false`);
    expect(heard.status).toBe(301);
    const elsewhere = portal.origin.replace('127.0.0.1', 'localhost');
    expect(heard.headers.get('location')).toBe(`${elsewhere}${progressPath}?Dump=false`);
  });
});

describe('what networks do', () => {
  test('cut a body short, or say nothing at all', async () => {
    const portal = await openPortal();
    portal.misbehave(cutShort(), { times: 1 });
    await expect(ask(portal, progressPath)).rejects.toThrow('terminated');
    portal.misbehave(hangUp(), { times: 1 });
    await expect(ask(portal, progressPath)).rejects.toThrow('fetch failed');
    expect((await ask(portal, progressPath)).status).toBe(200);
  });

  test('send a body without end', async () => {
    const portal = await openPortal();
    portal.misbehave(endlessBody());
    const answer = await fetch(portal.origin);
    let size = 0;
    for await (const chunk of answer.body ?? []) {
      size += chunk.length;
      if (size > 1_000_000) break;
    }
    expect(size).toBeGreaterThan(1_000_000);
  });

  test('hold an answer back until a test lets it go', async () => {
    const portal = await openPortal();
    const letGo = portal.misbehave(hold());
    const asked = ask(portal, progressPath);
    await expect.poll(() => portal.requests.length).toBe(1);
    expect(portal.requests[0]?.status).toBeUndefined();
    letGo();
    expect((await asked).status).toBe(200);
  });

  test('are slow', async () => {
    const portal = await openPortal();
    portal.misbehave(slowHeaders(5));
    expect((await ask(portal, progressPath)).status).toBe(200);
  });

  test('stop after the headers', async () => {
    const portal = await openPortal();
    portal.misbehave(stalledBody());
    const answer = await fetch(new URL('/api/2.0/settings', portal.origin));
    expect(answer.status).toBe(200);
    const reading = answer.text();
    await portal.close();
    await expect(reading).rejects.toThrow('terminated');
  });

  test('may hit one path only, a number of times only', async () => {
    const portal = await openPortal();
    portal.misbehave(anyJson({ hello: 1 }), { path: 'settings', times: 1 });
    portal.misbehave(redirectTo('https://elsewhere.example'), { path: 'people' });
    expect((await ask(portal, '/api/2.0/people/@self')).status).toBe(301);
    expect((await ask(portal, progressPath)).status).toBe(200);
    expect((await ask(portal, '/api/2.0/settings')).text).toBe('{"hello":1}');
    expect((await ask(portal, '/api/2.0/settings')).text).toContain('greetingSettings');
  });
});
