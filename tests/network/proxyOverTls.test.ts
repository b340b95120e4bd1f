import { describe, expect, test } from 'vitest';
import { createTlsOptions } from '../../src/main/network/tls.ts';
import { type CertificateOptions, makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { question } from '../main/network/transports.ts';
import { openProxy } from './proxy.ts';
import { secureServer } from './servers.ts';
import { openThrough, through } from './proxied.ts';

describe('a proxy that is reached over TLS itself, with a name of its own', () => {
  const ofProxy = { hosts: ['localhost'] };
  const ofPortal = { hosts: ['portal.example'] };

  /** A portal by name behind a proxy, and what trusts both. */
  async function world(proxyCertificate: CertificateOptions = ofProxy) {
    const authority = await makeAuthority();
    const server = await secureServer(await makeCertificate({ authority, ...ofPortal }));
    const plain = await openPortal();
    const identity = await makeCertificate({ authority, ...proxyCertificate });
    const proxy = await openProxy({ tls: identity, hosts: { 'portal.example': '127.0.0.1' } });
    const by = { origin: proxy.origin.replace('127.0.0.1', 'localhost') };
    const { port } = new URL(server.origin);
    return {
      proxy,
      by,
      origins: {
        https: `https://portal.example:${port}`,
        http: `http://portal.example:${new URL(plain.origin).port}`,
      },
      trusting: createTlsOptions({ getCACertificates: () => [authority.certificate] }),
    };
  }

  test.each(['https', 'http'] as const)('the way to %s leads through it', async (scheme) => {
    const { by, origins, trusting } = await world();
    const answer = await openThrough(through(by), trusting).ask('a', origins[scheme], question(), null);
    expect(answer).toMatchObject({ ok: true });
  });

  test.each(['https', 'http'] as const)(
    'on the way to %s it is trusted for its own name only, not for the portal’s',
    async (scheme) => {
      const { by, origins, trusting, proxy } = await world(ofPortal);
      const answer = await openThrough(through(by), trusting).ask('a', origins[scheme], question(), null);
      expect(answer).toMatchObject({ reason: { kind: 'proxy', problem: 'untrusted', proxy: by.origin } });
      expect(proxy.asked).toEqual([]);
    },
  );

  test.each(['https', 'http'] as const)('on the way to %s it is verified at all', async (scheme) => {
    const { by, origins, proxy } = await world();
    const answer = await openThrough(through(by)).ask('a', origins[scheme], question(), null);
    expect(answer).toMatchObject({ reason: { kind: 'proxy', problem: 'untrusted' } });
    expect(proxy.asked).toEqual([]);
  });

  test('by its address, too', async () => {
    const { proxy, origins, trusting } = await world({ hosts: ['127.0.0.1'] });
    for (const origin of [origins.https, origins.http])
      expect(await openThrough(through(proxy), trusting).ask('a', origin, question(), null)).toMatchObject({
        ok: true,
      });
  });
});
