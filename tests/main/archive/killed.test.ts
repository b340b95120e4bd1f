import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { SaveOrder } from '../../../src/core/saving/order.ts';
import { root } from '../../architecture/source.ts';
import { backupArchive, file } from '../../support/archive/backups.ts';
import { buildWorker } from '../../support/archive/builtWorker.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { slowly } from '../../support/docspace/portal/misbehaviour/downloads.ts';
import { keyOf } from '../../support/keyOf.ts';
import { portalWith, ranges, sha256 } from './opened.ts';

let built = { file: '', remove: (): void => undefined };
beforeAll(async () => {
  built = await buildWorker();
});
afterAll(() => built.remove());

const entry = join(root, 'tests/support/archive/saverProcess.ts');

function startSaving(order: SaveOrder, key: string): ChildProcess {
  const task = JSON.stringify({ order, key: keyOf(key), userAgent: 'Keepwatch/test', stall: null });
  const child = spawn(process.execPath, ['--import', 'tsx', entry, built.file, task], { cwd: root });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

test('killed at any time, it leaves nothing half-written under the final name, and goes on where it was', async () => {
  const archive = await backupArchive([
    file('databases/a', randomBytes(6_000_000).toString('base64')),
    file('storage/restore_info', ''),
  ]);
  const { portal, folder, order, name, save } = await portalWith({ archive });
  portal.misbehave(slowly(50_000, 5), { path: '/storage/' });
  const part = join(folder, `${name}.part`);
  for (const bytes of [1, 1_500_000, 4_000_000]) {
    const child = startSaving(order, portal.key);
    await waitFor(`${bytes} bytes`, () => existsSync(part) && statSync(part).size >= bytes, {
      timeout: 20_000,
    });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(readdirSync(folder).filter((each) => !each.startsWith(`${name}.part`))).toEqual([]);
  }
  portal.world.misbehaviours.clear();
  expect(await save()).toMatchObject({
    ok: true,
    value: { sha256: sha256(archive), contents: { files: 2 } },
  });
  expect(readdirSync(folder).toSorted()).toEqual([name, `${name}.sha256`]);
  const starts = ranges(portal).map((range) => Number(range?.match(/\d+/)?.[0] ?? 0));
  expect(starts).toEqual(starts.toSorted((one, other) => one - other));
  expect(starts.at(-1)).toBeGreaterThanOrEqual(4_000_000);
}, 90_000);
