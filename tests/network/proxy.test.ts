import { describe, expect, test } from 'vitest';
import { makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { keyOf } from '../support/keyOf.ts';
import { question } from '../main/network/transports.ts';
import { openProxy } from './proxy.ts';
import { secureServer } from './servers.ts';
import { ada, key, openThrough, through } from './proxied.ts';
import { certificateReader } from '../support/network/direct.ts';

describe('through a proxy', () => {
  test('https is tunnelled: the proxy sees neither key nor answer, the portal nothing of the proxy’s', async () => {
    const identity = await makeCertificate();
    const [server, proxy] = [await secureServer(identity), await openProxy()];
    proxy.wants(ada);
    const transport = openThrough(through(proxy, ada));
    for (let poll = 0; poll < 2; poll++) {
      const answer = await transport.ask('acme', server.origin, question(), key, identity.certificate);
      expect(answer).toMatchObject({ ok: true, value: { body: '{}' } });
    }
    // One connection for both looks: asked for without the password at first.
    const tunnel = `CONNECT ${new URL(server.origin).host}`;
    expect(proxy.asked).toEqual([tunnel, tunnel]);
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
    const transport = openThrough(through(proxy));
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
    const transport = openThrough(through(proxy, ada));
    const answer = await transport.ask('acme', portal.origin, question(), keyOf(portal.key));
    expect(answer).toMatchObject({ ok: true, value: { status: 200 } });
    const handed = `GET ${portal.origin}/api/2.0/backup/getbackupprogress`;
    expect(proxy.asked).toEqual([handed, handed]);
    expect(portal.requests).toHaveLength(1);
    expect(portal.requests[0]?.authorization).toBe(`Bearer ${portal.key}`);
    expect(JSON.stringify(portal.requests)).not.toMatch(/proxy-authorization|Basic /i);
  });

  test.each(['200 OK', '204 Go on', '200 OK\r\nvia: 1.1 a\r\nx-policy: long'])(
    'a tunnel is open when it says %j',
    async (opens) => {
      const identity = await makeCertificate();
      const [server, proxy] = [await secureServer(identity), await openProxy({ opens })];
      const transport = openThrough(through(proxy));
      expect(await transport.ask('a', server.origin, question(), key, identity.certificate)).toMatchObject({
        ok: true,
      });
    },
  );

  test('an IPv6 address stands in brackets', async () => {
    const identity = await makeCertificate({ hosts: ['2001:db8::7'] });
    const [server, proxy] = [
      await secureServer(identity),
      await openProxy({ hosts: { '[2001:db8::7]': '127.0.0.1' } }),
    ];
    const origin = `https://[2001:db8::7]:${new URL(server.origin).port}`;
    const transport = openThrough(through(proxy));
    expect(await transport.ask('a', origin, question(), key, identity.certificate)).toMatchObject({
      ok: true,
    });
    expect(proxy.asked).toEqual([`CONNECT ${new URL(origin).host}`]);
    expect(await certificateReader(through(proxy))(origin)).toMatchObject({
      value: { fitsHost: true },
    });
  });

  test('a certificate is read the same way', async () => {
    const shown = await makeCertificate();
    const [server, proxy] = [await secureServer(shown), await openProxy()];
    expect(await certificateReader(through(proxy))(server.origin)).toMatchObject({
      value: { fingerprint: shown.fingerprint },
    });
    expect(proxy.asked).toEqual([`CONNECT ${new URL(server.origin).host}`]);
    expect(server.heard).toEqual([]);
    proxy.wants(ada);
    expect(await certificateReader(through(proxy))(server.origin)).toMatchObject({
      reason: { kind: 'proxy', problem: 'signIn' },
    });
  });
});
