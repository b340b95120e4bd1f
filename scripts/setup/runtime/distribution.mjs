import fs from 'node:fs';
import path from 'node:path';

/** @type {Partial<Record<NodeJS.Platform, string>>} */
const EXECUTABLES = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' };

/**
 * Where the executable lies in a folder with an Electron in it.
 * @param {string} folder
 */
export function executableIn(folder, platform = process.platform) {
  return path.join(folder, EXECUTABLES[platform] ?? 'electron');
}

/**
 * The version of the Electron in a folder, or nothing.
 * @param {string} folder
 */
export function versionIn(folder) {
  const file = path.join(folder, 'version');
  return fs.existsSync(file) ? fs.readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}
