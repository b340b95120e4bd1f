import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runQuietly } from '../../../scripts/setup/command.mjs';
import { projectFolder } from '../../../scripts/setup/places.mjs';
import { temporaryFolder } from './fixtures.ts';

const run = path.join(projectFolder, 'scripts/run.mjs');
const commands = JSON.stringify(path.join(projectFolder, 'scripts/setup/command.mjs'));

/** The arguments of a Node that runs another one, which runs some code. */
function running(code: string, how = 'runInForeground'): string[] {
  const call = `${how}(process.execPath, ['-e', ${JSON.stringify(code)}], {})`;
  return [
    '--input-type=module',
    '-e',
    `const { ${how} } = await import(${commands});
    process.exitCode = await ${call};`,
  ];
}

test('output and exit code are those of the program', () => {
  const { status, stdout } = spawnSync(process.execPath, running("console.log('hello'); process.exit(7)"));
  expect([status, stdout.toString()]).toEqual([7, 'hello\n']);
});

test('a program ended by a signal gives the code that shells give', () => {
  const { status } = spawnSync(process.execPath, running("process.kill(process.pid, 'SIGKILL')"));
  expect(status).toBe(128 + 9);
});

test.skipIf(process.platform === 'win32')(
  'a signal reaches the program, which may take its time',
  async () => {
    const code = "process.on('SIGTERM', () => setTimeout(() => process.exit(3), 50)); console.log('ready')";
    const child = spawn(process.execPath, running(`${code}; setTimeout(() => {}, 5000)`));
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([3, null]);
  },
);

test.skipIf(process.platform === 'win32')('it ends when npm is ended, which tells nobody', async () => {
  const command = [process.execPath, ...running('console.log(process.pid); setTimeout(() => {}, 5000)')];
  const quoted = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const shell = spawn('sh', ['-c', `${quoted}; true`], { env: { ...process.env, npm_lifecycle_event: 'x' } });
  await once(shell.stdout, 'data');
  shell.kill('SIGKILL');
  await once(shell, 'close'); // which is when nobody is left who could write
  expect(shell.signalCode).toBe('SIGKILL');
});

test('a quiet program that fails tells all it said', async () => {
  const code = "console.log('this'); console.error('and that'); process.exit(1)";
  await expect(runQuietly(process.execPath, ['-e', code])).rejects.toThrow(/failed:\nthis\nand that$/);
});

test('a quiet program that takes too long is ended', async () => {
  const endless = runQuietly(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { timeout: 100 });
  await expect(endless).rejects.toThrow('took too long');
});

test.skipIf(process.platform === 'win32')('a signal is obeyed once the quiet program has ended', async () => {
  const folder = temporaryFolder();
  const write = (name: string) =>
    `require('fs').writeFileSync(${JSON.stringify(path.join(folder, name))}, '')`;
  const code = `process.on('SIGTERM', () => setTimeout(() => { ${write('ended')}; process.exit(0) }, 100));
    ${write('started')}; setTimeout(() => {}, 5000)`;
  const child = spawn(process.execPath, running(code, 'runQuietly'));
  await expect.poll(() => fs.existsSync(path.join(folder, 'started')), { timeout: 20_000 }).toBe(true);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
  expect(fs.existsSync(path.join(folder, 'ended'))).toBe(true);
});

test('an unknown task is refused with the names of those there are', () => {
  const { status, stderr } = spawnSync(process.execPath, [run, 'tset'], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toMatch(/no task "tset".*demo, test, /);
});
