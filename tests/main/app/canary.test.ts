import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';
import { openPortal } from '../../support/docspace/openPortal.ts';
import { happyDataStore } from '../../support/docspace/portal/scenarios/endings.ts';
import { minute, second } from '../../../src/core/base/time.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { Assembled } from './assembled.ts';

/** All that lies in a folder, as a thief of the disk reads it. */
function contents(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('a key goes to its portal and nowhere else: not to the window, not to the desktop, not in clear to the disk', async () => {
  const portal = await openPortal({}, new SimulatedClock(Date.now()));
  portal.play(happyDataStore);
  portal.clock.pass(10 * second);
  const folder = temporaryFolder();
  const first = await Assembled.open(folder);
  first.openWindow();
  const canaries = ['sk-canary-refused-0123456789', portal.key, portal.sessionToken];

  first.does('dispatch', { type: 'connectOpened', portal: null });
  first.does('connectSubmit', { address: portal.origin, key: 'sk-canary-refused-0123456789' });
  await first.shows('a refused key', ({ connect }) => connect.stage === 'refused');
  first.does('dispatch', { type: 'connectEdited' });
  first.does('connectSubmit', { address: portal.origin, key: `  "Bearer ${portal.key}" ` });
  await first.shows('a connected portal', ({ connect }) => connect.stage === 'connected');
  await first.shows('a running backup', ({ portals }) => portals[0]?.progress !== null);
  portal.clock.pass(minute);
  first.does('dispatch', { type: 'checkNow', portal: null });
  await first.shows('a finished backup', ({ portals }) => portals[0]?.buttons[0]?.action.type === 'openLink');
  const { id = '', buttons = [] } = first.snapshot?.portals[0] ?? {};
  const copy = buttons.find(({ action }) => action.type === 'copyLink')?.action;
  first.does('dispatch', { ...copy });

  first.does('dispatch', { type: 'connectOpened', portal: id });
  first.does('connectSubmit', { address: portal.origin, key: portal.sessionToken });
  await first.shows('a connected portal', ({ connect }) => connect.stage === 'connected');

  const next = await Assembled.open(folder);
  next.openWindow();
  const asked = portal.requests.length;
  await next.shows('a look with the key from the disk', () => portal.requests.length > asked);

  const everything = `${JSON.stringify([first.out, next.out])}\n${contents(folder)}`;
  for (const canary of canaries) expect([canary, everything.includes(canary)]).toEqual([canary, false]);
  // The portal did get them; and what was looked at is not empty.
  expect(portal.requests.map(({ authorization }) => authorization)).toEqual(
    expect.arrayContaining([`Bearer ${portal.key}`, portal.sessionToken]),
  );
  expect(everything).toContain('127.0.0.1');
  expect(contents(folder)).toContain('started');
  // A link is a secret as well: it goes to the clipboard because the user asked for it, and is never written.
  expect(JSON.stringify(first.out)).toContain('http');
  expect(contents(folder)).not.toMatch(/auth=|storage\/backup/);
});

test('a link that a server repeats in a sentence is not written, shown or told', async () => {
  const portal = await openPortal({}, new SimulatedClock(Date.now()));
  const folder = temporaryFolder();
  const application = await Assembled.open(folder);
  application.openWindow();
  application.does('dispatch', { type: 'connectOpened', portal: null });
  application.does('connectSubmit', { address: portal.origin, key: portal.key });
  await application.shows('a connected portal', ({ connect }) => connect.stage === 'connected');
  await application.shows('a look', ({ portals }) => portals[0]?.state === 'No backup running');
  const link = '/storage/backup/root/acme.tar.gz?expire=1440&auth=S3CR3T';
  const error = `No copy of ${link}, nor of https://s3.example/S3CR3T/a.tar.gz`;
  portal.startBackup({ ending: { how: 'fails', at: 50, error } });
  portal.clock.pass(minute);
  application.does('dispatch', { type: 'checkNow', portal: null });
  await application.shows('the failure', ({ portals }) => portals[0]?.state === 'Backup failed');
  const said = 'No copy of /storage/backup/root/acme.tar.gz?… nor of https://s3.example/…';
  expect(application.snapshot?.portals[0]?.explanation?.reason).toBe(said);
  expect(contents(folder)).toContain('No copy of');
  expect(`${JSON.stringify(application.out)}\n${contents(folder)}`).not.toContain('S3CR3T');
});
