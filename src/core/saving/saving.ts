import type { BackupId } from '../backup/job.ts';
import { assertNever } from '../base/result.ts';
import { minute, second } from '../base/time.ts';
import { retryOf } from '../net/failure.ts';
import type { SaveFailure, SaveProgress } from './order.ts';
import { type SavePace, paceAfter } from './pace.ts';
import { leaveBehind, type Leftover, withoutPlaces } from './leftovers.ts';
import { isSameBackup, type WantedSave } from './wanted.ts';
import type { WrittenArchive } from './written.ts';

// Saving archives to a folder. One of a portal at a time, and each try begins at the portal: it is asked how that backup
// is, and the link that it names then is the one that is followed. What is wanted outlives a restart, a link never does.

/** How often a save has failed in a row, and how often of those by what the server says of the archive itself. */
type Tries = { failed: number; refused: number };

/** How far the save of the first one that is wanted has come. */
type Attempt =
  /** Nothing is done before `tryAt`; `failure`: what it failed of, null before the first try. */
  | { is: 'waiting'; tryAt: number; failure: SaveFailure | null; tries: Tries }
  /** The portal is to be asked for its link. */
  | { is: 'asking'; tries: Tries }
  /** Its link was read just now. */
  | { is: 'linked'; tries: Tries }
  | { is: 'going'; tries: Tries; pace: SavePace | null; stopped: boolean };

/** Why an archive was given up. */
export type UnsavedWhy = 'expired' | 'gone' | 'size' | 'stopped';

export type Saving = {
  /** In their turn; the first is the one that is tried. */
  wanted: WantedSave[];
  attempt: Attempt;
  /** What Keepwatch has written of this portal, oldest first. */
  written: WrittenArchive[];
  /** The last one that was given up. */
  unsaved: { backup: BackupId; why: UnsavedWhy; at: number } | null;
  /** What may have come of those that were given up, oldest first. */
  leftovers: Leftover[];
  /** Since when a folder keeps archives from being saved; null: none does. */
  hinderedSince: number | null;
};

export const noAttempt: Attempt = {
  is: 'waiting',
  tryAt: 0,
  failure: null,
  tries: { failed: 0, refused: 0 },
};

export const newSaving: Saving = {
  wanted: [],
  attempt: noAttempt,
  written: [],
  unsaved: null,
  leftovers: [],
  hinderedSince: null,
};

/** A portal reports one ending a scope: more can hardly be waiting. */
export const mostWanted = 4;

/** While a folder is away it is looked for this often: nobody tells when it is back. */
const folderCheck = 5 * minute;
const firstPause = 5 * second;
const longestPause = 5 * minute;
/** A server that says two lengths for one file may be in the middle of something; one that goes on so is wrong. */
const mostWrongSizes = 3;
/** A link may die between its being read and its being followed, once. */
const mostDeadLinks = 2;

/** Takes in that an archive is wanted. One that is wanted already is tried now, and goes where it was to go. */
export function wantSave(saving: Saving, wanted: WantedSave): Saving {
  const place = saving.wanted.findIndex(({ backup }) => isSameBackup(backup, wanted.backup));
  if (place === 0) return trySoon(saving);
  if (place > 0 || saving.wanted.length >= mostWanted) return saving;
  const isOfIt = saving.unsaved !== null && isSameBackup(saving.unsaved.backup, wanted.backup);
  return {
    ...saving,
    wanted: [...saving.wanted, wanted],
    attempt: saving.wanted.length === 0 ? noAttempt : saving.attempt,
    unsaved: isOfIt ? null : saving.unsaved,
    leftovers: withoutPlaces(saving.leftovers, [wanted]),
  };
}

/** Whatever it waits for, it is tried at once. */
export function trySoon(saving: Saving): Saving {
  const { attempt } = saving;
  return attempt.is === 'waiting' ? { ...saving, attempt: { ...attempt, tryAt: 0 } } : saving;
}

/** When the next try is due, epoch milliseconds; Infinity while one is under way, or nothing is wanted. */
export function nextSaveAt({ wanted, attempt }: Saving): number {
  return wanted.length === 0 || attempt.is !== 'waiting' ? Infinity : attempt.tryAt;
}

/** The one that is asked for, until its link was read. */
export function askedFor({ wanted: [first], attempt }: Saving): BackupId | null {
  return first !== undefined && attempt.is === 'asking' ? first.backup : null;
}

/** A try begins: the portal is asked for the link. */
export function beginTry(saving: Saving): Saving {
  return { ...saving, attempt: { is: 'asking', tries: saving.attempt.tries } };
}

/** Its backup was read: with a link that works, or without one; `why`: what has become of that. */
export function takeLink(saving: Saving, why: 'expired' | 'gone' | null, now: number): Saving {
  if (saving.attempt.is !== 'asking') return saving;
  if (why !== null) return giveUp(saving, why, now);
  return { ...saving, attempt: { is: 'linked', tries: saving.attempt.tries } };
}

/** It is on its way. */
export function beginReceiving(saving: Saving): Saving {
  const { tries } = saving.attempt;
  return { ...saving, attempt: { is: 'going', tries, pace: null, stopped: false } };
}

export function hearProgress(saving: Saving, backup: BackupId, progress: SaveProgress, now: number): Saving {
  const { attempt } = saving;
  if (attempt.is !== 'going' || !isCurrent(saving, backup)) return saving;
  return { ...saving, attempt: { ...attempt, pace: paceAfter(attempt.pace, progress, now) } };
}

/** Whether it is the one that is being saved. */
export function isGoing(saving: Saving, backup: BackupId): boolean {
  return saving.attempt.is === 'going' && isCurrent(saving, backup);
}

function isCurrent({ wanted: [first] }: Saving, backup: BackupId): boolean {
  return first !== undefined && isSameBackup(first.backup, backup);
}

/** Its user does not want it any more. What is on its way ends when it says so. */
export function stopSave(saving: Saving, backup: BackupId, now: number): Saving {
  const { wanted, attempt } = saving;
  if (!wanted.some((one) => isSameBackup(one.backup, backup))) return saving;
  if (!isCurrent(saving, backup)) {
    return { ...saving, wanted: wanted.filter((one) => !isSameBackup(one.backup, backup)) };
  }
  if (attempt.is === 'going') return { ...saving, attempt: { ...attempt, stopped: true } };
  return giveUp(saving, 'stopped', now);
}

/** Takes in why a save did not come to its end: it is tried again, or given up. */
export function failSave(saving: Saving, failure: SaveFailure, now: number): Saving {
  if (wasStopped(saving)) return giveUp(saving, 'stopped', now);
  const { failed, refused } = saving.attempt.tries;
  const isRefused = failure.of === 'size' || failure.of === 'link';
  const tries = { failed: failed + 1, refused: refused + (isRefused ? 1 : 0) };
  const again = (pause: number): Saving => ({
    ...saving,
    attempt: { is: 'waiting', tryAt: now + pause, failure, tries },
    hinderedSince: failure.of === 'folder' ? (saving.hinderedSince ?? now) : null,
  });
  const growing = Math.min(longestPause, firstPause * 2 ** failed);
  switch (failure.of) {
    case 'folder':
      return again(folderCheck);
    // Ended with the application: nobody said that it is not wanted.
    case 'stopped':
      return again(growing);
    case 'network':
      return again(Math.max(growing, (retryOf(failure.failure) ?? now) - now));
    case 'size':
      return tries.refused < mostWrongSizes ? again(growing) : giveUp(saving, 'size', now);
    case 'link':
      return tries.refused < mostDeadLinks ? again(firstPause) : giveUp(saving, failure.why, now);
    default:
      return assertNever(failure);
  }
}

function wasStopped({ attempt }: Saving): boolean {
  return attempt.is === 'going' && attempt.stopped;
}

function giveUp(saving: Saving, why: UnsavedWhy, now: number): Saving {
  const [first] = saving.wanted;
  const next = nextInTurn(saving);
  if (first === undefined) return next;
  const unsaved = { backup: first.backup, why, at: now };
  return { ...next, unsaved, leftovers: leaveBehind(saving.leftovers, [first]) };
}

/** It is saved: the next one's turn. */
export function endSave(saving: Saving, written: WrittenArchive[]): Saving {
  return { ...nextInTurn(saving), written, unsaved: null };
}

function nextInTurn(saving: Saving): Saving {
  return { ...saving, wanted: saving.wanted.slice(1), attempt: noAttempt, hinderedSince: null };
}

/** After a time without polls, or a jump of the clock: what was waited for may be over, and a link read before it as well. */
export function resumeSaving(saving: Saving): Saving {
  const { attempt } = saving;
  if (attempt.is === 'going' || saving.wanted.length === 0) return saving;
  const failure = attempt.is === 'waiting' ? attempt.failure : null;
  return { ...saving, attempt: { is: 'waiting', tryAt: 0, failure, tries: attempt.tries } };
}

/** Finished backups are saved to another folder from now on: what waits for the one before goes there, and is tried at once. */
export function moveWanted(saving: Saving, folder: string): Saving {
  const isMoved = (one: WantedSave): boolean =>
    one.by === 'rule' && one.folder !== folder && !isGoing(saving, one.backup);
  const from = saving.wanted.filter(isMoved);
  if (from.length === 0) return saving;
  const to = from.map((one) => ({ ...one, folder }));
  return trySoon({
    ...saving,
    wanted: saving.wanted.map((one) => (isMoved(one) ? { ...one, folder } : one)),
    leftovers: withoutPlaces(leaveBehind(saving.leftovers, from), to),
  });
}

/** Nothing of this scope is wanted any more, as it is not watched any more; what is on its way goes on. */
export function dropScope(saving: Saving, scope: BackupId['scope']): Saving {
  const wanted = saving.wanted.filter(({ backup }) => backup.scope !== scope || isGoing(saving, backup));
  if (wanted.length === saving.wanted.length) return saving;
  const dropped = saving.wanted.filter((one) => !wanted.includes(one));
  return {
    ...saving,
    wanted,
    attempt: saving.attempt.is === 'going' ? saving.attempt : noAttempt,
    leftovers: leaveBehind(saving.leftovers, dropped),
  };
}
