import { link, lstat, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { candidateName } from '../../core/saving/archiveFileName.ts';
import { codeOf } from '../network/codeOfError.ts';

/** A file that is whole, and the name that it is to have. */
type Whole = { part: string; folder: string; name: string; damaged: boolean; sha256: string };

/**
 * Gives a whole file its name, and its checksum a file beside it, as `sha256sum --check` reads it. What is there already
 * is never overwritten: a number is put into the name. Gives the path.
 */
export async function putInPlace({ part, folder, name, damaged, sha256 }: Whole): Promise<string> {
  for (let number = 1; ; number += 1) {
    const candidate = candidateName(name, damaged, number);
    const file = path.join(folder, candidate);
    const sum = `${file}.sha256`;
    // First, so that no archive is ever without it.
    const noted = await note(sum, `${sha256}  ${candidate}\n`);
    if (noted !== 'taken' && (await claim(part, file))) {
      await syncFolder(folder);
      return file;
    }
    if (noted === 'written') await unlink(sum);
  }
}

async function note(file: string, text: string): Promise<'written' | 'there' | 'taken'> {
  try {
    await writeNew(file, text);
    return 'written';
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return (await readFile(file, 'utf8').catch(() => '')) === text ? 'there' : 'taken';
  }
}

/** Makes a file that was not there, whole or not at all: half of it would be in the way of the next try. */
async function writeNew(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } catch (error) {
    await unlink(file).catch(() => undefined);
    throw error;
  } finally {
    await handle.close();
  }
}

/** A second name for the file, which no system gives in place of another file; false where the name is taken. */
async function claim(part: string, file: string): Promise<boolean> {
  try {
    await link(part, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return isSame(part, file);
    if (!withoutLinks.has(codeOf(error))) throw error;
    return claimByRenaming(part, file);
  }
}

/** What file systems without second names say: those of memory sticks, and many a share. */
const withoutLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'EACCES',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EINVAL',
]);

async function claimByRenaming(part: string, file: string): Promise<boolean> {
  try {
    await lstat(file);
    return false;
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    await rename(part, file);
    return true;
  }
}

/** It has the name already: Keepwatch was ended before it could take the other one away. */
async function isSame(part: string, file: string): Promise<boolean> {
  const [one, other] = [await lstat(part, { bigint: true }), await lstat(file, { bigint: true })];
  return one.ino === other.ino && one.dev === other.dev;
}

/** A new name outlives a power cut once its folder is on the disk too. Not every system lets folders be opened. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync();
    await handle.close();
  } catch {
    // The name is there; nothing else could be done about it.
  }
}
