import { type ChildProcess, spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { sandboxFlags } from './setup/sandbox.mjs';
import { toolFile } from './setup/tool.mjs';

// `npm run dev`: builds, starts the application, and builds and starts it again when a source changes. The window
// opens by itself each time, the way a second launch opens it: there is no development mode in the product.
const electron = process.env['ELECTRON_EXEC_PATH'] ?? 'electron';
const flags = sandboxFlags(electron);
const quiet = 200;

let application: ChildProcess | null = null;
let building = false;
let changed = false;

function say(text: string): void {
  process.stdout.write(`dev: ${text}\n`);
}

async function run(command: string, args: string[]): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: 'inherit' }).on('close', resolve);
  });
}

async function stopApplication(): Promise<void> {
  const running = application;
  if (running === null || running.exitCode !== null) return;
  const ended = new Promise((resolve) => running.once('close', resolve));
  running.kill();
  await ended;
}

async function restart(): Promise<void> {
  building = true;
  changed = false;
  say('building …');
  if ((await run(process.execPath, [toolFile('electron-vite'), 'build', '--logLevel', 'warn'])) === 0) {
    await stopApplication();
    const started = spawn(electron, ['.', ...flags, ...process.argv.slice(2)], { stdio: 'inherit' });
    application = started;
    started.once('close', () => {
      if (application === started && !building) process.exit();
    });
    await run(electron, ['.', ...flags, ...process.argv.slice(2)]);
    say('running; it starts again when a source changes');
  }
  building = false;
  if (changed) await restart();
}

let timer: NodeJS.Timeout | undefined;
watch('src', { recursive: true }, () => {
  changed = true;
  clearTimeout(timer);
  // Editors write a file in several steps.
  timer = setTimeout(() => {
    if (!building) void restart();
  }, quiet);
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void stopApplication().then(() => process.exit()));
}
await restart();
