import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Route } from '../../src/core/net/proxy.ts';
import { createCertificateReader } from '../../src/main/network/certificateReader.ts';
import { createTlsOptions } from '../../src/main/network/tls.ts';
import { createTransport } from '../../src/main/network/transport.ts';
import { directOnly, type ProxyResolver } from '../../src/main/network/proxyResolver.ts';
import { makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { Assembled } from '../main/app/assembled.ts';
import { temporaryFolder } from '../support/folder.ts';
import { keyOf } from '../support/keyOf.ts';
import { question, quick } from '../main/network/transports.ts';
import { openProxy, type Proxy } from './proxy.ts';
import { secureServer } from './servers.ts';

const key = keyOf('sk-canary-0123456789');
const ada = { user: 'ada', password: 'pass:word' };

/** Ways that all lead through one proxy, and what was entered for it. */
function through(proxy: Pick<Proxy, 'origin'>, entered: typeof ada | null = null): ProxyResolver {
  let refused = false;
  const token = entered && Buffer.from(`${entered.user}:${entered.password}`).toString('base64');
  return {
    to: () => Promise.resolve<Route>({ via: 'proxy', proxy: proxy.origin }),
    signIn: () => (token === null || refused ? null : { token }),
    wasRefused: () => refused,
    refused: () => {
      refused = true;
    },
  };
}

function openTransport(proxyResolver: ProxyResolver, tlsOptionsFor = createTlsOptions()) {
  const transport = createTransport('Keepwatch/test', quick, proxyResolver, tlsOptionsFor);
  onTestFinished(() => transport.drop());
  return transport;
}

describe('through a proxy', () => {
  test('https is tunnelled: the proxy sees neither key nor answer, the portal nothing of the proxy’s', async () => {
    const identity = await makeCertificate();
    const [server, proxy] = [await secureServer(identity), await openProxy()];
    proxy.wants(ada);
    const transport = openTransport(through(proxy, ada));
    for (let poll = 0; poll < 2; poll++) {
      const answer = await transport.ask('acme', server.origin, question(), key, identity.certificate);
      expect(answer).toMatchObject({ ok: true, value: { body: '{}' } });
    }
    // One connection for both looks.
    expect(proxy.asked).toEqual([`CONNECT ${new URL(server.origin).host}`]);
    expect(proxy.seen()).toContain('Basic ');
    expect(proxy.seen()).not.toMatch(/canary|getbackupprogress/);
    expect(server.heard).toHaveLength(2);
    expect(server.heard[0]).toMatchObject({
      authorization: 'Bearer sk-canary-0123456789',
      proxyAuthorization: undefined,
    });
  });

  test('the portal is verified all the same', async () => {
    const [server, proxy] = [await secureServer(await makeCertificate()), await openProxy()];
    const transport = openTransport(through(proxy));
    expect(await transport.ask('acme', server.origin, question(), key)).toMatchObject({
      reason: { kind: 'certificate', problem: 'selfSigned' },
    });
    const other = (await makeCertificate()).certificate;
    expect(await transport.ask('acme', server.origin, question(), key, other)).toMatchObject({
      reason: { kind: 'certificate', problem: 'changed' },
    });
    expect(server.heard).toEqual([]);
  });

  test('what is not encrypted is handed to it, and its sign-in goes no further', async () => {
    const [portal, proxy] = [await openPortal(), await openProxy()];
    proxy.wants(ada);
    const transport = openTransport(through(proxy, ada));
    const answer = await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
    expect(proxy.asked).toEqual([`GET ${portal.origin}/api/2.0/backup/getbackupprogress`]);
    expect(portal.requests).toHaveLength(1);
    expect(portal.requests[0]?.authorization).toBe(`Bearer ${portal.key}`);
    expect(JSON.stringify(portal.requests)).not.toMatch(/proxy-authorization|Basic /i);
  });

  test('that is reached over TLS itself', async () => {
    const authority = await makeAuthority();
    const identity = await makeCertificate({ authority });
    const [server, proxy] = [await secureServer(identity), await openProxy({ tls: identity })];
    const trusting = createTlsOptions({ getCACertificates: () => [authority.certificate] });
    const answer = await openTransport(through(proxy), trusting).ask('acme', server.origin, question(), key);
    expect(answer).toMatchObject({ ok: true });
    expect(await openTransport(through(proxy)).ask('acme', server.origin, question(), key)).toMatchObject({
      reason: { kind: 'proxy', problem: 'unreached' },
    });
  });

  test('a certificate is read the same way', async () => {
    const shown = await makeCertificate();
    const [server, proxy] = [await secureServer(shown), await openProxy()];
    expect(await createCertificateReader(through(proxy))(server.origin)).toMatchObject({
      value: { fingerprint: shown.fingerprint },
    });
    expect(proxy.asked).toEqual([`CONNECT ${new URL(server.origin).host}`]);
    expect(server.heard).toEqual([]);
    proxy.wants(ada);
    expect(await createCertificateReader(through(proxy))(server.origin)).toMatchObject({
      reason: { kind: 'proxy', problem: 'signIn' },
    });
  });
});

describe.each(['http', 'https'])('a proxy on the way to %s', (scheme) => {
  async function failureThrough(proxy: Pick<Proxy, 'origin'>, entered: typeof ada | null = null) {
    const transport = openTransport(through(proxy, entered));
    const ask = async () => {
      const answer = await transport.ask('acme', `${scheme}://portal.invalid`, question(), key);
      return answer.ok ? answer.value.status : answer.reason;
    };
    return [await ask(), await ask()];
  }
  const problem = (name: string) => expect.objectContaining({ kind: 'proxy', problem: name });

  test('that wants user and password', async () => {
    const proxy = await openProxy();
    proxy.wants(ada);
    expect(await failureThrough(proxy)).toEqual([problem('signIn'), problem('signIn')]);
  });

  test('that refuses what was entered is not tried with it again: many lock out who does', async () => {
    const proxy = await openProxy();
    proxy.wants({ ...ada, password: 'other' });
    expect(await failureThrough(proxy, ada)).toEqual([problem('signInRefused'), problem('signInRefused')]);
    expect(proxy.seen().match(/Basic /g)).toHaveLength(1);
  });

  test.each([[['NTLM']], [['Negotiate', 'NTLM']], [['Digest realm="basic, or not"']]])(
    'that wants %s only',
    async (challenges) => {
      const proxy = await openProxy();
      proxy.wants({ challenges });
      expect((await failureThrough(proxy, ada))[0]).toEqual(problem('method'));
    },
  );

  test('that is not there', async () => {
    const gone = { origin: 'http://127.0.0.1:9' };
    expect((await failureThrough(gone))[0]).toEqual(problem('unreached'));
  });
});

test('a proxy that lets nobody through, and a kind of proxy that nobody here speaks', async () => {
  const proxy = await openProxy();
  proxy.refuses(403);
  const answer = await openTransport(through(proxy)).ask('acme', 'https://portal.invalid', question(), key);
  expect(answer).toMatchObject({ reason: { kind: 'proxy', problem: 'refused', detail: '403' } });
  const socks: ProxyResolver = {
    ...directOnly,
    to: async () => ({ via: 'unknown', proxy: 'SOCKS5 proxy.lan:1080' }),
  };
  expect(await openTransport(socks).ask('acme', 'https://portal.invalid', question(), key)).toMatchObject({
    reason: { kind: 'proxy', problem: 'kind', proxy: 'SOCKS5 proxy.lan:1080' },
  });
  expect(await createCertificateReader(socks)('https://portal.invalid')).toMatchObject({
    reason: { problem: 'kind' },
  });
});

test('another way is taken with the next question', async () => {
  const [portal, proxy] = [await openPortal(), await openProxy()];
  let way: Route = { via: 'straight' };
  const transport = openTransport({ ...directOnly, to: async () => way });
  await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
  way = { via: 'proxy', proxy: proxy.origin };
  await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
  way = { via: 'straight' };
  await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
  expect([portal.requests.length, proxy.asked.length]).toEqual([3, 1]);
});

function contents(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('user and password are asked for, entered in the settings, sealed, and outlive a restart', async () => {
  const [portal, proxy] = [await openPortal(), await openProxy()];
  proxy.wants(ada);
  const folder = temporaryFolder();
  const told = () => `PROXY ${new URL(proxy.origin).host}`;
  const application = await Assembled.open(folder, undefined, told);
  application.openWindow();
  const connect = (): void => {
    application.does('connectOpen', { portal: null });
    application.does('connectSubmit', { address: portal.origin, key: portal.key });
  };
  connect();
  await application.shows('a refusal', ({ connect: { stage } }) => stage === 'refused');
  const name = new URL(proxy.origin).host;
  expect(application.snapshot?.connect.addressError).toContain(`The proxy ${name} requires authentication`);
  const asks = { proxy: proxy.origin, name, kept: false, note: 'It requires a user name and a password.' };
  expect(application.snapshot?.settings.proxies).toEqual([asks]);

  application.does('proxySignIn', { proxy: proxy.origin, ...ada });
  connect();
  await application.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');
  expect(application.snapshot?.settings.proxies).toEqual([{ ...asks, kept: true, note: null }]);

  const next = await Assembled.open(folder, undefined, told);
  next.openWindow();
  await next.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');

  proxy.wants({ ...ada, password: 'a new one' });
  next.does('checkNow', { portal: null });
  await next.shows('what is wrong', ({ portals }) => portals[0]?.state === 'Stopped by the proxy');
  expect(next.snapshot?.portals[0]).toMatchObject({
    why: { reason: 'This system’s proxy refuses the user name or the password.' },
    buttons: [{ action: 'settings', label: 'Open settings' }],
  });

  const token = Buffer.from('ada:pass:word').toString('base64');
  const everything = `${JSON.stringify([application.out, next.out, portal.requests])}\n${contents(folder)}`;
  for (const secret of ['pass:word', token])
    expect([secret, everything.includes(secret)]).toEqual([secret, false]);
  expect(contents(folder)).toContain(proxy.origin);
});
