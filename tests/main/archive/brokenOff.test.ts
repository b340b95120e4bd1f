import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { hour } from '../../../src/core/base/time.ts';
import { createArchiveSource } from '../../../src/main/network/archiveSource.ts';
import { usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { createTlsOptions } from '../../../src/main/network/tls.ts';
import { backupContents } from '../../support/archive/backups.ts';
import { sentTo, stallAfter } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import { hangUp } from '../../support/docspace/portal/misbehaviour/network.ts';
import { keyOf } from '../../support/keyOf.ts';
import { directOnly } from '../../support/network/direct.ts';
import { archive, breakOff, portalWith, ranges, sha256 } from './opened.ts';

describe('a download that breaks off', () => {
  test.each([
    ['of DocSpace’s own storage, which names no version', null, 1],
    ['of a storage that names one', '"v1"', 9],
  ])(
    '%s, is taken up after any of its bytes',
    async (_what, archiveTag, step) => {
      const opened = await portalWith({ archiveTag });
      const { portal, save, folder, name } = opened;
      for (let bytes = 0; bytes < archive.length; bytes += step) {
        portal.requests.length = 0;
        expect(await breakOff(opened, bytes)).toMatchObject({
          reason: { of: 'network', failure: { kind: 'truncated' } },
        });
        expect(readdirSync(folder)).not.toContain(name);
        expect(await save()).toMatchObject({
          ok: true,
          value: { sha256: sha256(archive), contents: backupContents },
        });
        expect(ranges(portal)).toEqual([null, bytes === 0 ? null : `bytes=${bytes}-`]);
        expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
        for (const file of readdirSync(folder)) rmSync(join(folder, file));
      }
    },
    120_000,
  );

  test('keeps no link and no key on the disk', async () => {
    const opened = await portalWith();
    const { folder, name } = opened;
    await breakOff(opened, 100);
    expect(readdirSync(folder).toSorted()).toEqual([`${name}.part`, `${name}.part.json`]);
    const note = readFileSync(join(folder, `${name}.part.json`), 'utf8');
    expect(JSON.parse(note)).toEqual({
      portal: 'acme',
      backup: { scope: 'portal', job: 'task-1' },
      file: { validator: null, size: archive.length },
    });
    expect(statSync(join(folder, `${name}.part`)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, `${name}.part.json`)).mode & 0o777).toBe(0o600);
  });

  test.each([301, 302, 303, 307, 308])('is taken up behind a redirect (%i)', async (status) => {
    const opened = await portalWith();
    const { portal, save, order } = opened;
    await breakOff(opened, 100);
    portal.misbehave(sentTo(order.link, status), { path: '/storage/', times: 1 });
    expect(await save()).toMatchObject({ ok: true, value: { sha256: sha256(archive) } });
    expect(ranges(portal)).toEqual([null, 'bytes=100-', 'bytes=100-']);
    // Nothing has named the file's version.
    expect(portal.requests.at(-1)?.headers).not.toHaveProperty('if-range');
  });

  test('is none while the disk takes long over what has come', async () => {
    const { portal, order } = await portalWith();
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    onTestFinished(() => void vi.useRealTimers());
    const source = createArchiveSource('Keepwatch/test', usualTimeouts, directOnly, createTlsOptions());
    const asked = await source({ ...order, key: keyOf(portal.key) }, null, new AbortController().signal);
    if (!asked.ok) throw new Error('no answer');
    const bytes = asked.value.bytes()[Symbol.asyncIterator]();
    expect(await bytes.next()).toMatchObject({ done: false });
    vi.advanceTimersByTime(hour);
    expect(await bytes.next()).toMatchObject({ done: true });
  });

  test('before a word of the server', async () => {
    const { portal, save } = await portalWith();
    portal.misbehave(hangUp(), { path: '/storage/', times: 1 });
    expect(await save()).toMatchObject({ reason: { of: 'network', failure: { kind: 'cut' } } });
  });

  test('is stopped by its user, and taken up', async () => {
    const { portal, save, folder, name } = await portalWith();
    portal.misbehave(stallAfter(100), { path: '/storage/', times: 1 });
    const stopping = new AbortController();
    const tell = ({ done }: { done: number }): void => {
      if (done === 100) stopping.abort();
    };
    expect(await save({ signal: stopping.signal, tell })).toEqual({ ok: false, reason: { of: 'stopped' } });
    expect(statSync(join(folder, `${name}.part`)).size).toBe(100);
    expect(await save()).toMatchObject({ ok: true, value: { sha256: sha256(archive) } });
  });
});
