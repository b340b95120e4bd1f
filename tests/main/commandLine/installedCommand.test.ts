import { execFile } from 'node:child_process';
import { chownSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Place } from '../../../src/main/commandLine/place.ts';
import { installedCommand } from '../../support/desktop/installedCommand.ts';
import { temporaryFolder } from '../../support/main/temporaryFolder.ts';
import { Answering, answered, listening, ours, place } from './answering.ts';

// /usr/bin/keepwatch as the packages bring it, with a program that only says that it was started.

const run = promisify(execFile);
const electron = 'electron --ozone-platform=headless --no-zygote --no-sandbox --log-level=3';

/** The command, with its program replaced. */
function command(): string {
  const folder = temporaryFolder();
  const program = path.join(folder, 'program');
  writeFileSync(program, '#!/bin/sh\necho "electron $*"\n', { mode: 0o755 });
  return installedCommand(folder, program);
}

/** What it prints. */
async function says(
  { folder }: Place,
  words: readonly string[],
  env: Record<string, string> = {},
): Promise<string> {
  const runtime = path.dirname(folder ?? '');
  const all = { PATH: process.env['PATH'], XDG_RUNTIME_DIR: runtime, ...env };
  const { stdout, stderr } = await run(command(), words, { env: all });
  return stdout + stderr;
}

/** The same, on a terminal. */
async function showsOnTerminal(where: Place, env: Record<string, string>): Promise<string> {
  const runtime = path.dirname(where.folder ?? '');
  const all = { PATH: process.env['PATH'], XDG_RUNTIME_DIR: runtime, ...env };
  const words = ['--quiet', '--return', '--command', `${command()} status`, '/dev/null'];
  const { stdout } = await run('script', words, { env: all });
  return stdout.replaceAll('\r', '');
}

describe('status of a Keepwatch that runs is told without Electron', () => {
  test('in words, and for scripts', async () => {
    const where = place();
    await Answering.open(where);
    expect(await says(where, ['status'])).toBe('Acme: backup failed\n');
    expect(await says(where, ['status', '--json'])).toBe(answered[0]);
  });

  test('in colour on a terminal, unless somebody wants none', async () => {
    const where = place();
    await Answering.open(where);
    expect(await showsOnTerminal(where, { TERM: 'xterm' })).toBe('\u001B[31mAcme: backup failed\u001B[0m\n');
    expect(await showsOnTerminal(where, {})).toContain('\u001B[31m');
    expect(await showsOnTerminal(where, { TERM: 'xterm', NO_COLOR: '1' })).toBe('Acme: backup failed\n');
    expect(await showsOnTerminal(where, { TERM: 'dumb' })).toBe('Acme: backup failed\n');
  });
});

describe('Electron answers', () => {
  test('where Keepwatch does not run', async () => {
    expect(await says(place(), ['status'])).toBe(`${electron} status\n`);
    expect(await says(place(), ['status', '--json'])).toBe(`${electron} status --json\n`);
    expect(await says(place(), ['status'], { XDG_RUNTIME_DIR: '' })).toBe(`${electron} status\n`);
  });

  test.each([
    ['wait', 'Acme'],
    ['follow', '--json'],
    ['status', '--portal', 'acme.example'],
    ['status', 'Acme'],
    ['--version'],
  ])('whatever else is asked: %s %s', async (...words) => {
    const where = place();
    await Answering.open(where);
    expect(await says(where, words)).toBe(`${electron} ${words.join(' ')}\n`);
  });

  test.each([
    ['is not there', null],
    ['knows no Unix sockets', 'exit 1'],
    ['hears nothing', 'exit 0'],
  ])('where nc %s', async (_what, does) => {
    const where = place();
    await Answering.open(where);
    const tools = temporaryFolder();
    for (const name of ['sh', 'timeout']) symlinkSync(`/usr/bin/${name}`, path.join(tools, name));
    if (does !== null) writeFileSync(path.join(tools, 'nc'), `#!/bin/sh\n${does}\n`, { mode: 0o755 });
    expect(await says(where, ['status'], { PATH: tools })).toBe(`${electron} status\n`);
  });

  test('where what listens ends without an answer', async () => {
    const where = await listening((connection) => connection.end());
    expect(await says(where, ['status'])).toBe(`${electron} status\n`);
  });

  // It takes the five seconds that the command waits.
  test('where what listens hangs, also in the middle of its answer', { timeout: 30_000 }, async () => {
    const hanging = await listening(() => undefined);
    const cut = await listening((connection) => connection.write('Acme: back'));
    const said = await Promise.all([hanging, cut].map(async (where) => says(where, ['status'])));
    expect(said).toEqual([`${electron} status\n`, `${electron} status\n`]);
  });

  test.skipIf(ours !== 0)('where folder or socket are another user’s', async () => {
    const folders = place();
    await Answering.open(folders);
    chownSync(folders.folder ?? '', 4711, 4711);
    const sockets = place();
    await Answering.open(sockets);
    chownSync(sockets.socket, 4711, 4711);
    for (const where of [folders, sockets])
      expect(await says(where, ['status'])).toBe(`${electron} status\n`);
  });
});

test('without a command the application is started as it is', async () => {
  const where = place();
  await Answering.open(where);
  expect(await says(where, [])).toBe('electron \n');
  expect(await says(where, ['--hidden', 'https://acme.example/'])).toBe(
    'electron --hidden https://acme.example/\n',
  );
});
