import { describe, expect, test } from 'vitest';
import { parseRoutes, type Route } from '../../src/core/net/route.ts';
import { createSystemProxy } from '../../src/main/network/systemProxy.ts';
import type { ProxyResolver } from '../../src/main/network/proxyResolver.ts';
import { makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { keyOf } from '../support/keyOf.ts';
import { question } from '../main/network/transports.ts';
import { openProxy } from './proxy.ts';
import { secureServer } from './servers.ts';
import { key, openThrough, through } from './proxied.ts';
import { certificateReader, directOnly } from '../support/network/direct.ts';

describe('of several routes in the list', () => {
  const gone = 'PROXY 127.0.0.1:9';
  const routes = (told: string): ProxyResolver => ({ ...directOnly, to: async () => parseRoutes(told) });
  const host = ({ origin }: { origin: string }): string => new URL(origin).host;
  const kind = (name: string) => ({ reason: { kind: 'proxy', problem: name } });

  test('the next is tried where a proxy is not there, and the one that was not there is tried last', async () => {
    const identity = await makeCertificate();
    const server = await secureServer(identity);
    const [proxy, vanished] = [await openProxy(), await openProxy()];
    vanished.vanishes();
    const transport = openThrough(routes(`PROXY ${host(vanished)}; PROXY ${host(proxy)}`));
    for (const portal of ['acme', 'globex'])
      expect(await transport.ask(portal, server.origin, question(), key, identity.certificate)).toMatchObject(
        { ok: true },
      );
    expect([proxy.asked.length, vanished.attempts()]).toEqual([2, 1]);
    // On another network it may be there again.
    transport.drop();
    await transport.ask('acme', server.origin, question(), key, identity.certificate);
    expect([proxy.asked.length, vanished.attempts()]).toEqual([3, 2]);
  });

  test.each([`${gone}; DIRECT`, 'SOCKS5 127.0.0.1:9; DIRECT', `SOCKS5 127.0.0.1:9; ${gone}; DIRECT`])(
    'DIRECT is one that the system allows: %s',
    async (told) => {
      const portal = await openPortal();
      const answer = await openThrough(routes(told)).ask('acme', portal.origin, question(), null);
      expect(answer).toMatchObject({ ok: true });
    },
  );

  test.each([
    [`${gone}; DIRECT`, 'unreached'],
    ['SOCKS5 127.0.0.1:9; DIRECT', 'kind'],
    [`SOCKS5 127.0.0.1:9; ${gone}`, 'kind'],
    [`${gone}; SOCKS5 127.0.0.1:9`, 'unreached'],
  ])('the first is to blame where none leads there: %s is %s', async (told, problem) => {
    const origin = 'https://127.0.0.1:9';
    expect(await openThrough(routes(told)).ask('acme', origin, question(), null)).toMatchObject(
      kind(problem),
    );
    expect(await certificateReader(routes(told))(origin)).toMatchObject(kind(problem));
  });

  test('what came of the server itself is told as that', async () => {
    const server = await secureServer(await makeCertificate());
    const transport = openThrough(routes('SOCKS5 127.0.0.1:9; DIRECT'));
    expect(await transport.ask('acme', server.origin, question(), null)).toMatchObject({
      reason: { kind: 'certificate' },
    });
  });

  test.each([403, 407])('a proxy that refuses (%i) is obeyed: nothing goes around it', async (status) => {
    const [portal, proxy] = [await openPortal(), await openProxy()];
    proxy.refuses(status);
    const server = await secureServer(await makeCertificate());
    const transport = openThrough(routes(`PROXY ${host(proxy)}; DIRECT`));
    expect(await transport.ask('secure', server.origin, question(), null)).toMatchObject({
      reason: { kind: 'proxy' },
    });
    await transport.ask('plain', portal.origin, question(), null);
    expect([server.heard, portal.requests]).toEqual([[], []]);
  });

  test('none is tried before the system has said which: its script hangs', async () => {
    const portal = await openPortal();
    const hangs = createSystemProxy({ resolveProxy: () => new Promise(() => undefined) }, directOnly, 50);
    const origin = 'http://portal.example';
    const late = { reason: { kind: 'proxy', problem: 'unresolved' } };
    expect(await openThrough(hangs).ask('acme', origin, question(), null)).toMatchObject(late);
    expect(await certificateReader(hangs)(origin)).toMatchObject(late);
    // What stays on this machine needs nobody's word.
    expect(await openThrough(hangs).ask('acme', portal.origin, question(), null)).toMatchObject({
      ok: true,
    });
  });
});

test('a proxy that lets nobody through, and a kind of proxy that nobody here speaks', async () => {
  const proxy = await openProxy();
  proxy.refuses(403);
  const answer = await openThrough(through(proxy)).ask('acme', 'https://portal.invalid', question(), key);
  expect(answer).toMatchObject({ reason: { kind: 'proxy', problem: 'refused', detail: '403' } });
  const socks: ProxyResolver = {
    ...directOnly,
    to: async () => parseRoutes('SOCKS5 proxy.lan:1080'),
  };
  expect(await openThrough(socks).ask('acme', 'https://portal.invalid', question(), key)).toMatchObject({
    reason: { kind: 'proxy', problem: 'kind', proxy: 'SOCKS5 proxy.lan:1080' },
  });
  expect(await certificateReader(socks)('https://portal.invalid')).toMatchObject({
    reason: { problem: 'kind' },
  });
});

test('another route is taken with the next question', async () => {
  const [portal, proxy] = [await openPortal(), await openProxy()];
  let route: Route = { via: 'direct' };
  const transport = openThrough({ ...directOnly, to: async () => [route] });
  await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
  route = { via: 'proxy', proxy: proxy.origin };
  await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
  route = { via: 'direct' };
  await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
  expect([portal.requests.length, proxy.asked.length]).toEqual([3, 1]);
});
