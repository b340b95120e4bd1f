import type { BackupId } from '../backup/job.ts';
import type { Failure } from '../net/failure.ts';
import type { Result } from '../base/result.ts';

/** One archive that is to be saved, from a link that the portal has just named. */
export type SaveOrder = {
  portal: string;
  backup: BackupId;
  /** The portal's own: its key goes there and nowhere else. */
  origin: string;
  /** The one certificate that the portal may show, in PEM; null for what the system trusts. */
  certificate: string | null;
  /** The resolved URL; a bearer secret, never written down. */
  link: string;
  /** An absolute path. */
  folder: string;
  /** The file's name, safe in any folder. */
  name: string;
};

/** How far it has come; `size` is null where the server does not say it. In bytes of the archive. */
export type SaveProgress = { stage: 'receiving' | 'reading'; done: number; size: number | null };

/** What a read through an archive has found; `bytes` are those of the files in it, unpacked. */
export type ArchiveContents = {
  files: number;
  bytes: number;
  databases: boolean;
  storage: boolean;
  /** How many files `storage/missing_info` lists. */
  missing: number;
};

/** `damaged`: it cannot be read to its end; it has another name then, so that nobody takes it for a backup. */
export type SavedArchive = {
  /** Its path, as it ended up. */
  file: string;
  /** As it was received. */
  bytes: number;
  /** Of what was received, in hexadecimal. */
  sha256: string;
  contents: ArchiveContents | 'damaged';
};

/**
 * Why an archive was not saved.
 * - `folder`: it is missing (an unplugged disk, a share that is away), may not be written to, or has no room for it.
 * - `link`: the server says that it has expired (403) or that the file is gone (404).
 * - `size`: what came is not as long as the server had said.
 * - `network`: the server could not be reached, or the connection broke off; what has come stays for the next try.
 */
export type SaveFailure =
  | { of: 'folder'; why: FolderTrouble }
  | { of: 'link'; why: 'expired' | 'gone' }
  | { of: 'size' }
  | { of: 'network'; failure: Failure }
  | { of: 'stopped' };

export const folderTroubles = ['missing', 'forbidden', 'full', 'unwritable'] as const;
export type FolderTrouble = (typeof folderTroubles)[number];

export type SaveResult = Result<SavedArchive, SaveFailure>;
