import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { addressOf } from '../../src/core/net/address.ts';
import { type Certificate, makeAuthority, makeCertificate } from '../support/docspace/certificates.ts';
import { openPortal } from '../support/docspace/openPortal.ts';
import { encryptFrom, redirectTo } from '../support/docspace/portal/misbehaviour/answers.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { temporaryFolder } from '../support/main/temporaryFolder.ts';
import { Assembled } from '../main/app/assembled.ts';
import { openProxy } from './proxy.ts';

// A portal that was added by http, before real servers: once its server has sent anybody on to https of the same host, its
// key is never heard without encryption again.

let authority: Certificate;
let identity: Certificate;

beforeAll(async () => {
  authority = await makeAuthority();
  identity = await makeCertificate({ authority });
});

type Plain = Awaited<ReturnType<typeof openPlain>>;

/** A portal without encryption, and Keepwatch that has watched it for a while. */
async function openPlain({ trusted = true, proxy }: { trusted?: boolean; proxy?: () => string } = {}) {
  const portal = await openPortal({ twin: identity });
  const folder = temporaryFolder();
  const start = async (from = folder) => {
    const application = await Assembled.open(
      from,
      new Map(),
      proxy,
      undefined,
      trusted ? authority : undefined,
    );
    application.openWindow();
    return application;
  };
  const application = await start();
  application.does('dispatch', { type: 'connectOpened', portal: null });
  application.does('connectSubmit', { address: portal.origin, key: portal.key });
  await application.shows('a connected portal', ({ connect }) => connect.stage === 'connected');
  await application.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');
  const secure = portal.secureOrigin ?? '';
  return { portal, folder, start, application, secure, stops: portal.misbehave(encryptFrom(0, secure)) };
}

/** The keys that were heard without encryption, after the first answer that sent somebody on. */
function leaks({ portal: { requests } }: Plain): number {
  const first = requests.findIndex(({ status }) => status === 301);
  const later = requests.slice(first + 1).filter(({ href }) => href.startsWith('http:'));
  return later.filter(({ authorization }) => authorization !== undefined).length;
}

/** The keys that were heard over TLS. */
function heard({ portal: { requests, key } }: Plain): number {
  const secure = requests.filter(({ href }) => href.startsWith('https:'));
  return secure.filter(({ authorization }) => authorization === `Bearer ${key}`).length;
}

function checks(application: Assembled): void {
  application.does('dispatch', { type: 'checkNow', portal: null });
}

function savedOrigin(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'settings.json'), 'utf8')).portals[0].origin;
}

describe('a portal whose server moves it to https', () => {
  test('is watched there, keeps its key through a restart, and leaks it no more', async () => {
    const plain = await openPlain();
    checks(plain.application);
    await waitFor('a key over TLS', () => heard(plain) > 0);
    await plain.application.shows('the move', ({ portals }) => Boolean(portals[0]?.encrypted));
    expect(plain.application.snapshot?.portals[0]?.host).toBe(addressOf(new URL(plain.secure)).host);
    expect(savedOrigin(plain.folder)).toBe(plain.secure);

    plain.application.close();
    const before = heard(plain);
    await plain.start();
    await waitFor('a key over TLS after the restart', () => heard(plain) > before);
    expect(leaks(plain)).toBe(0);
  });

  test('keeps its key when it is killed right after the first redirect, and leaks it no more', async () => {
    const plain = await openPlain();
    const copy = temporaryFolder();
    checks(plain.application);
    await waitFor('the move on the disk', () => {
      const moved = savedOrigin(plain.folder) === plain.secure;
      // What the disk holds at the first moment at which it holds the move: the key is still sealed for http.
      if (moved) cpSync(plain.folder, copy, { recursive: true });
      return moved;
    });
    plain.application.close();
    const before = heard(plain);
    await plain.start(copy);
    await waitFor('a key over TLS', () => heard(plain) > before);
    expect(leaks(plain)).toBe(0);
  });

  test('with a certificate that nobody knows gets no key before somebody has trusted it', async () => {
    const plain = await openPlain({ trusted: false });
    checks(plain.application);
    const untrusted = 'Certificate is not trusted';
    await plain.application.shows('the certificate', ({ portals }) => portals[0]?.state === untrusted);
    plain.application.close();
    const again = await plain.start();
    await again.shows('the certificate again', ({ portals }) => portals[0]?.state === untrusted);
    expect([heard(plain), leaks(plain)]).toEqual([0, 0]);
    const id = again.snapshot?.portals[0]?.id ?? '';
    again.does('dispatch', { type: 'certificateOpened', portal: id });
    await again.shows('what to agree to', ({ connect }) => connect.certificate !== null);
    again.does('dispatch', { type: 'connectAgreed' });
    await waitFor('a key over TLS', () => heard(plain) > 0);
    expect(leaks(plain)).toBe(0);
  });

  test('is not followed when its server moves back', async () => {
    const plain = await openPlain();
    checks(plain.application);
    await waitFor('a key over TLS', () => heard(plain) > 0);
    plain.stops();
    plain.portal.misbehave(redirectTo(plain.portal.origin));
    const back = ({ href, status }: { href: string; status?: number }) =>
      href.startsWith('https:') && status === 301;
    await waitFor('two answers that lead back', () => {
      checks(plain.application);
      return plain.portal.requests.filter(back).length > 1;
    });
    plain.portal.world.misbehaviours.clear();
    plain.application.close();
    const before = heard(plain);
    await plain.start();
    await waitFor('a key over TLS', () => heard(plain) > before);
    expect(leaks(plain)).toBe(0);
  });

  test('is asked through a tunnel of the proxy that has read what it was asked before', async () => {
    const proxy = await openProxy();
    const plain = await openPlain({ proxy: () => `PROXY ${new URL(proxy.origin).host}` });
    expect(proxy.seen()).toContain(plain.portal.key);
    checks(plain.application);
    await waitFor('a key over TLS', () => heard(plain) > 0);
    const [, ...after] = proxy.asked.slice(proxy.asked.findLastIndex((line) => line.startsWith('GET ')));
    expect(after[0]).toBe(`CONNECT ${addressOf(new URL(plain.secure)).host}`);
    expect(leaks(plain)).toBe(0);
  });
});

test('a new key is typed in for a portal that has moved meanwhile, and leaks neither', async () => {
  const plain = await openPlain();
  const { application, portal } = plain;
  const id = application.snapshot?.portals[0]?.id ?? '';
  application.does('dispatch', { type: 'connectOpened', portal: id });
  application.does('connectSubmit', { address: '', key: portal.keys.full });
  await application.shows('a connected portal', ({ connect }) => connect.stage === 'connected');
  await waitFor('the new key over TLS', () =>
    portal.requests.some(
      ({ href, authorization }) =>
        href.startsWith('https:') &&
        href.includes('getbackupprogress') &&
        authorization === `Bearer ${portal.keys.full}`,
    ),
  );
  expect(leaks(plain)).toBe(0);
  application.close();
  const before = portal.requests.length;
  await plain.start();
  await waitFor('the new key after the restart', () =>
    portal.requests.slice(before).some(({ authorization }) => authorization === `Bearer ${portal.keys.full}`),
  );
  expect(leaks(plain)).toBe(0);
});
