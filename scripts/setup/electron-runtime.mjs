import fs from 'node:fs';
import path from 'node:path';
import { alone } from './lock.mjs';
import { cacheFolder, projectFolder } from './places.mjs';
import { say } from './progress.mjs';
import { executableIn, versionIn } from './runtime/distribution.mjs';
import { canFallBack, findFallback } from './runtime/fallback.mjs';
import {
  failedLately,
  findOfficial,
  installOfficial,
  rememberFailure,
  wantedVersion,
} from './runtime/official.mjs';

/**
 * An Electron that can be started, and where it came from.
 * @typedef {{ folder: string, executable: string, version: string, source: 'override' | 'official' | 'fallback' }} Electron
 */

/**
 * Finds an Electron, or brings one: the folder named by ELECTRON_OVERRIDE_DIST_PATH, the one its own package has
 * installed or now installs, and where that cannot be (on 64-bit Linux) the fallback.
 * @param {{ root?: string, cache?: string, environment?: NodeJS.ProcessEnv }} options
 * @returns {Promise<Electron>}
 */
export async function provideElectron(options = {}) {
  const { root = projectFolder, environment = process.env } = options;
  const cache = options.cache ?? cacheFolder(environment);
  const electron = findElectron(root, cache, environment) ?? (await bringElectron(root, cache, environment));
  if (electron.source === 'fallback') {
    const wanted = wantedVersion(root);
    say(
      `Electron ${wanted} cannot be downloaded here; using Electron ${electron.version} for development and tests`,
    );
  }
  return electron;
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} environment
 */
function findElectron(root, cache, environment) {
  const found = findOverride(environment) ?? findOfficial(root);
  return found ?? (skipsOfficial(root, cache, environment) ? findFallback(cache) : undefined);
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} environment
 */
function bringElectron(root, cache, environment) {
  return alone(path.join(cache, 'electron.lock'), async () => {
    if (!skipsOfficial(root, cache, environment)) await tryOfficial(root, cache);
    const found = findElectron(root, cache, environment);
    if (found) return found;
    const { makeFallback } = await import('./runtime/make-fallback.mjs');
    await makeFallback(cache);
    const made = findFallback(cache);
    if (!made) throw new Error('the fallback Electron was made, and is not there');
    return made;
  });
}

/**
 * @param {string} root
 * @param {string} cache
 * @param {NodeJS.ProcessEnv} environment
 */
function skipsOfficial(root, cache, environment) {
  return canFallBack && (environment['ELECTRON_RUNTIME'] === 'fallback' || failedLately(root, cache));
}

/**
 * @param {string} root
 * @param {string} cache
 */
async function tryOfficial(root, cache) {
  say(`downloading Electron ${wantedVersion(root)} …`);
  try {
    await installOfficial(root);
  } catch (error) {
    if (!canFallBack) throw error;
    rememberFailure(root, cache, error);
  }
}

/**
 * @param {NodeJS.ProcessEnv} environment
 * @returns {Electron | undefined}
 */
function findOverride(environment) {
  const folder = environment['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return undefined;
  const executable = executableIn(folder);
  if (!fs.existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH: there is no ${executable}`);
  return { folder, executable, version: versionIn(folder) ?? 'unknown', source: 'override' };
}
