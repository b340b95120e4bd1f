import { downloadOfEnding } from '../backup/downloadLink.ts';
import type { Ending } from '../backup/ending.ts';
import { type Job, jobId } from '../backup/job.ts';
import { isStuck, standstillOf } from '../foresight/standstill.ts';
import { timeLeft } from '../foresight/timeLeft.ts';
import { assertNever } from '../base/result.ts';
import { day, minute } from '../base/time.ts';
import type { Scope } from '../docspace/request.ts';
import { newestFinishedAt } from '../schedule/backupAge.ts';
import type { Schedule } from '../schedule/schedule.ts';
import type { Watch } from '../watch/watch.ts';
import type { JobStatus } from './status.ts';

/** How the backup of one scope stands. */
export function jobStatus(watch: Watch, scope: Scope, now: number): JobStatus {
  const { portal, jobs, schedules, pasts } = watch;
  const job = jobs[scope];
  const schedule = schedules[scope];
  const past = pasts[scope];
  const { run, readAt, ending } = job;
  if (readAt === null) return { is: 'firstCheck', scope };
  if (run === null) {
    const ended = unsettled(job, scope, now) ?? endedStatus(job, ending, scope, portal.origin, now);
    return (
      (isBad(ended) ? null : (dueStatus(schedule, job, scope, now) ?? ageStatus(watch, scope))) ??
      ended ??
      idleStatus(schedule, scope, now)
    );
  }
  if (run.missedAt !== null) return { is: 'settling', scope, percent: run.percent };
  if (isStuck(run, scope === 'server', past, readAt)) {
    return { is: 'stuck', scope, job: jobId(run.task, job.serial), ...standstillOf(run, past) };
  }
  switch (run.stage) {
    case 'waiting':
      return { is: 'waiting', scope, since: run.firstSeenAt };
    case 'uploading':
      return { is: 'uploading', scope, since: run.stageSince, left: timeLeft(run, past, now) };
    case 'running':
      return { is: 'running', scope, percent: run.percent, left: timeLeft(run, past, now) };
    default:
      return assertNever(run.stage);
  }
}

/** The history usually answers within seconds: until then nothing is said that it may overrule. */
const longestAnswer = minute;

/** A job that vanished, or reported an error, is called neither lost nor failed before the history was asked. */
function unsettled({ doubts, ending }: Job, scope: Scope, now: number): JobStatus | null {
  const doubt = doubts.findLast(({ why, ending: { outcome } }) => why === 'gone' || outcome === 'failed');
  if (doubt === undefined) return null;
  const { job, percent, endedAt } = doubt.ending;
  const older = ending !== null && ending.job !== job && ending.endedAt >= endedAt;
  if (older) return null;
  if (now - endedAt < longestAnswer) return { is: 'settling', scope, percent };
  return doubt.why === 'gone' ? { is: 'gone', scope, percent, since: endedAt } : null;
}

/** A bad ending stays until the next backup; a good one for a day, or as long as it can be read or downloaded. */
function endedStatus(
  job: Job,
  ending: Ending | null,
  scope: Scope,
  origin: string,
  now: number,
): JobStatus | null {
  if (ending === null) return null;
  const offer = downloadOfEnding(ending, origin, now);
  const old = !job.reported && offer === null && now - ending.endedAt >= day;
  return isGood(ending) && old ? null : { is: 'ended', scope, ending, offer };
}

function isGood({ outcome }: Ending): boolean {
  return outcome === 'finished' || outcome === 'cancelled';
}

/** What went wrong is not covered by what should have followed it; nor is what is just being found out. */
function isBad(status: JobStatus | null): boolean {
  return status !== null && !(status.is === 'ended' && isGood(status.ending));
}

/** A backup that should have run, and a schedule that is just gone. */
function dueStatus(schedule: Schedule, job: Job, scope: Scope, now: number): JobStatus | null {
  const { missedDue } = schedule;
  if (missedDue !== null) {
    return { is: 'overdue', scope, dueAt: missedDue, lastFinishedAt: job.lastFinished?.at ?? null };
  }
  const gone = goneStatus(schedule, scope, now);
  return gone?.isNew === true ? gone : null;
}

function ageStatus({ age, jobs }: Watch, scope: Scope): JobStatus | null {
  if (age.oldSince === null || scope === 'server') return null;
  return { is: 'outdated', scope, since: age.oldSince, lastFinishedAt: newestFinishedAt(age, jobs.portal) };
}

function goneStatus(
  { goneAt }: Schedule,
  scope: Scope,
  now: number,
): Extract<JobStatus, { is: 'scheduleGone' }> | null {
  return goneAt === null ? null : { is: 'scheduleGone', scope, since: goneAt, isNew: now - goneAt < day };
}

function idleStatus(schedule: Schedule, scope: Scope, now: number): JobStatus {
  return (
    goneStatus(schedule, scope, now) ?? { is: 'idle', scope, nextAt: nextBackupAt(schedule, scope, now) }
  );
}

/** When the next backup is due; null where that is not known, as of a whole server's: nobody knows its time zone. */
export function nextBackupAt({ dueAt, ahead }: Schedule, scope: Scope, now: number): number | null {
  if (dueAt === null || scope === 'server' || dueAt - ahead <= now) return null;
  return dueAt - ahead;
}
