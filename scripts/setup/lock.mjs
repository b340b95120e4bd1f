import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { say } from './progress.mjs';

// A process id may be given to another process after a restart, so a lock is not believed for longer than this.
const LONGEST_WORK = 30 * 60_000;

/**
 * Does some work while no other run does work under the same lock file.
 * @template Result
 * @param {string} lockFile
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function alone(lockFile, work) {
  fs.mkdirSync(path.dirname(lockFile), { recursive: true });
  for (let attempt = 1; !take(lockFile); attempt++) {
    if (attempt === 2) say(`waiting for another run to finish its set-up (${lockFile}) …`);
    await wait(200);
  }
  try {
    return await work();
  } finally {
    fs.rmSync(lockFile, { force: true });
  }
}

/** @param {string} lockFile */
function take(lockFile) {
  try {
    fs.writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  }
  if (isLeftOver(lockFile)) fs.rmSync(lockFile, { force: true });
  return false;
}

/** @param {string} lockFile */
function isLeftOver(lockFile) {
  try {
    const age = Date.now() - fs.statSync(lockFile).mtimeMs;
    const holder = Number(fs.readFileSync(lockFile, 'utf8'));
    return age > LONGEST_WORK || !isRunning(holder);
  } catch {
    return false; // given back this very moment
  }
}

/**
 * Whether there is a process of this number.
 * @param {number} processId
 */
export function isRunning(processId) {
  try {
    return process.kill(processId, 0);
  } catch (error) {
    return hasCode(error, 'EPERM');
  }
}

/**
 * @param {unknown} error
 * @param {string} code
 */
function hasCode(error, code) {
  return error instanceof Error && 'code' in error && error.code === code;
}
