import { type FileHandle, lstat, open, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { candidateName } from '../../core/saving/archiveFileName.ts';
import type { SaveOrder } from '../../core/saving/order.ts';
import { type FileVersion, isPartOf, parsePartRecord, type PartRecord } from '../../core/saving/part.ts';
import { codeOf } from '../network/codeOfError.ts';

/** What has come of an archive, beside the place where the whole of it will be. */
export type PartFile = {
  path: string;
  handle: FileHandle;
  /** How many bytes of it were there at the beginning. */
  length: number;
  /** Of which file. */
  file: FileVersion;
  /** Notes of which file the bytes are that are now written into it. */
  keep: (file: FileVersion) => Promise<void>;
  /** Takes part and note away, where they still are. */
  remove: () => Promise<void>;
};

const nothingKnown: FileVersion = { validator: null, size: null };

/**
 * Opens the part of an order's archive, or makes it: for nobody but its owner to read. A file of that name that is not
 * known to be a part of this very backup is left alone.
 */
export async function openPart({ folder, name, portal, backup }: SaveOrder): Promise<PartFile> {
  for (let number = 1; ; number += 1) {
    const file = path.join(folder, `${candidateName(name, false, number)}.part`);
    const found = await look(file);
    if (found === 'none') {
      const made = await make(file);
      if (made !== null) return partOf(file, made, { portal, backup, file: nothingKnown }, 0);
    } else if (found !== 'other') {
      const record = await readRecord(file);
      // One without a byte may have lost its note, and nothing with it.
      const isOurs = record === null ? found.size === 0 : isPartOf(record, portal, backup);
      if (!isOurs) continue;
      return partOf(
        file,
        await open(file, 'r+'),
        { portal, backup, file: record?.file ?? nothingKnown },
        found.size,
      );
    }
  }
}

function partOf(file: string, handle: FileHandle, record: PartRecord, length: number): PartFile {
  const note = noteOf(file);
  return {
    path: file,
    handle,
    length,
    file: record.file,
    keep: async (version) => {
      // Whole or not at all: a part without its note would be nobody's.
      await writeFile(`${note}.new`, JSON.stringify({ ...record, file: version }), { mode: 0o600 });
      await rename(`${note}.new`, note);
    },
    remove: async () => removePart(file),
  };
}

/** Removes a part and its note, where they still are. */
export async function removePart(file: string): Promise<void> {
  const note = noteOf(file);
  await removeFile(file);
  await removeFile(note);
  await removeFile(`${note}.new`);
}

function noteOf(file: string): string {
  return `${file}.json`;
}

async function look(file: string): Promise<'none' | 'other' | { size: number }> {
  try {
    const found = await lstat(file);
    return found.isFile() ? { size: found.size } : 'other';
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'none';
    throw error;
  }
}

/** Null where somebody else has made it in the meantime. */
async function make(file: string): Promise<FileHandle | null> {
  try {
    return await open(file, 'wx+', 0o600);
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return null;
    throw error;
  }
}

/** What lies beside a part; null where that is nothing, or another user's. */
export async function readRecord(file: string): Promise<PartRecord | null> {
  try {
    return parsePartRecord(await readFile(noteOf(file), 'utf8'));
  } catch (error) {
    if (['ENOENT', 'EACCES'].includes(codeOf(error))) return null;
    throw error;
  }
}

/** Removes a file, where it is. */
async function removeFile(file: string): Promise<void> {
  try {
    await unlink(file);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
}
