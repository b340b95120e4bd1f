import { createServer, type Server } from 'node:tls';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { readSources } from '../architecture/source.ts';
import {
  type Certificate,
  makeAuthority,
  makeCertificate,
  makeExpiredCertificate,
  makeWrongHostCertificate,
} from '../support/docspace/certificates.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { rawServer } from '../support/network/rawServer.ts';
import { portOf, secureServer } from './servers.ts';
import { certificateReader, directOnly } from '../support/network/direct.ts';

let authority: Certificate;

beforeAll(async () => {
  authority = await makeAuthority('Kestrel & Sons');
});

/** Speaks TLS, and counts what is said over it. */
async function listens({ key, certificate }: Certificate) {
  const counted = { said: 0, ends: 0 };
  const server: Server = createServer({ key, cert: certificate }, (socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => (counted.said += data.length));
  });
  // It may be gone before this side has noticed that they understand each other.
  server.on('tlsClientError', () => undefined);
  server.on('connection', (socket) => socket.on('close', () => (counted.ends += 1)));
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return { origin: `https://127.0.0.1:${portOf(server.address())}`, counted };
}

describe('reading a certificate', () => {
  test('says not a byte, and gives what is to be compared', async () => {
    const shown = await makeCertificate({ authority });
    const server = await listens(shown);
    const read = await certificateReader()(server.origin);
    expect(read).toMatchObject({
      ok: true,
      value: {
        subject: 'localhost',
        issuer: 'Kestrel & Sons',
        fingerprint: shown.fingerprint,
        fitsHost: true,
        trustedBySystem: false,
      },
    });
    if (!read.ok) throw new Error('nothing was read');
    expect(read.value.pem.trim()).toBe(shown.certificate.trim().replaceAll('\r\n', '\n'));
    expect(read.value.validFrom).toBeLessThan(Date.now());
    expect(read.value.validTo).toBeGreaterThan(Date.now());
    await waitFor('the end of the connection', () => server.counted.ends === 1);
    expect(server.counted).toEqual({ said: 0, ends: 1 });
  });

  test('says so when it is expired, or made for another host', async () => {
    const expired = await secureServer(await makeExpiredCertificate());
    const elsewhere = await secureServer(await makeWrongHostCertificate());
    const [old, other] = [
      await certificateReader()(expired.origin),
      await certificateReader()(elsewhere.origin),
    ];
    expect(old.ok && old.value.validTo < Date.now()).toBe(true);
    expect(other).toMatchObject({ value: { fitsHost: false } });
    expect([...expired.heard, ...elsewhere.heard]).toEqual([]);
  });

  test.each([
    ['no TLS', 'encryption'],
    ['nothing at all', 'noConnection'],
    ['the end at once', 'cut'],
  ] as const)('from a server that offers %s', async (offers, kind) => {
    const server = await rawServer((socket) => {
      if (offers === 'no TLS') socket.on('data', () => socket.end('HTTP/1.1 400 ?\r\n\r\n'));
      if (offers === 'the end at once') socket.destroy();
    });
    const meet = certificateReader(directOnly, { connect: 300 });
    expect(await meet(server.origin.replace('http:', 'https:'))).toMatchObject({
      ok: false,
      reason: { kind },
    });
  });

  test('is done in one place: nothing else connects without verifying', () => {
    const careless = readSources().filter(({ text }) =>
      /rejectUnauthorized: (?!true)|checkServerIdentity: \(\) =>/.test(text),
    );
    expect(careless.map(({ path }) => path)).toEqual(['src/main/network/peerCertificate.ts']);
  });
});
