import type { Job } from '../backup/job.ts';
import type { Failure } from '../net/failure.ts';
import type { Result } from '../base/result.ts';
import { day, hour, minute } from '../base/time.ts';
import type { HistoryRecord } from '../docspace/history.ts';
import type { Scope } from '../docspace/request.ts';
import { mostDaysAhead } from './nextDue.ts';
import { dueAfter, pauseAfterRefusal, type Schedule } from './schedule.ts';

// A due backup that did not come. It is judged by the archives that there are, remembered here or listed by the portal,
// never by `lastBackupTime`: that is when one was started, whatever became of it.

/**
 * How long after its due time a backup can begin. The scheduler looks every 15 minutes (DocSpace buildtools,
 * backup.json), and a worker that has five jobs lets the next one wait.
 */
const latestStart = hour;

/**
 * By how much a due time may be wrong: a scheduled dump of the whole server belongs to no portal, so that nobody knows
 * in which time zone its hour counts.
 */
const tolerance: Record<Scope, number> = { portal: 0, server: 14 * hour };

/** Archives in the temporary storage are gone a day after they were made: then the list says nothing of them. */
const listedFor = 20 * hour;

/** The last due time that has passed is no further back than this; the day is for what a time zone moves. */
const longestBack = (mostDaysAhead + 1) * day;

/** The schedule is to be read: in its turn, or because a backup is late that may have been put off. */
export function wantsSchedule(schedule: Schedule, scope: Scope, job: Job, now: number): boolean {
  return now >= schedule.askAt || (isInDoubt(schedule, scope, job, now) && !isReadLate(schedule, scope));
}

/** The list of archives is to be read: the late backup may have come and gone while nobody watched. */
export function wantsArchives(schedule: Schedule, scope: Scope, job: Job, now: number): boolean {
  // Whether there is a schedule at all is to be certain.
  return !schedule.unnamed && isInDoubt(schedule, scope, job, now) && isReadLate(schedule, scope);
}

/** A backup is late, none is going on, and what would explain it may be asked. */
function isInDoubt(schedule: Schedule, scope: Scope, job: Job, now: number): boolean {
  return now >= schedule.checkAt && job.run === null && now >= lateFrom(schedule, scope);
}

/** The schedule was read since the backup is late. */
function isReadLate(schedule: Schedule, scope: Scope): boolean {
  return schedule.readAt !== null && schedule.readAt >= lateFrom(schedule, scope);
}

/** From when, by this machine's clock, the next backup is late; Infinity where none is due. */
function lateFrom({ dueAt, ahead }: Schedule, scope: Scope): number {
  return dueAt === null ? Infinity : dueAt + latestStart + tolerance[scope] - ahead;
}

/** Takes in what was seen of the backups: one that ended since the due time has run, however it ended. */
export function noteBackups(
  schedule: Schedule,
  scope: Scope,
  { ending, lastFinished, doubts }: Job,
): Schedule {
  // Before the list of archives was asked it may have ended long before it was seen.
  const unsure =
    ending !== null && !ending.timed && doubts.some((doubt) => doubt.ending.job === ending.job)
      ? ending.job
      : null;
  const endedAt = ending === null || ending.job === unsure ? -Infinity : ending.endedAt;
  const finishedAt = lastFinished === null || lastFinished.job === unsure ? -Infinity : lastFinished.at;
  const { ahead } = schedule;
  const ran = withRun(schedule, scope, Math.max(endedAt, finishedAt) + ahead);
  return withFinished(ran, scope, finishedAt + ahead);
}

/** A backup that ran at this time, or after it was due, was the one that was due. */
function withRun(schedule: Schedule, scope: Scope, ranAt: number): Schedule {
  const { dueAt } = schedule;
  if (dueAt === null || ranAt < dueAt - tolerance[scope]) return schedule;
  return { ...schedule, dueAt: dueAfter(schedule, Math.max(dueAt, ranAt - tolerance[scope])) };
}

function withFinished(schedule: Schedule, scope: Scope, finishedAt: number): Schedule {
  const { missedDue } = schedule;
  const over = missedDue !== null && finishedAt >= missedDue - tolerance[scope];
  return over ? { ...schedule, missedDue: null } : schedule;
}

/** Takes in the list of archives, and judges by it whether a late backup came. */
export function judgeDue(
  schedule: Schedule,
  scope: Scope,
  job: Job,
  got: Result<HistoryRecord[], Failure>,
  now: number,
): Schedule {
  if (!got.ok) return { ...schedule, checkAt: now + pauseAfterRefusal(got.reason) };
  const newest = Math.max(...got.value.map(({ createdAt }) => createdAt ?? -Infinity));
  const known = withFinished(withRun(noteBackups(schedule, scope, job), scope, newest), scope, newest);
  // What has just ended is settled first.
  if (job.doubts.length > 0) return { ...known, checkAt: now + minute };
  const { dueAt } = known;
  if (dueAt === null || !wantsArchives(known, scope, job, now)) return known;
  return judgeLast(known, dueAt, scope, now + schedule.ahead);
}

/** Of the due times that have passed without a backup the last one counts. */
function judgeLast(schedule: Schedule, dueAt: number, scope: Scope, portalNow: number): Schedule {
  const last = lastDue(schedule, dueAt, portalNow - latestStart - tolerance[scope]);
  const judged = { ...schedule, dueAt: dueAfter(schedule, last) };
  const unlisted = schedule.plan?.temporary === true && portalNow - last + tolerance[scope] > listedFor;
  return unlisted ? judged : { ...judged, missedDue: schedule.missedDue ?? last };
}

function lastDue(schedule: Schedule, dueAt: number, until: number): number {
  let last = Math.max(dueAt, until - longestBack);
  for (;;) {
    const next = dueAfter(schedule, last);
    if (next === null || next > until) return last;
    last = next;
  }
}
