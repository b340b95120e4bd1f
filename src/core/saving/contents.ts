import type { ArchiveContents } from './order.ts';

/** One entry of an archive: a file, or something that has no bytes of its own. */
export type ArchiveEntry = { name: string; size: number; isFile: boolean };

/** An archive of which nothing has been read yet. */
export const nothingRead: ArchiveContents = {
  files: 0,
  bytes: 0,
  databases: false,
  storage: false,
  missing: 0,
};

/**
 * The contents with one more entry. The tables lie under `databases/`; when all files of the portal's storage are in,
 * `storage/restore_info` lists them, and `storage/missing_info` those that were not there any more. (DocSpace server
 * 3.7.2: KeyHelper and BackupPortalTask of ASC.Data.Backup.Core.)
 */
export function withEntry(contents: ArchiveContents, { name, size, isFile }: ArchiveEntry): ArchiveContents {
  if (!isFile) return contents;
  const path = pathOf(name);
  return {
    ...contents,
    files: contents.files + 1,
    bytes: contents.bytes + size,
    databases: contents.databases || path.startsWith('databases/'),
    storage: contents.storage || path.startsWith('storage/'),
  };
}

/** Whether it is the list of the files that are missing. */
export function listsMissing({ name, isFile }: ArchiveEntry): boolean {
  return isFile && pathOf(name) === 'storage/missing_info';
}

/** A dump of the whole server names its tables from the root on, on Windows with backslashes. */
function pathOf(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(?:\.?\/)+/, '');
}

const listed = /<file[\s/>]/g;
/** So much of a text may be the beginning of the next `<file>`. */
const tagBegins = 5;

/** Counts the files in that list, which is XML and comes in pieces: `rest` is what the next piece is put behind. */
export function countMissing(
  { missing, rest }: { missing: number; rest: string },
  piece: string,
): { missing: number; rest: string } {
  const text = rest + piece;
  return { missing: missing + (text.match(listed)?.length ?? 0), rest: text.slice(-tagBegins) };
}
