import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { SaveProgress } from '../../../src/core/saving/order.ts';
import {
  type ArchiveSaver,
  createArchiveSaver,
  type SaverPorts,
} from '../../../src/main/archive/archiveSaver.ts';
import { backupContents } from '../../support/archive/backups.ts';
import { buildWorker } from '../../support/archive/builtWorker.ts';
import { orderOf } from '../../support/archive/saves.ts';
import { makeCertificate } from '../../support/docspace/certificates.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { slowly, stallAfter } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import { download } from '../../support/docspace/portal/scenarios/downloads.ts';
import { keyOf } from '../../support/keyOf.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { directOnly } from '../../support/network/direct.ts';
import { openProxy } from '../../network/proxy.ts';
import { ada, through } from '../../network/proxied.ts';
import { archive, portalWith, sha256 } from './opened.ts';

let built = { file: '', remove: (): void => undefined };
beforeAll(async () => {
  built = await buildWorker();
});
afterAll(() => built.remove());

function openSaver(more: Partial<SaverPorts> = {}): ArchiveSaver & { failures: unknown[] } {
  const failures: unknown[] = [];
  const saver = createArchiveSaver({
    workerFile: built.file,
    userAgent: 'Keepwatch/test',
    proxyResolver: directOnly,
    failed: (error) => failures.push(error),
    ...more,
  });
  onTestFinished(saver.close);
  return { ...saver, failures };
}

const nobody = (): void => undefined;

describe('a save in a thread of its own', () => {
  test('saves, and tells how far it is a few times a second', async () => {
    const { portal, order, folder, name } = await portalWith();
    portal.misbehave(slowly(1, 2), { path: '/storage/' });
    const heard: [progress: SaveProgress, at: number][] = [];
    const saver = openSaver();
    const saved = await saver.save(order, keyOf(portal.key), (progress) =>
      heard.push([progress, performance.now()]),
    );
    expect(saved).toEqual({
      ok: true,
      value: {
        file: join(folder, name),
        bytes: archive.length,
        sha256: sha256(archive),
        contents: backupContents,
      },
    });
    expect(heard[0]?.[0]).toEqual({ stage: 'receiving', done: 0, size: archive.length });
    expect(heard.at(-1)?.[0]).toEqual({ stage: 'receiving', done: archive.length, size: archive.length });
    const seconds = ((heard.at(-1)?.[1] ?? 0) - (heard[0]?.[1] ?? 0)) / 1000;
    expect(heard.length).toBeGreaterThan(2);
    expect(heard.length).toBeLessThanOrEqual(2 + 4 * seconds + 1);
    expect(portal.requests.at(-1)?.authorization).toBe(`Bearer ${portal.key}`);
    expect(saver.failures).toEqual([]);
  });

  test('trusts the portal’s own certificate where it was agreed to, and only there', async () => {
    const identity = await makeCertificate();
    const portal = await openPortal({ scenario: download, archive, tls: identity });
    const elsewhere = await openPortal({ scenario: download, archive, tls: identity });
    const order = orderOf(portal, temporaryFolder());
    const pinned = { ...order, certificate: identity.certificate };
    const saver = openSaver();
    const untrusted = { reason: { of: 'network', failure: { kind: 'certificate', problem: 'selfSigned' } } };
    expect(await saver.save(order, keyOf(portal.key), nobody)).toMatchObject(untrusted);
    const third = { ...pinned, link: orderOf(elsewhere, '').link };
    expect(await saver.save(third, keyOf(portal.key), nobody)).toMatchObject(untrusted);
    expect(await saver.save(pinned, keyOf(portal.key), nobody)).toMatchObject({ ok: true });
    expect(elsewhere.requests).toEqual([]);
  });

  test('takes the routes that the main thread knows, and the sign-in at their proxies', async () => {
    const identity = await makeCertificate();
    const portal = await openPortal({ scenario: download, archive, tls: identity });
    const proxy = await openProxy();
    proxy.wants(ada);
    const saver = openSaver({ proxyResolver: through(proxy, ada) });
    const order = { ...orderOf(portal, temporaryFolder()), certificate: identity.certificate };
    expect(await saver.save(order, keyOf(portal.key), nobody)).toMatchObject({ ok: true });
    expect(proxy.asked).toEqual(Array.from({ length: 2 }, () => `CONNECT ${new URL(portal.origin).host}`));
    expect(proxy.seen()).not.toContain(portal.key);
  });

  test('is stopped by its user, and taken up; there is one at a time for each backup', async () => {
    const { portal, order } = await portalWith();
    portal.misbehave(stallAfter(100), { path: '/storage/', times: 1 });
    const key = keyOf(portal.key);
    const saver = openSaver();
    const stopped = new Promise((resolve) => {
      const running = saver.save(order, key, () => {
        void saver.save(order, key, nobody).then((second) => {
          expect(second).toEqual({ ok: false, reason: { of: 'stopped' } });
          saver.stop('acme', { scope: 'server', job: 'task-1' });
          saver.stop(order.portal, order.backup);
          resolve(running);
        });
      });
    });
    expect(await stopped).toEqual({ ok: false, reason: { of: 'stopped' } });
    expect(await saver.save(order, key, nobody)).toMatchObject({
      ok: true,
      value: { sha256: sha256(archive) },
    });
    expect(saver.failures).toEqual([]);
  });

  test('is over before what has come of it is deleted', async () => {
    const { portal, order, folder } = await portalWith();
    portal.misbehave(slowly(1, 20), { path: '/storage/' });
    const saver = openSaver();
    let isOver = false;
    const isGone = new Promise((resolve) => {
      const hear = ({ done }: SaveProgress): void => {
        if (done === 0) return;
        saver.stop(order.portal, order.backup);
        void saver.deletePart(order).then((gone) => resolve(gone && isOver));
      };
      void saver.save(order, keyOf(portal.key), hear).then(() => (isOver = true));
    });
    expect(await isGone).toBe(true);
    expect(readdirSync(folder)).toEqual([]);
    expect(saver.failures).toEqual([]);
  });

  test('ends with the application', async () => {
    const { portal, order, folder } = await portalWith();
    portal.misbehave(stallAfter(100), { path: '/storage/', times: 1 });
    const saver = openSaver();
    expect(await saver.save(order, keyOf(portal.key), saver.close)).toEqual({
      ok: false,
      reason: { of: 'stopped' },
    });
    expect(readdirSync(folder).filter((file) => !file.includes('.part'))).toEqual([]);
  });

  test('is heard to its last word, however fast it ends', async () => {
    const { order, folder } = await portalWith();
    const workerFile = join(folder, 'hasty.mjs');
    const last = JSON.stringify({ say: 'done', result: { ok: false, reason: { of: 'size' } } });
    writeFileSync(
      workerFile,
      `import { parentPort } from 'node:worker_threads'; parentPort.postMessage(${last}); process.exit();`,
    );
    const saver = openSaver({ workerFile });
    for (let time = 0; time < 20; time += 1)
      expect(await saver.save(order, null, nobody)).toEqual({ ok: false, reason: { of: 'size' } });
  });

  test('that breaks is told like any other that came to nothing', async () => {
    const { order } = await portalWith();
    const saver = openSaver({ workerFile: join(order.folder, 'missing.mjs') });
    expect(await saver.save(order, null, nobody)).toMatchObject({
      reason: { of: 'network', failure: { kind: 'unexpected' } },
    });
    expect(saver.failures).toHaveLength(1);
  });
});
