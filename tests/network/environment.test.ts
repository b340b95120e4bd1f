import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { openProxy } from './proxy.ts';
import { secureServer } from './servers.ts';

const script = fileURLToPath(new URL('askCarelessly.ts', import.meta.url));

test('an environment that switches verification off switches off nothing: the key goes to no stranger', async () => {
  const [stranger, plain] = [await secureServer(await makeCertificate()), await openPortal()];
  const proxy = await openProxy({ tls: await makeCertificate() });
  const trusted = (await makeCertificate()).certificate;
  const over = `HTTPS ${new URL(proxy.origin).host}`;
  const asked = [
    { origin: stranger.origin, routes: 'DIRECT', certificate: null },
    { origin: stranger.origin, routes: 'DIRECT', certificate: trusted },
    { origin: stranger.origin, routes: over, certificate: null },
    { origin: plain.origin, routes: over, certificate: null },
  ];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', script, JSON.stringify(asked)],
    { env: { ...process.env, NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
  );
  expect(JSON.parse(stdout)).toMatchObject([
    { kind: 'certificate', problem: 'selfSigned' },
    { kind: 'certificate', problem: 'changed' },
    { kind: 'proxy', problem: 'untrusted' },
    { kind: 'proxy', problem: 'untrusted' },
  ]);
  expect([stranger.heard, plain.requests, proxy.asked]).toEqual([[], [], []]);
});
