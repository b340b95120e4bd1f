import { Agent, request } from 'undici';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import {
  type Certificate,
  makeAuthority,
  makeCertificate,
  makeExpiredCertificate,
  makeWrongHostCertificate,
} from './certificates.ts';
import { openPortal } from './openPortal.ts';

let authority: Certificate;
let signed: Certificate;

beforeAll(async () => {
  authority = await makeAuthority();
  signed = await makeCertificate({ authority });
});

async function statusOf(url: string, trusted?: Certificate): Promise<number> {
  const dispatcher = new Agent({ connect: trusted ? { ca: trusted.certificate } : {} });
  onTestFinished(() => dispatcher.destroy());
  const { statusCode, body } = await request(url, { dispatcher });
  await body.dump();
  return statusCode;
}

describe('a portal with TLS', () => {
  test('is trusted by who trusts its authority, by name and by address', async () => {
    const portal = await openPortal({ tls: signed });
    expect(portal.origin).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await statusOf(`${portal.origin}/api/2.0/settings`, authority)).toBe(200);
    const byName = portal.origin.replace('127.0.0.1', 'localhost');
    expect(await statusOf(`${byName}/api/2.0/settings`, authority)).toBe(200);
    await expect(statusOf(portal.origin)).rejects.toThrow(/certificate/);
  });

  test.each([
    ['self-signed', makeCertificate, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['expired', makeExpiredCertificate, 'CERT_HAS_EXPIRED'],
    ['of another host', makeWrongHostCertificate, 'ERR_TLS_CERT_ALTNAME_INVALID'],
  ])('shows a certificate that is %s', async (name, make, code) => {
    const tls = await make(name === 'self-signed' ? {} : { authority });
    const portal = await openPortal({ tls });
    await expect(statusOf(portal.origin, authority)).rejects.toMatchObject({ code });
    expect(tls.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
  });

  test('can show another certificate from one moment to the next', async () => {
    const portal = await openPortal({ tls: signed });
    expect(await statusOf(`${portal.origin}/api/2.0/settings`, authority)).toBe(200);
    portal.changeIdentity(await makeCertificate());
    await expect(statusOf(portal.origin, authority)).rejects.toMatchObject({
      code: 'DEPTH_ZERO_SELF_SIGNED_CERT',
    });
  });

  test('redirects plain http to itself, and notes whatever was sent there', async () => {
    const portal = await openPortal({ tls: signed });
    const answer = await fetch(`${portal.plainOrigin}/api/2.0/settings?a=b`, { redirect: 'manual' });
    expect(answer.status).toBe(301);
    expect(answer.headers.get('location')).toBe(`${portal.origin}/api/2.0/settings?a=b`);
    expect(portal.requests).toMatchObject([
      { href: `${portal.plainOrigin}/api/2.0/settings?a=b`, status: 301 },
    ]);
  });
});
