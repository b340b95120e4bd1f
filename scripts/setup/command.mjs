import { execFile, spawn } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';
import { passSignalsOn, stopWithNpm } from './signals.mjs';

/**
 * Runs a program to its end without a word and gives what it printed. When it fails, the error holds all it said.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, timeout?: number }} options
 * @returns {Promise<string>}
 */
export function runQuietly(program, args, options = {}) {
  const quietly = { shell: needsShell(program), maxBuffer: 1 << 26, ...options };
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
    const child = spawn(program, args, { shell: needsShell(program), stdio: 'inherit', ...options });
    passSignalsOn(child);
    stopWithNpm(child);
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  });
}

/**
 * npm and the tools in node_modules/.bin are .cmd files on Windows, which only a shell can start.
 * @param {string} program
 */
function needsShell(program) {
  return process.platform === 'win32' && !path.isAbsolute(program);
}
