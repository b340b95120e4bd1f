import { endsAt, isListed, type Job, pickedUpAt, progressAt, settledAt } from './timeline.ts';

/** What the server knows of a job at one moment, before it is put on the wire. */
export type Reading = {
  isCompleted: boolean;
  progress: number;
  error: string;
  warning?: string;
  /** 0 created, 1 running, 2 completed, 3 cancelled, 4 failed ("Failted"). */
  status: number;
};

/** Reads a job at a moment; undefined where the server no longer, or not yet, knows of it. */
export function readJob(job: Job, now: number): Reading | undefined {
  if (!isListed(job, now)) return undefined;
  if (now >= endsAt(job)) return readEnded(job, now);
  const status = now < pickedUpAt(job) ? 0 : 1;
  return { isCompleted: false, progress: progressAt(job, now), error: '', status };
}

// DocSpace server 3.7.2, BackupProgressItem and the task queue: completion is published with the status still at
// "running"; failures too end as "completed"; only a crash before the error handling ends as "failed".
function readEnded(job: Job, now: number): Reading | undefined {
  const { ending } = job.plan;
  const status = now < settledAt(job) ? 1 : 2;
  switch (ending.how) {
    case 'succeeds': {
      const warning = ending.warning === undefined ? {} : { warning: ending.warning };
      return { isCompleted: true, progress: 100, error: '', ...warning, status };
    }
    case 'fails':
      return { isCompleted: true, progress: ending.at, error: ending.error, status };
    case 'failsAfterwards':
      return { isCompleted: true, progress: 100, error: ending.error, status };
    case 'crashes':
      return { isCompleted: false, progress: 0, error: ending.error, status: 4 };
    case 'freezes':
      return { isCompleted: false, progress: ending.at, error: '', status: 1 };
    case 'vanishes':
      return undefined;
    case 'isCancelled':
      if (ending.leaves === 'nothing') return undefined;
      return { isCompleted: true, progress: ending.at, error: '', warning: 'Backup cancelled', status: 3 };
    default:
      return ending satisfies never;
  }
}

/** True while the server takes the job for a running one, a dead one included. */
export function isUnfinished(job: Job, now: number): boolean {
  return readJob(job, now)?.isCompleted === false;
}

/** True once the archive exists, whatever the job says of itself. */
export function hasArchive(job: Job, now: number): boolean {
  const { ending } = job.plan;
  const made =
    ending.how === 'succeeds' ||
    ending.how === 'failsAfterwards' ||
    (ending.how === 'vanishes' && ending.archived);
  return made && now >= endsAt(job);
}
