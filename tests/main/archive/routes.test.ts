import { describe, expect, test } from 'vitest';
import { orderOf, saveHere } from '../../support/archive/saves.ts';
import { makeCertificate, makeExpiredCertificate } from '../../support/docspace/certificates.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { hold } from '../../support/docspace/portal/misbehaviour/network.ts';
import { download } from '../../support/docspace/portal/scenarios/downloads.ts';
import { keyOf } from '../../support/keyOf.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { directOnly } from '../../support/network/direct.ts';
import { rawServer } from '../../support/network/rawServer.ts';
import { openProxy } from '../../network/proxy.ts';
import { ada, through } from '../../network/proxied.ts';
import { archive, portalWith } from './opened.ts';

describe('through a proxy', () => {
  test('what is not encrypted is handed to it, with the sign-in that it wants', async () => {
    const { portal, save } = await portalWith();
    const proxy = await openProxy();
    proxy.wants(ada);
    expect(await save({ proxyResolver: through(proxy, ada) })).toMatchObject({ ok: true });
    expect(portal.requests.at(-1)?.headers).not.toHaveProperty('proxy-authorization');
    expect(proxy.asked).toHaveLength(2);
  });

  test('that wants another sign-in, the portal is not asked', async () => {
    const { portal, save } = await portalWith();
    const proxy = await openProxy();
    proxy.wants(ada);
    expect(await save({ proxyResolver: through(proxy) })).toMatchObject({
      reason: { of: 'network', failure: { kind: 'proxy', problem: 'signIn', proxy: proxy.origin } },
    });
    expect(portal.requests).toEqual([]);
  });

  test('that is away the next route is taken', async () => {
    const { save } = await portalWith();
    const proxyResolver = {
      ...directOnly,
      to: async () => [{ via: 'proxy', proxy: 'http://127.0.0.1:9' } as const, { via: 'direct' } as const],
    };
    expect(await save({ proxyResolver })).toMatchObject({ ok: true });
  });
});

describe('a certificate', () => {
  async function savedFrom(identity: { key: string; certificate: string }, certificate: string | null) {
    const portal = await openPortal({ scenario: download, archive, tls: identity });
    const order = { ...orderOf(portal, temporaryFolder()), certificate };
    const saved = await saveHere(order, { key: keyOf(portal.key) });
    expect(portal.requests).toHaveLength(saved.ok ? 1 : 0);
    return saved;
  }

  test('that nobody knows, another one than was agreed to, one that has expired: nothing is sent', async () => {
    const [one, other, old] = [
      await makeCertificate(),
      await makeCertificate(),
      await makeExpiredCertificate(),
    ];
    const problem = (name: string) => ({
      reason: { of: 'network', failure: { kind: 'certificate', problem: name } },
    });
    expect(await savedFrom(one, null)).toMatchObject(problem('selfSigned'));
    expect(await savedFrom(one, other.certificate)).toMatchObject(problem('changed'));
    expect(await savedFrom(old, old.certificate)).toMatchObject(problem('expired'));
    expect(await savedFrom(one, one.certificate)).toMatchObject({ ok: true });
  });
});

describe('a server', () => {
  test('that says nothing', async () => {
    const { portal, save } = await portalWith();
    portal.misbehave(hold(), { path: '/storage/' });
    const saved = await save({ timeouts: { headers: 200 } });
    expect(saved).toMatchObject({ reason: { of: 'network', failure: { kind: 'timeout' } } });
  });

  test('that says nothing is left when its user stops the save', async () => {
    const { portal, save } = await portalWith();
    const stopping = new AbortController();
    portal.misbehave({ name: 'silent', meet: () => stopping.abort() }, { path: '/storage/' });
    expect(await save({ signal: stopping.signal })).toEqual({ ok: false, reason: { of: 'stopped' } });
  });

  test.each([
    ['that is not there', 'http://127.0.0.1:9', 'refused'],
    ['of a name that does not exist', 'https://keepwatch.invalid', 'noSuchHost'],
  ])('%s', async (_what, origin, kind) => {
    const { order } = await portalWith();
    const saved = await saveHere({ ...order, origin, link: `${origin}/a.tar.gz` });
    expect(['lookupFailed', kind]).toContain(
      !saved.ok && saved.reason.of === 'network' ? saved.reason.failure.kind : '',
    );
  });

  test('that speaks no HTTP', async () => {
    const { order } = await portalWith();
    const { origin } = await rawServer(
      (socket) => void socket.once('data', () => socket.end('220 mail.example\r\n')),
    );
    expect(await saveHere({ ...order, origin, link: `${origin}/a.tar.gz` })).toMatchObject({
      reason: { of: 'network', failure: { kind: 'unexpected' } },
    });
  });
});
