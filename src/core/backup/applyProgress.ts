import type { JobReading, ProgressReading } from '../docspace/progress.ts';
import { type Doubt, doubtOf } from './doubt.ts';
import { type Ending, endingOf, markOf, vanishedRun, withLink } from './ending.ts';
import { type Job, jobId, type JobStep } from './job.ts';
import { judge, type Outcome } from './outcome.ts';
import { beginRun, continueRun, isSameRun, type RunStage } from './run.ts';
import { addDoubt, settle, settleWithoutHistory } from './settle.ts';
import { minute } from '../base/time.ts';

const longestGap = 10 * minute;

/** What comes within so long after the reading before it is seen to come. */
const longestBlink = 2 * minute;

/** Takes in a reading. `now` is when its answer came. */
export function applyProgress(job: Job, reading: ProgressReading, now: number): JobStep {
  const step = reading.job === null ? readNone(job, now) : readReported(job, reading.job, now);
  return { ...step, job: { ...step.job, readAt: now, known: true } };
}

/** Every poll that does not show a doubtful job confirms that it is gone; one that shows it ends the doubt. */
function confirmDoubts(doubts: Doubt[], task: string | null): Doubt[] {
  return doubts
    .filter((doubt) => !isAbout(doubt, task))
    .map((doubt) => (doubt.confirmed ? doubt : { ...doubt, confirmed: true }));
}

function isAbout({ why, ending }: Doubt, task: string | null): boolean {
  return why === 'gone' && task !== null && ending.task === task;
}

/** A run that is missed for the first time may have been missed by mistake: only a second poll tells. */
function readNone(job: Job, now: number): JobStep {
  const { run } = job;
  const known = { ...job, doubts: confirmDoubts(job.doubts, null), reported: false };
  return run !== null && run.missedAt === null
    ? settleWithoutHistory({ ...known, run: { ...run, missedAt: now } })
    : settleWithoutHistory(doubtRun(known, now));
}

function readReported(job: Job, reading: JobReading, now: number): JobStep {
  const verdict = judge(reading);
  const returned = job.doubts.find((doubt) => isAbout(doubt, reading.task));
  const known = { ...job, doubts: confirmDoubts(job.doubts, reading.task) };
  return 'still' in verdict
    ? readRunning(known, reading, verdict.still, returned?.ending.percent ?? 0, now)
    : readEnded(known, reading, verdict.ended, now);
}

/** `reached`: how far the job had come when it was last seen, if it has been doubted and is back. */
function readRunning(job: Job, reading: JobReading, stage: RunStage, reached: number, now: number): JobStep {
  if (job.run !== null && isSameRun(job.run, reading)) {
    const isUnbroken = job.readAt === null || now - job.readAt <= longestBlink;
    const before = isUnbroken ? job.run : { ...job.run, watchedSince: now };
    const run = continueRun(before, reading, stage, now);
    return settleWithoutHistory({ ...job, run, reported: false });
  }
  if (job.ending !== null && isOver(job.ending, reading)) {
    return settleWithoutHistory({ ...doubtRun(job, now), reported: true });
  }
  const run = beginRun({ ...reading, percent: Math.max(reading.percent, reached) }, stage, now);
  return settleWithoutHistory({ ...doubtRun(job, now), run, reported: false, serial: job.serial + 1 });
}

/** What has ended runs no more: a server behind a cache may answer with an older reading for a while. */
function isOver({ task, outcome }: Ending, reading: JobReading): boolean {
  return task !== null && task === reading.task && outcome !== 'unknown';
}

function readEnded(job: Job, reading: JobReading, outcome: Outcome, now: number): JobStep {
  // Without tasks, an ending after a run is the ending of that run, wherever its percentage stands.
  const live = job.run !== null && job.run.task === reading.task;
  const before = live ? { ...job, run: null } : doubtRun(job, now);
  if (!live && job.ending !== null && isSameEnding(job, job.ending, reading, outcome)) {
    return settleWithoutHistory({
      ...before,
      ending: withLink(job.ending, reading.link, now),
      reported: true,
    });
  }
  const serial = live || reading.task !== null ? job.serial : job.serial + 1;
  const runningAt = job.readAt !== null && now - job.readAt <= longestGap ? job.readAt : null;
  const ending = endingOf(reading, outcome, jobId(reading.task, serial), runningAt, now);
  return settle(settleWithoutHistory({ ...before, serial }), ending, !job.known, now);
}

/**
 * The same ending as before? With a task: same task, same outcome (an error that the history overruled stays a
 * "problem"). Without one: no empty reading in between, and the same outcome, error and link.
 */
function isSameEnding(job: Job, ending: Ending, reading: JobReading, outcome: Outcome): boolean {
  if (reading.task !== null) {
    const overruled = ending.outcome === 'problem' && outcome === 'failed';
    return ending.task === reading.task && (ending.outcome === outcome || overruled);
  }
  return job.reported && ending.mark === markOf(reading, outcome);
}

/** A run that is no longer there becomes a doubt. It is confirmed if a poll has missed it before this one. */
function doubtRun(job: Job, now: number): Job {
  const { run } = job;
  if (run === null) return job;
  const endedAt = run.missedAt ?? now;
  const outcome = wasStopped(job, endedAt) ? 'cancelled' : 'unknown';
  const ending = vanishedRun(run, jobId(run.task, job.serial), outcome, endedAt);
  const doubt = doubtOf('gone', ending, run.missedAt !== null, now);
  return { ...job, run: null, stoppedAt: null, doubts: addDoubt(job.doubts, doubt) };
}

/** The server takes a job that it stops from view at once. */
const longestStop = 2 * minute;

function wasStopped({ stoppedAt }: Job, endedAt: number): boolean {
  return stoppedAt !== null && endedAt - stoppedAt <= longestStop;
}
