import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runNpm } from './command.mjs';
import { alone } from './lock.mjs';
import { cacheFolder } from './places.mjs';
import { say } from './progress.mjs';

/**
 * Makes node_modules what package-lock.json says. Uses nothing but Node: this is what brings everything else.
 * @param {string} root
 * @param {{ install?: (root: string) => Promise<unknown>, cache?: string }} options
 */
export async function installNpmPackages(root, { install = installAll, cache = cacheFolder() } = {}) {
  if (isInstalled(root)) return;
  await alone(path.join(cache, `npm-${hashOf(root).slice(0, 12)}.lock`), async () => {
    if (isInstalled(root)) return;
    say('installing the npm packages …');
    // First of all, so that an interrupted run never leaves a half-filled folder that looks complete.
    fs.rmSync(stampFile(root), { force: true });
    const lock = hashOf(readLock(root));
    await install(root);
    fs.writeFileSync(stampFile(root), lock);
  });
}

/** @param {string} root */
function isInstalled(root) {
  const stamp = stampFile(root);
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hashOf(readLock(root));
}

/** @param {string} root */
function stampFile(root) {
  return path.join(root, 'node_modules', '.keepwatch-lock');
}

/** @param {string} root */
function readLock(root) {
  return fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
}

/** @param {string} text */
function hashOf(text) {
  return createHash('sha256').update(text).digest('hex');
}

/** @param {string} root */
function installAll(root) {
  // The log level is named because `npm run --silent` hands "silent" down, which would hide the reason of a failure.
  const flags = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=warn'];
  return runNpm(['ci', ...flags], { cwd: root });
}
