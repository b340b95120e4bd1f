import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type Certificate, makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { redirectTo } from '../support/docspace/portal/misbehaviour/answers.ts';
import { keyOf } from '../support/keyOf.ts';
import { Assembled } from '../main/app/assembled.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { openTransport, question } from '../main/network/transports.ts';
import { portOf, secureServer } from './servers.ts';

const key = keyOf('sk-canary-0123456789');
const statuses = [301, 302, 303, 307, 308];

/** A server that sends everybody elsewhere: with this status, to there. */
async function redirector(scheme: 'http' | 'https', identity: Certificate) {
  const to = { status: 307, location: '' };
  const heard: Array<string | undefined> = [];
  const answer: RequestListener = ({ headers }, response) => {
    heard.push(headers.authorization);
    response.writeHead(to.status, { location: to.location }).end();
  };
  const secure = scheme === 'https';
  const server = secure
    ? createSecureServer({ key: identity.key, cert: identity.certificate }, answer)
    : createServer(answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return { origin: `${scheme}://127.0.0.1:${portOf(server.address())}`, to, heard };
}

describe.each([
  ['http', 'https', 'of the same host'],
  ['https', 'https', 'of another host'],
  ['https', 'http', 'without encryption'],
] as const)('a portal over %s that sends its visitors to %s %s', (from, to, _where) => {
  test('never sends the key along: what comes back is where it wanted to go', async () => {
    const identity = await makeCertificate();
    const portal = await redirector(from, identity);
    const target = await redirector(to, identity);
    const other = target.origin.replace('127.0.0.1', 'localhost');
    portal.to.location = `${from === 'http' ? target.origin : other}/api/2.0/x`;
    const transport = openTransport();
    const certificate = from === 'https' ? identity.certificate : null;
    for (const status of statuses) {
      portal.to.status = status;
      const answer = await transport.ask('acme', portal.origin, question(), key, certificate);
      expect(answer).toMatchObject({ ok: true, value: { status, location: portal.to.location } });
    }
    expect(portal.heard).toHaveLength(statuses.length);
    expect(target.heard).toEqual([]);
  });
});

test('a portal that is added by its unencrypted address gets the key at the encrypted one only', async () => {
  const identity = await makeCertificate();
  const portal = await openPortal({ tls: identity });
  const front = await redirector('http', identity);
  front.to.location = `${portal.origin}/`;
  const application = await Assembled.open(temporaryFolder());
  application.openWindow();
  application.does('dispatch', { type: 'connectOpened', portal: null });
  application.does('connectSubmit', { address: front.origin, key: portal.key });
  await application.shows('the certificate', ({ connect }) => connect.certificate !== null);
  application.does('dispatch', { type: 'connectAgreed' });
  await application.shows('a connected portal', ({ connect }) => connect.stage === 'connected');
  expect(front.heard).toEqual([undefined]);
  expect(portal.requests.some(({ authorization }) => authorization === `Bearer ${portal.key}`)).toBe(true);

  // One that begins to send its visitors elsewhere later on is not followed.
  const thief = await secureServer(identity);
  portal.misbehave(redirectTo(thief.origin));
  const asked = portal.requests.length;
  application.does('dispatch', { type: 'checkNow', portal: null });
  await application.shows('nothing but a question', () => portal.requests.length > asked);
  await fetch(`${front.origin}/last`, { redirect: 'manual' });
  expect([front.heard.length, thief.heard]).toEqual([2, []]);
});
