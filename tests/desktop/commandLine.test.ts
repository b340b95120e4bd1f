import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { factsSchema, happeningSchema } from '../../src/contract/facts.ts';
import type { Child } from '../support/desktop/child.ts';
import { runCommandLine, startCommand } from '../support/desktop/commandLine.ts';
import { ordinaryUser } from '../support/desktop/ordinaryUser.ts';
import { processTree } from '../support/desktop/processTree.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene, type SceneOptions } from './scene.ts';

const plan = { waiting: 0, archive: 60, plateau: 10 };
const isRoot = process.getuid?.() === 0;

/** What a command has said and how it has ended. */
function result({
  exit,
  stdout,
  stderr,
}: Child): [code: number | null | undefined, out: string, err: string] {
  return [exit?.code, stdout, stderr];
}

/** Keepwatch that watches, and answers. */
async function watching(options: SceneOptions = {}): Promise<Scene> {
  const scene = await Scene.open(options);
  await scene.startWatching();
  await answering(scene);
  return scene;
}

async function answering({ desktop }: Scene): Promise<void> {
  const socket = join(desktop.env['XDG_RUNTIME_DIR'] ?? '', 'keepwatch', 'command.sock');
  await waitFor('its socket', () => existsSync(socket));
}

/** So many commands are connected to it. */
async function connected({ desktop }: Scene, count: number): Promise<void> {
  const socket = join(desktop.env['XDG_RUNTIME_DIR'] ?? '', 'keepwatch', 'command.sock');
  // Beside the one that listens, one for each that is connected.
  const lines = (): string[] => readFileSync('/proc/net/unix', 'utf8').split('\n');
  await waitFor('its clients', () => lines().filter((line) => line.endsWith(socket)).length === count + 1);
}

async function seeBackup(scene: Scene): Promise<void> {
  scene.portal.clock.pass(30_000);
  await scene.checkNow();
  await scene.tooltip(/backing up/);
}

async function seeItsEnd(scene: Scene): Promise<void> {
  scene.portal.clock.pass(90_000);
  await scene.checkNow();
}

test('status says how each portal stands, in words and for scripts', async () => {
  await using scene = await watching();
  scene.portal.startBackup(plan);
  await seeBackup(scene);
  const [code, said, complained] = result(await runCommandLine(scene.desktop, ['status']));
  expect([code, complained]).toEqual([0, '']);
  expect(said).toMatch(/^Acme: backing up \d+ %.*\n$/);
  const [toldCode, told, error] = result(await runCommandLine(scene.desktop, ['status', '--json']));
  expect([toldCode, error]).toEqual([0, '']);
  const facts = factsSchema.parse(JSON.parse(told));
  expect(facts.portals).toMatchObject([{ name: 'Acme', origin: scene.portal.origin, state: 'running' }]);
  expect(told + said).not.toContain(scene.portal.key);
  expect(await scene.showsWindow()).toBe(true);
});

test.each([
  ['finished', {}, 0, 'backup finished'],
  ['failed', { ending: { how: 'fails', at: 80, error: 'the disk is full' } }, 12, 'backup failed'],
] as const)(
  'wait ends with a backup that has %s, and says so by its exit code',
  async (_how, more, code, said) => {
    await using scene = await watching();
    const wait = await startCommand(scene.desktop, ['wait', 'acme']);
    await connected(scene, 1);
    scene.portal.startBackup({ ...plan, ...more });
    await seeBackup(scene);
    expect(wait.exit).toBeUndefined();
    await seeItsEnd(scene);
    await wait.closed;
    expect(result(wait)).toEqual([
      code,
      expect.stringMatching(new RegExp(`^\\d\\d:\\d\\d {2}Acme: ${said}\n$`)),
      '',
    ]);
  },
);

test('wait has an exit code for each way in which there is nothing to wait for', async () => {
  await using scene = await watching();
  const { desktop } = scene;
  const timedOut = await runCommandLine(desktop, ['wait', 'Acme', '--timeout', '1']);
  expect(result(timedOut)).toEqual([5, '', 'keepwatch: No backup has ended in that time.\n']);
  const other = await runCommandLine(desktop, ['wait', 'Globex']);
  expect(result(other)).toEqual([4, '', expect.stringContaining('No portal of this name')]);
  const wait = await startCommand(desktop, ['wait', 'Acme']);
  const follow = await startCommand(desktop, ['follow', '--json']);
  await waitFor('a line', () => follow.stdout.includes('"stands"'));
  await connected(scene, 2);
  await (await scene.item()).clickMenu('Quit');
  await wait.closed;
  await follow.closed;
  expect(result(wait)).toEqual([3, '', 'keepwatch: Keepwatch was quit.\n']);
  expect(follow.exit?.code).toBe(3);
  const status = await runCommandLine(desktop, ['status']);
  expect(result(status)).toEqual([3, '', expect.stringContaining('does not run')]);
});

test('follow tells a line for whatever happens, until it is interrupted', async () => {
  await using scene = await watching();
  const follow = await startCommand(scene.desktop, ['follow', '--json']);
  await waitFor('the first line', () => follow.stdout.includes('"stands"'));
  scene.portal.startBackup(plan);
  await seeBackup(scene);
  await seeItsEnd(scene);
  await waitFor('the end', () => follow.stdout.includes('"ended"'));
  const lines = follow.stdout.trim().split('\n');
  const events = lines.map((line) => happeningSchema.parse(JSON.parse(line)));
  expect(events.map(({ event }) => event)).toEqual(['stands', 'started', 'ended']);
  expect(events.at(-1)).toMatchObject({ outcome: 'finished', portal: { name: 'Acme', state: 'finished' } });
  follow.kill('SIGINT');
  await follow.closed;
  expect([follow.exit?.code, follow.stderr]).toEqual([130, '']);
});

test('one that nobody reads any more ends quietly', async () => {
  await using scene = await watching();
  const follow = await startCommand(scene.desktop, ['follow']);
  await waitFor('the first line', () => follow.stdout !== '');
  follow.stopReading();
  scene.portal.startBackup(plan);
  await seeBackup(scene);
  await follow.exited;
  expect([follow.exit?.code, follow.stderr]).toEqual([141, '']);
});

test('a Keepwatch that was killed leaves a socket behind, and the next one answers', async () => {
  await using scene = await Scene.open();
  scene.knowPortal();
  const killed = await scene.start();
  await answering(scene);
  await waitFor('an answer', async () => (await runCommandLine(scene.desktop, ['status'])).exit?.code === 0);
  killed.kill();
  await killed.exited;
  await answering(scene);
  expect((await runCommandLine(scene.desktop, ['status'])).exit?.code).toBe(3);
  await scene.start();
  await waitFor('an answer', async () => (await runCommandLine(scene.desktop, ['status'])).exit?.code === 0);
});

test.skipIf(!isRoot)('another user is refused; root may ask', async () => {
  await using scene = await Scene.open({ desktop: { account: ordinaryUser } });
  scene.knowPortal();
  await scene.start();
  await answering(scene);
  const as = async (account: { uid: number; gid: number }): Promise<Child> =>
    runCommandLine(scene.desktop, ['status'], { account });
  await waitFor('an answer', async () => (await as(ordinaryUser)).exit?.code === 0);
  expect(result(await as({ uid: 65_533, gid: 65_533 }))).toEqual([
    3,
    '',
    expect.stringContaining('not for this user'),
  ]);
  expect(result(await as({ uid: 0, gid: 0 }))).toEqual([0, expect.stringContaining('Acme: '), '']);
});

test('what it does not know opens no window, starts nothing, and is said', async () => {
  await using scene = await Scene.open();
  for (const words of [['frobnicate'], ['status', '--frobnicate'], ['wait'], ['status', '--portal', 'x:y']]) {
    const [code, out, error] = result(
      await runCommandLine(scene.desktop, words, { input: 'sk-0123456789abcdef' }),
    );
    expect([code, out, error]).toEqual([2, '', expect.stringMatching(/^keepwatch: /)]);
  }
  for (const word of ['--help', '--version'])
    expect(result(await runCommandLine(scene.desktop, [word]))).toEqual([
      0,
      expect.stringMatching(/keepwatch/i),
      '',
    ]);
  expect(await scene.hasWindow()).toBe(false);
  expect(scene.host.tray.items).toEqual([]);
  expect(readdirSync(join(scene.desktop.home, 'user-data'))).toEqual([]);
});

test('a command starts nothing beside itself', async () => {
  await using scene = await watching();
  const wait = await startCommand(scene.desktop, ['wait', 'Acme', '--timeout', '60']);
  const follow = await startCommand(scene.desktop, ['follow']);
  await waitFor('the first line', () => follow.stdout !== '');
  for (const { pid } of [wait, follow]) expect(processTree(pid)).toEqual([pid]);
});
