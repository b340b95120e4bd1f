import type { BackupId } from '../backup/job.ts';
import type { KeepLimit } from '../portal.ts';
import type { ArchiveContents, SavedArchive } from './order.ts';
import { isSameBackup, type WantedSave } from './wanted.ts';

/** An archive that Keepwatch has written: what it needs to know its own file again, and what it has found in it. */
export type WrittenArchive = {
  backup: BackupId;
  /** Its path. */
  file: string;
  /** The folder that was wanted. */
  folder: string;
  by: WantedSave['by'];
  bytes: number;
  sha256: string;
  contents: ArchiveContents | 'damaged';
  /** Epoch milliseconds. */
  at: number;
};

/** Of more of them the oldest are forgotten: their files stay where they are. */
export const mostWritten = 100;

/** What is known after one more was saved. */
export function noteWritten(
  written: readonly WrittenArchive[],
  { backup, folder, by }: WantedSave,
  { file, bytes, sha256, contents }: SavedArchive,
  at: number,
): WrittenArchive[] {
  const others = written.filter((one) => one.file !== file);
  return [...others, { backup, folder, by, file, bytes, sha256, contents, at }].slice(-mostWritten);
}

/** Where a backup was saved last. */
export function writtenOf(written: readonly WrittenArchive[], wanted: BackupId): WrittenArchive | null {
  return written.findLast(({ backup }) => isSameBackup(backup, wanted)) ?? null;
}

/**
 * The oldest ones, where more are kept than are to be kept: of the portal's own and of those of the whole server so many
 * each, since none can take the place of the other. What somebody has saved by hand is theirs; so is what lies in another
 * folder. A damaged one is no backup: it neither counts nor goes.
 */
export function surplusOf(
  written: readonly WrittenArchive[],
  folder: string,
  keep: KeepLimit | null,
): WrittenArchive[] {
  if (keep === null) return [];
  const kept = written.filter(
    (one) => one.by === 'rule' && one.folder === folder && one.contents !== 'damaged',
  );
  return (['portal', 'server'] as const).flatMap((scope) => {
    const alike = kept.filter(({ backup }) => backup.scope === scope);
    return alike.slice(0, Math.max(0, alike.length - keep));
  });
}

/** These are there no more, or are not Keepwatch's any more. */
export function forgetWritten(
  written: readonly WrittenArchive[],
  files: readonly string[],
): WrittenArchive[] {
  return written.filter(({ file }) => !files.includes(file));
}
