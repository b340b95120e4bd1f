import fs from 'node:fs';
import path from 'node:path';
import { runQuietly } from './command.mjs';
import { toolFile } from './tool.mjs';
import { say } from './progress.mjs';

const SOURCES = [
  'src',
  'assets',
  'electron.vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const RESULTS = ['out/main', 'out/preload', 'out/renderer'];

/**
 * Builds the application, unless what is there was built after the last change.
 * @param {string} root
 * @param {NodeJS.ProcessEnv} env
 */
export async function buildApplication(root, env) {
  if (isBuilt(root)) return;
  say('building the application …');
  await runQuietly(process.execPath, [toolFile('electron-vite', root), 'build'], { cwd: root, env });
}

/**
 * Whether every part of the built application is younger than every source.
 * @param {string} root
 */
export function isBuilt(root) {
  return areYounger(root, RESULTS, SOURCES);
}

/**
 * Whether there are results, and all of them are younger than everything they were made of.
 * @param {string} root
 * @param {string[]} results
 * @param {string[]} sources
 */
export function areYounger(root, results, sources) {
  // The folders count too among the sources: a folder changes when a file in it is removed.
  const changed = Math.max(...sources.flatMap((name) => entriesBelow(path.join(root, name)).map(timeOf)));
  return results.every((name) => {
    const files = entriesBelow(path.join(root, name)).filter((file) => !file.isFolder);
    return files.length > 0 && files.every((file) => timeOf(file) > changed);
  });
}

/** @typedef {{ time: number, isFolder: boolean }} Entry */

/** @param {Entry} entry */
function timeOf(entry) {
  return entry.time;
}

/**
 * A file, or a folder with everything in it. Nothing where there is none.
 * @param {string} place
 * @returns {Entry[]}
 */
function entriesBelow(place) {
  const status = fs.statSync(place, { throwIfNoEntry: false });
  if (!status) return [];
  const entry = { time: status.mtimeMs, isFolder: status.isDirectory() };
  if (!entry.isFolder) return [entry];
  return [entry, ...fs.readdirSync(place).flatMap((name) => entriesBelow(path.join(place, name)))];
}
