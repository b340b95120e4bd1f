import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { npmFile } from './tool.mjs';
import { passSignalsOn, stopWithNpm } from './signals.mjs';

/**
 * Runs a program to its end without a word and gives what it printed. When it fails, the error holds all it said.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number, shell?: boolean }} options
 * @returns {Promise<string>}
 */
export function runQuietly(program, args, options = {}) {
  const quietly = { maxBuffer: 1 << 26, ...options };
  return new Promise((resolve, reject) => {
    const child = execFile(program, args, quietly, (error, stdout, stderr) => {
      if (!error) return resolve(stdout);
      const reason = error.killed ? 'took too long' : 'failed';
      const said = `${stdout}${stderr}`.trim() || error.message;
      reject(new Error(`${program} ${args.join(' ')} ${reason}:\n${said}`, { cause: error }));
    });
    // Whoever asks a question gets "end of input" at once, and cannot wait for ever.
    child.stdin?.end();
    // Not before the program has ended: npm still works for a while after Ctrl+C, and the next run would meet it.
    passSignalsOn(child, (signal) => process.kill(process.pid, signal));
  });
}

/**
 * Runs a program in place of this one: same terminal, its signals passed on, its exit code given back.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<number>}
 */
export function runInForeground(program, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'inherit', ...options });
    passSignalsOn(child);
    stopWithNpm(child);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * Runs npm, quietly: the one that has started us, or else the one of that name, which on Windows is a .cmd file that only
 * a shell can start.
 * @param {string[]} args
 * @param {{ cwd?: string }} options
 */
export function runNpm(args, options) {
  const file = npmFile();
  if (file !== undefined) return runQuietly(process.execPath, [file, ...args], options);
  const onWindows = process.platform === 'win32';
  const quoted = onWindows ? args.map((word) => (/\s/.test(word) ? `"${word}"` : word)) : args;
  return runQuietly('npm', quoted, { ...options, shell: onWindows });
}
