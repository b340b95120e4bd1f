import type { Job } from '../backup/job.ts';
import type { Result } from '../base/result.ts';
import { day, hour, minute } from '../base/time.ts';
import type { HistoryRecord } from '../docspace/history.ts';
import type { Failure } from '../net/failure.ts';
import { pauseAfterRefusal, type Schedule } from './schedule.ts';

/**
 * How old the newest finished backup of a portal is. Judged only where its user has set a limit, and where nothing else
 * says when one is due: the portal has no schedule. Epoch milliseconds, by this machine's clock.
 */
export type BackupAge = {
  /** Where no finished backup is known, its age counts from here: when the limit was set. */
  since: number;
  /** The newest archive that the portal has listed; null: none yet. */
  listedAt: number | null;
  /** The list is not asked for before. */
  askAt: number;
  /** When it was found that the newest one is too old, and nothing newer is listed; null: it is not. */
  oldSince: number | null;
};

export function newBackupAge(now: number): BackupAge {
  return { since: now, listedAt: null, askAt: 0, oldSince: null };
}

/** A list that says nothing new is asked for again after this: a backup may come and go while nobody watches. */
const askEach = 6 * hour;

/** When the newest finished backup ended that Keepwatch has seen or the portal has listed; null: none is known. */
export function newestFinishedAt({ listedAt }: BackupAge, { lastFinished }: Job): number | null {
  const newest = Math.max(listedAt ?? -Infinity, lastFinished?.at ?? -Infinity);
  return newest === -Infinity ? null : newest;
}

/** What it is judged with; `limit`: days, undefined where there is none. */
export type AgeKnown = { limit: number | undefined; schedule: Schedule; job: Job };

/** It is older than the limit, as far as is known without asking. */
function seemsOld(age: BackupAge, known: AgeKnown, now: number): boolean {
  const { job, limit } = known;
  if (limit === undefined || known.schedule.plan !== null) return false;
  return now >= (newestFinishedAt(age, job) ?? age.since) + limit * day;
}

/** The list of archives is to be read: one may be there where none is known, or a newer one. */
export function wantsAge(age: BackupAge, known: AgeKnown, now: number): boolean {
  const { limit, schedule, job } = known;
  if (limit === undefined || schedule.plan !== null || now < age.askAt || job.run !== null) return false;
  return newestFinishedAt(age, job) === null || seemsOld(age, known, now);
}

/** Takes in the list of archives, and judges by it. */
export function judgeAge(
  age: BackupAge,
  known: AgeKnown,
  got: Result<HistoryRecord[], Failure>,
  now: number,
): BackupAge {
  if (!got.ok) {
    const pause = pauseAfterRefusal(got.reason);
    const asked = { ...age, askAt: now + pause };
    // Where the portal keeps its list to itself, what was seen has to do.
    return pause < day ? asked : judged(asked, known, now);
  }
  // What has just ended is settled first.
  if (known.job.doubts.length > 0) return { ...age, askAt: now + minute };
  const newest = Math.max(...got.value.map(({ createdAt }) => createdAt ?? -Infinity)) - known.schedule.ahead;
  const listedAt = newest === -Infinity ? age.listedAt : Math.min(now, Math.max(newest, age.listedAt ?? 0));
  return judged({ ...age, listedAt, askAt: now + askEach }, known, now);
}

function judged(age: BackupAge, known: AgeKnown, now: number): BackupAge {
  return seemsOld(age, known, now) ? { ...age, oldSince: age.oldSince ?? now } : age;
}

/** Takes in what has become known without the list: a backup that finished, another limit, a schedule. */
export function noteAge(age: BackupAge, known: AgeKnown, now: number): BackupAge {
  if (age.oldSince === null || seemsOld(age, known, now)) return age;
  return { ...age, oldSince: null, askAt: 0 };
}

/** After a time without checks, or a jump of the clock: the list is asked for anew. */
export function rebaseAge(age: BackupAge, now: number): BackupAge {
  const { since, listedAt } = age;
  return {
    ...age,
    since: Math.min(since, now),
    listedAt: listedAt === null ? null : Math.min(listedAt, now),
    askAt: 0,
  };
}
