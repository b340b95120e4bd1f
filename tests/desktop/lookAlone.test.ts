import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factsSchema } from '../../src/contract/facts.ts';
import { runCommandLine, startCommand } from '../support/desktop/commandLine.ts';
import { Desktop } from '../support/desktop/desktop.ts';
import { commandLine, processTree } from '../support/desktop/processTree.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { startPortal } from '../support/docspace/portal/portal.ts';
import { SimulatedClock } from '../support/time/simulatedClock.ts';

// On a server: no display, no buses, nobody logged in, and no Keepwatch that runs.
const bare = { display: false, sessionBus: false, systemBus: false } as const;
const plan = { waiting: 0, archive: 60, plateau: 10 };

async function server() {
  const desktop = await Desktop.open(bare);
  const clock = new SimulatedClock(Date.now());
  const portal = await startPortal({ name: 'Acme', clock });
  desktop.onStop(async () => portal.close());
  return { desktop, clock, portal, [Symbol.asyncDispose]: async () => desktop.stop() };
}

test('status looks at a portal with the key from standard input', async () => {
  await using here = await server();
  const { desktop, portal, clock } = here;
  portal.startBackup(plan);
  clock.pass(30_000);
  const words = ['status', '--json', '--portal', portal.origin];
  const { exit, stdout, stderr } = await runCommandLine(desktop, words, { input: `${portal.key}\n` });
  expect([exit?.code, stderr]).toEqual([0, '']);
  expect(factsSchema.parse(JSON.parse(stdout)).portals).toMatchObject([
    { origin: portal.origin, state: 'running' },
  ]);
  expect(portal.requests.length).toBeGreaterThan(0);
});

test('a key that is refused is said, and never repeated', async () => {
  await using here = await server();
  const key = 'sk-0123456789abcdef0123456789abcdef';
  const words = ['status', '--portal', here.portal.origin];
  const { exit, stdout, stderr } = await runCommandLine(here.desktop, words, { input: key });
  expect([exit?.code, stderr]).toEqual([6, '']);
  expect(stdout).toMatch(/^127\.0\.0\.1:\d+: needs a new key\n {2}\S/);
  expect(stdout).not.toContain(key);
});

test('wait ends with the backup; meanwhile the key is in no list of processes, and nothing is written', async () => {
  await using here = await server();
  const { desktop, portal, clock } = here;
  portal.startBackup(plan);
  clock.pass(20_000);
  const wait = await startCommand(desktop, ['wait', '--portal', portal.origin], { input: portal.key });
  await waitFor('a look', () => portal.requests.some(({ path }) => path.endsWith('getbackupprogress')));
  const ours = processTree(wait.pid).map((pid) => `${commandLine(pid)} ${environmentOf(pid)}`);
  expect(ours.join('\n')).toContain('--portal');
  expect(ours.join('\n')).not.toContain(portal.key);
  clock.pass(120_000);
  await wait.closed;
  expect([wait.exit?.code, wait.stderr]).toEqual([0, '']);
  expect(wait.stdout).toMatch(/127\.0\.0\.1:\d+: backup finished\n$/);
  expect(readdirSync(join(desktop.home, 'user-data'))).toEqual([]);
}, 120_000);

test('without a key it says what to do, and asks nobody', async () => {
  await using here = await server();
  const words = ['status', '--portal', here.portal.origin];
  const { exit, stdout, stderr } = await runCommandLine(here.desktop, words);
  expect([exit?.code, stdout, stderr]).toEqual([2, '', 'keepwatch: Standard input holds no API key.\n']);
  expect(here.portal.requests).toEqual([]);
});

function environmentOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}
