import type { JobReading, Reading } from '../docspace/progress.ts';
import { type Doubt, doubtOf } from './doubt.ts';
import { type Ending, endingOf, markOf, vanishedRun, withLink } from './ending.ts';
import type { Job, JobStep } from '../job.ts';
import { judge, type Outcome } from './outcome.ts';
import { beginRun, continueRun, isSameRun, type Stage } from './run.ts';
import { addDoubt, settle, settleTaskless } from './settle.ts';

const longestGap = 10 * 60_000;

/** Takes in a reading. `now` is when its answer came. */
export function readJob(job: Job, reading: Reading, now: number): JobStep {
  const confirmed = { ...job, doubts: confirmDoubts(job.doubts, reading.job?.task ?? null) };
  const step = reading.job === null ? readNone(confirmed, now) : readReported(confirmed, reading.job, now);
  return { ...step, job: { ...step.job, readAt: now, known: true } };
}

/** A second look that does not show a vanished job confirms that it is gone; any look that shows it ends the doubt. */
function confirmDoubts(doubts: Doubt[], task: string | null): Doubt[] {
  return doubts
    .filter((doubt) => !(doubt.why === 'gone' && task !== null && doubt.ending.task === task))
    .map((doubt) => (doubt.confirmed ? doubt : { ...doubt, confirmed: true }));
}

function readNone(job: Job, now: number): JobStep {
  return settleTaskless({ ...doubtRun(job, now), reported: false });
}

function readReported(job: Job, reading: JobReading, now: number): JobStep {
  const verdict = judge(reading);
  return 'still' in verdict
    ? readRunning(job, reading, verdict.still, now)
    : readEnded(job, reading, verdict.ended, now);
}

function readRunning(job: Job, reading: JobReading, stage: Stage, now: number): JobStep {
  if (job.run !== null && isSameRun(job.run, reading)) {
    return { job: { ...job, run: continueRun(job.run, reading, stage, now), reported: false }, ended: [] };
  }
  const run = beginRun(reading, stage, now);
  return settleTaskless({ ...doubtRun(job, now), run, reported: false, serial: job.serial + 1 });
}

function readEnded(job: Job, reading: JobReading, outcome: Outcome, now: number): JobStep {
  const live = job.run !== null && isSameRun(job.run, reading);
  const before = live ? { ...job, run: null } : doubtRun(job, now);
  if (!live && job.ending !== null && isSameEnding(job, job.ending, reading, outcome)) {
    return settleTaskless({ ...before, ending: withLink(job.ending, reading.link, now), reported: true });
  }
  const serial = live || reading.task !== null ? job.serial : job.serial + 1;
  const watched = job.readAt !== null && now - job.readAt <= longestGap;
  const ending = endingOf(reading, outcome, reading.task ?? `run ${serial}`, watched, now);
  return settle(settleTaskless({ ...before, serial }), ending, !job.known, now);
}

/**
 * The same ending as before? With a task: same task, same outcome (an error that the history overruled stays a
 * "problem"). Without one: no running or empty reading in between, and the same outcome, error and link.
 */
function isSameEnding(job: Job, ending: Ending, reading: JobReading, outcome: Outcome): boolean {
  if (reading.task !== null) {
    const overruled = ending.outcome === 'problem' && outcome === 'failed';
    return ending.task === reading.task && (ending.outcome === outcome || overruled);
  }
  const between = job.run !== null || (job.readAt !== null && !job.reported);
  return !between && ending.mark === markOf(reading, outcome);
}

/** A run that is no longer there becomes a doubt: a second look and the history will tell. */
function doubtRun(job: Job, now: number): Job {
  const { run } = job;
  if (run === null) return job;
  const ending = vanishedRun(run, run.task ?? `run ${job.serial}`, now);
  return { ...job, run: null, doubts: addDoubt(job.doubts, doubtOf('gone', ending, now)) };
}
