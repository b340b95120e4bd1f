import type { BackupId } from '../backup/job.ts';
import { assertNever } from '../base/result.ts';
import { day, minute } from '../base/time.ts';
import type { FolderTrouble } from '../saving/order.ts';
import type { SavePace } from '../saving/pace.ts';
import type { Saving, UnsavedWhy } from '../saving/saving.ts';
import { isSameBackup, type WantedSave } from '../saving/wanted.ts';
import { type WrittenArchive, writtenOf } from '../saving/written.ts';
import type { PortalStatus } from './status.ts';

/** The one thing to say of the saving of a portal's archives. Times are epoch milliseconds. */
export type SavingStatus =
  /** `pace`: null before anything has come. */
  | { is: 'going'; wanted: WantedSave; pace: SavePace | null; stopped: boolean }
  /** It broke off, and is tried again. */
  | { is: 'interrupted'; wanted: WantedSave; tryAt: number }
  /** Its folder does not take it; `since`: when that was first met. */
  | { is: 'hindered'; wanted: WantedSave; why: FolderTrouble; since: number }
  | { is: 'saved'; written: WrittenArchive }
  | { is: 'unsaved'; backup: BackupId; why: UnsavedWhy; at: number };

/** That nothing came of a save is said for so long. */
const longestRegret = day;
/** Whoever has stopped it knows so. */
const shortestRegret = minute;

/** What is being saved; or else what has become of the backup that the portal's row speaks of. */
export function savingStatus(saving: Saving, status: PortalStatus, now: number): SavingStatus | null {
  return current(saving) ?? ended(saving, status, now);
}

function current({ wanted: [first], attempt, hinderedSince }: Saving): SavingStatus | null {
  if (first === undefined) return null;
  switch (attempt.is) {
    case 'asking':
    case 'linked':
      return { is: 'going', wanted: first, pace: null, stopped: false };
    case 'going':
      return { is: 'going', wanted: first, pace: attempt.pace, stopped: attempt.stopped };
    case 'waiting':
      return waiting(first, attempt, hinderedSince);
    default:
      return assertNever(attempt);
  }
}

function waiting(
  wanted: WantedSave,
  { failure, tryAt }: Extract<Saving['attempt'], { is: 'waiting' }>,
  hinderedSince: number | null,
): SavingStatus {
  if (failure === null) return { is: 'going', wanted, pace: null, stopped: false };
  if (failure.of !== 'folder') return { is: 'interrupted', wanted, tryAt };
  return { is: 'hindered', wanted, why: failure.why, since: hinderedSince ?? tryAt };
}

function ended({ unsaved, written }: Saving, status: PortalStatus, now: number): SavingStatus | null {
  const shown = status.is === 'ended' ? { scope: status.scope, job: status.ending.job } : null;
  const saved = shown === null ? null : writtenOf(written, shown);
  if (unsaved !== null && (saved === null || saved.at < unsaved.at)) {
    const regret = unsaved.why === 'stopped' ? shortestRegret : longestRegret;
    if (now - unsaved.at < regret) return { is: 'unsaved', ...unsaved };
  }
  return saved === null ? null : { is: 'saved', written: saved };
}

/** Whether this backup's archive is wanted, or lies on the disk and can be read. */
export function isCared({ wanted, written }: Saving, backup: BackupId): boolean {
  const saved = writtenOf(written, backup);
  return (
    wanted.some((one) => isSameBackup(one.backup, backup)) || (saved !== null && saved.contents !== 'damaged')
  );
}
