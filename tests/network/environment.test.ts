import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import type { Asked } from '../support/electron/asks.ts';
import { inElectron } from '../support/electron/inElectron.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { openProxy } from './proxy.ts';
import { secureServer } from './servers.ts';

async function asks(questions: Asked[], env: Record<string, string>): Promise<unknown> {
  return inElectron(
    'asks.ts',
    questions.map((question) => JSON.stringify(question)),
    { env },
  );
}

const over = (proxy: string): string => `HTTPS ${new URL(proxy).host}`;

test('an environment that switches verification off switches off nothing: the key goes to no stranger', async () => {
  const [stranger, plain] = [await secureServer(await makeCertificate()), await openPortal()];
  const proxy = await openProxy({ tls: await makeCertificate() });
  const trusted = (await makeCertificate()).certificate;
  const questions = [
    { origin: stranger.origin },
    { origin: stranger.origin, certificate: trusted },
    { origin: stranger.origin, routes: over(proxy.origin) },
    { origin: plain.origin, routes: over(proxy.origin) },
  ];
  expect(await asks(questions, { NODE_TLS_REJECT_UNAUTHORIZED: '0' })).toMatchObject([
    { kind: 'certificate' },
    { kind: 'certificate', problem: 'changed' },
    { kind: 'proxy', problem: 'untrusted' },
    { kind: 'proxy', problem: 'untrusted' },
  ]);
  expect([stranger.heard, plain.requests, proxy.asked]).toEqual([[], [], []]);
});

test('a proxy over TLS, by its own name, leads to a portal over TLS in the real Electron', async () => {
  const authority = await makeAuthority();
  const file = join(temporaryFolder(), 'authority.pem');
  writeFileSync(file, authority.certificate);
  const server = await secureServer(await makeCertificate({ authority, hosts: ['portal.example'] }));
  const identity = await makeCertificate({ authority, hosts: ['localhost'] });
  const proxy = await openProxy({ tls: identity, hosts: { 'portal.example': '127.0.0.1' } });
  const origin = server.origin.replace('127.0.0.1', 'portal.example');
  const routes = over(proxy.origin.replace('127.0.0.1', 'localhost'));
  expect(await asks([{ origin, routes }], { NODE_EXTRA_CA_CERTS: file })).toEqual([200]);
  expect(server.heard).toHaveLength(1);
});
