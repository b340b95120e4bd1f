import { type Doubt, rebaseDoubt } from './doubt.ts';
import { type Ending, hasArchive } from './ending.ts';
import { rebaseRun, type Run } from './run.ts';
import type { Scope } from '../docspace/request.ts';

/** What runs, and what ran last, on one scope of one portal. */
export type Job = {
  /** When the last reading came; null before the first one since the start of the application. */
  readAt: number | null;
  run: Run | null;
  ending: Ending | null;
  /** The portal still reports that ending (it does so for a day, or until the next job). */
  reported: boolean;
  doubts: Doubt[];
  /** A first reading was made, ever: endings from then on are news. */
  known: boolean;
  /** When its user had it stopped; null: not lately. */
  stoppedAt: number | null;
  /** Numbers the jobs of servers that name no task. */
  serial: number;
  /** The newest backup that made an archive, as far as was seen. */
  lastFinished: { job: string; at: number } | null;
};

export const newJob: Job = {
  readAt: null,
  run: null,
  ending: null,
  reported: false,
  doubts: [],
  known: false,
  stoppedAt: null,
  serial: 0,
  lastFinished: null,
};

/** Names one backup of a portal: jobs of different scopes may have the same id. */
export type BackupId = { scope: Scope; job: string };

/** Task ids have 36 characters; of longer ones the beginning counts. */
export const longestJobId = 200;

/** What makes a job this job: its task, or a serial number where the server names no task (before DocSpace 2.5). */
export function jobId(task: string | null, serial: number): string {
  return task ?? `run ${serial}`;
}

/** A job slice after an event, and the endings that have become certain by it. */
export type JobStep = { job: Job; ended: Ending[] };

/** The job with an ending that is its last one. */
export function show(job: Job, ending: Ending, reported: boolean): Job {
  return { ...job, ending, reported, lastFinished: newestFinished(job, ending) };
}

function newestFinished(job: Job, ending: Ending): Job['lastFinished'] {
  const { lastFinished } = job;
  if (!hasArchive(ending.outcome)) return lastFinished;
  const older = lastFinished !== null && lastFinished.job !== ending.job && lastFinished.at > ending.endedAt;
  return older ? lastFinished : { job: ending.job, at: ending.endedAt };
}

/** The job with an ending that has become certain, unless a newer one is shown already. */
export function replaceShown(job: Job, ending: Ending): Job {
  const newer = job.ending !== null && job.ending.job !== ending.job && job.ending.endedAt >= ending.endedAt;
  if (!newer) return show(job, ending, job.reported && job.ending?.job === ending.job);
  return { ...job, lastFinished: newestFinished(job, ending) };
}

/** The user has looked at the last ending, if it is of one of these jobs, or used its link. */
export function seeEnding(job: Job, seen: readonly string[]): Job {
  if (job.ending === null || job.ending.seen || !seen.includes(job.ending.job)) return job;
  return { ...job, ending: { ...job.ending, seen: true } };
}

/** What was seen to end while the clock ran ahead has not ended in the future: nothing newer would be shown until then. */
export function endedByNow(job: Job, now: number): Job {
  const { ending, lastFinished, doubts } = job;
  return {
    ...job,
    doubts: doubts.map((doubt) => ({
      ...doubt,
      ending: { ...doubt.ending, endedAt: Math.min(doubt.ending.endedAt, now) },
    })),
    ending: ending === null ? null : { ...ending, endedAt: Math.min(ending.endedAt, now) },
    lastFinished: lastFinished === null ? null : { ...lastFinished, at: Math.min(lastFinished.at, now) },
  };
}

/** After a time without polls, or a jump of the clock. */
export function rebaseJob(job: Job, now: number): Job {
  const ended = endedByNow(job, now);
  return {
    ...ended,
    readAt: job.readAt === null ? null : now,
    run: job.run === null ? null : rebaseRun(job.run, job.readAt, now),
    doubts: ended.doubts.map((doubt) => rebaseDoubt(doubt, now)),
  };
}
