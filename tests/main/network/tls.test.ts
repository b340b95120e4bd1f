import { writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import type { SecureVersion } from 'node:tls';
import { generate } from 'selfsigned';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  type Certificate,
  makeAuthority,
  makeCertificate,
  makeExpiredCertificate,
  makeWrongHostCertificate,
} from '../../support/docspace/certificates.ts';
import { day } from '../../../src/core/base/time.ts';
import { inElectron } from '../../support/electron/inElectron.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { rawServer } from '../../support/network/rawServer.ts';

let authority: Certificate;

beforeAll(async () => {
  authority = await makeAuthority();
});

/** As `openssl req -x509` makes one: that is what people have. */
async function makeSelfSigned(): Promise<Pick<Certificate, 'key' | 'certificate'>> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    curve: 'P-256',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true },
      { name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] },
    ],
  });
  return { key: made.private, certificate: made.cert };
}

/** A server with a certificate, and perhaps the TLS of another time. */
async function serve(
  { key, certificate }: Pick<Certificate, 'key' | 'certificate'>,
  maxVersion?: SecureVersion,
): Promise<string> {
  const old =
    maxVersion === undefined ? {} : { minVersion: maxVersion, maxVersion, ciphers: 'DEFAULT@SECLEVEL=0' };
  const server = createServer({ key, cert: certificate, ...old }, (_request, response) => response.end('{}'));
  server.on('tlsClientError', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  const address = server.address();
  return `https://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
}

test('what is wrong with a certificate, or with TLS itself, is told apart in the real Electron', async () => {
  const trusted = join(temporaryFolder(), 'authority.pem');
  writeFileSync(trusted, authority.certificate);
  const plain = await rawServer((socket) => socket.on('data', () => socket.end('HTTP/1.1 400 ?\r\n\r\n')));
  const tomorrow = { authority, validFrom: new Date(Date.now() + day) };
  const cases: Array<[what: string, origin: string, expected: unknown]> = [
    ['good', await serve(await makeCertificate({ authority })), 200],
    ['self-signed', await serve(await makeSelfSigned()), { kind: 'certificate', problem: 'selfSigned' }],
    [
      // It may not sign anything, so BoringSSL does not take it for its own issuer; Node's OpenSSL does.
      'self-signed, without the right to sign',
      await serve(await makeCertificate()),
      { kind: 'certificate', problem: 'untrusted' },
    ],
    [
      'of an authority nobody knows',
      await serve(await makeCertificate({ authority: await makeAuthority('Somebody') })),
      { kind: 'certificate', problem: 'untrusted' },
    ],
    [
      'expired',
      await serve(await makeExpiredCertificate({ authority })),
      { kind: 'certificate', problem: 'expired' },
    ],
    [
      'not valid yet',
      await serve(await makeCertificate(tomorrow)),
      { kind: 'certificate', problem: 'notYetValid' },
    ],
    [
      'of another host',
      await serve(await makeWrongHostCertificate({ authority })),
      { kind: 'certificate', problem: 'wrongHost' },
    ],
    ['TLS 1.1', await serve(await makeCertificate({ authority }), 'TLSv1.1'), { kind: 'oldEncryption' }],
    ['no TLS at all', plain.origin.replace('http:', 'https:'), { kind: 'encryption' }],
  ];
  const origins = cases.map(([, origin]) => JSON.stringify({ origin }));
  const answers = await inElectron('asks.ts', origins, { env: { NODE_EXTRA_CA_CERTS: trusted } });
  const named = cases.map(([what], at) => [what, Array.isArray(answers) ? answers[at] : null]);
  expect(named).toMatchObject(cases.map(([what, , expected]) => [what, expected]));
});
