import type { BackupId } from '../backup/job.ts';
import type { FolderTrouble } from '../saving/order.ts';
import type { WrittenArchive } from '../saving/written.ts';
import type { Announcement, ToldUnsaved } from './announcement.ts';

/** Told once each time that an archive was saved. */
export function announceSaved({ backup, file, contents, at }: WrittenArchive): Announcement {
  const { scope, job } = backup;
  if (contents === 'damaged') return announceUnsaved(backup, 'damaged', at);
  const { files, missing } = contents;
  return { id: savedId(backup, at), at, news: { of: 'archiveSaved', scope, job, file, files, missing } };
}

export function savedId({ scope, job }: BackupId, at: number): string {
  return `${scope} ${job} saved ${at}`;
}

export function announceUnsaved(backup: BackupId, why: ToldUnsaved, at: number): Announcement {
  const { scope, job } = backup;
  return { id: unsavedId(backup, at), at, news: { of: 'archiveUnsaved', scope, job, why } };
}

export function unsavedId({ scope, job }: BackupId, at: number): string {
  return `${scope} ${job} unsaved ${at}`;
}

/** Told once until a folder takes archives again. */
export function announceHindered(
  why: FolderTrouble,
  folder: string,
  hinderedSince: number,
  at: number,
): Announcement {
  return { id: hinderedId(hinderedSince), at, news: { of: 'savingHindered', why, folder } };
}

export function hinderedId(hinderedSince: number): string {
  return `saving hindered ${hinderedSince}`;
}
