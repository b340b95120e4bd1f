import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from '../command.mjs';
import { executableIn, versionIn } from './distribution.mjs';
import { canFallBack } from './fallback.mjs';

const MINUTE = 60_000;
const FAILURE_COUNTS_FOR = 60 * MINUTE;
// A network that swallows everything gives no error. Where something else is at hand, it is waited for less.
const LONGEST_INSTALL = canFallBack ? 2 * MINUTE : 15 * MINUTE;

/**
 * The Electron that its own package has installed, if it is the version that the package stands for.
 * @param {string} root
 * @returns {import('../electron-runtime.mjs').Electron | undefined}
 */
export function findOfficial(root) {
  const folder = path.join(electronPackage(root), 'dist');
  const executable = executableIn(folder);
  const version = wantedVersion(root);
  if (versionIn(folder) !== version || !fs.existsSync(executable)) return undefined;
  return { folder, executable, version, source: 'official' };
}

/**
 * The version of Electron that this project is made for.
 * @param {string} root
 * @returns {string}
 */
export function wantedVersion(root) {
  return JSON.parse(fs.readFileSync(path.join(electronPackage(root), 'package.json'), 'utf8')).version;
}

/**
 * Lets Electron's package download it.
 * @param {string} root
 */
export async function installOfficial(root) {
  await runQuietly(process.execPath, [path.join(electronPackage(root), 'install.js')], {
    timeout: LONGEST_INSTALL,
  });
}

/**
 * Whether the download of this version failed within the last hour: not worth another try before each start.
 * @param {string} root
 * @param {string} cache
 */
export function failedLately(root, cache) {
  const file = failureFile(root, cache);
  const status = fs.statSync(file, { throwIfNoEntry: false });
  return status !== undefined && Date.now() - status.mtimeMs < FAILURE_COUNTS_FOR;
}

/**
 * Remembers that the download failed, and why.
 * @param {string} root
 * @param {string} cache
 * @param {unknown} error
 */
export function rememberFailure(root, cache, error) {
  fs.mkdirSync(cache, { recursive: true });
  fs.writeFileSync(failureFile(root, cache), String(error));
}

/**
 * @param {string} root
 * @param {string} cache
 */
function failureFile(root, cache) {
  return path.join(cache, `electron-v${wantedVersion(root)}-not-installed.log`);
}

/** @param {string} root */
function electronPackage(root) {
  return path.join(root, 'node_modules', 'electron');
}
