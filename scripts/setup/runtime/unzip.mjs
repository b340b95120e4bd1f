import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { openPromise } from 'yauzl';

/**
 * Unpacks a zip file. `rename` gives each file's place in the folder, or nothing for one to leave out.
 * @param {string} zip
 * @param {string} folder
 * @param {(name: string) => string | undefined} rename
 */
export async function unzip(zip, folder, rename) {
  const archive = await openPromise(zip);
  for await (const entry of archive.eachEntry()) {
    const name = entry.fileName.endsWith('/') ? undefined : rename(entry.fileName);
    if (name === undefined) continue;
    const target = path.join(folder, name);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    const mode = isExecutable(entry) ? 0o755 : 0o644;
    await pipeline(await archive.openReadStreamPromise(entry), fs.createWriteStream(target, { mode }));
  }
}

/** @param {import('yauzl').Entry} entry */
function isExecutable(entry) {
  // The upper half is the mode a file had on the Unix it was packed on.
  return ((entry.externalFileAttributes >>> 16) & 0o111) !== 0;
}
