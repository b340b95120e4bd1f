import { lstat, readFile, unlink } from 'node:fs/promises';
import path from 'node:path';

/** An archive as Keepwatch has written it. */
type OwnArchive = { file: string; bytes: number; sha256: string };

/**
 * Deletes an archive that lies right in this folder and is as Keepwatch has written it, with the sum beside it. Tells
 * whether nothing more is to be done about it: it is gone, or not Keepwatch's any more. Never throws.
 */
export type DeleteArchive = (folder: string, archive: OwnArchive) => Promise<boolean>;

/** What a file of one sum holds at most: the sum, and a name. */
const longestSum = 1024;

export const deleteArchive: DeleteArchive = async (folder, { file, bytes, sha256 }) => {
  try {
    if (path.resolve(path.dirname(file)) !== path.resolve(folder)) return true;
    const size = await sizeOf(file);
    if (size === null || size !== bytes) return true;
    await unlink(file);
    await deleteSum(`${file}.sha256`, sha256);
    return true;
  } catch {
    // A disk that refuses now may be asked again after the next save.
    return false;
  }
};

/** The size of a regular file; null where there is none by that name. What a link leads to is not looked at. */
async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await lstat(file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

async function deleteSum(file: string, sha256: string): Promise<void> {
  const size = await sizeOf(file);
  if (size === null || size > longestSum) return;
  if ((await readFile(file, 'utf8')).startsWith(sha256)) await unlink(file);
}
