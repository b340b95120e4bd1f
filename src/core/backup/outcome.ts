import type { JobReading } from '../docspace/progress.ts';

/** How a job can end. A success without a link ("stored elsewhere") is `finished` with an empty link. */
export type Outcome =
  | 'finished'
  /** A success with a warning: some files are missing from the archive. */
  | 'gaps'
  /** The job reported an error, yet its archive is in the history. */
  | 'problem'
  | 'failed'
  | 'cancelled'
  /** It vanished, and no archive of it was found. */
  | 'unknown';

/** What one reading says of its job: still going on, or ended and how. */
type Verdict = { still: 'waiting' | 'running' | 'uploading' } | { ended: Outcome };

/** While a job is going on, its server stays at 90 % from the upload to the end, however long that takes. */
export const plateau = 90;

/**
 * Judges a reading. Success is `isCompleted` without an error and without status 3 or 4; an error or status 4 is a
 * failure whatever `isCompleted` says; failed jobs normally end with status 2, and a finished one reads status 1 for
 * some seconds. Works without `status` and `warning` (older servers) and with values to come.
 * Source: DocSpace server 3.7.2, BackupProgressItem and DistributedTaskQueue.
 */
export function judge(job: JobReading): Verdict {
  if (job.error !== '' || job.status === 4) return { ended: 'failed' };
  if (job.status === 3 || wasStoppedBeforeStatusExisted(job)) return { ended: 'cancelled' };
  if (job.completed) return { ended: job.warning === '' ? 'finished' : 'gaps' };
  if (job.percent >= plateau) return { still: 'uploading' };
  return { still: job.status === 0 && job.percent === 0 ? 'waiting' : 'running' };
}

/** Before 3.7.1 a stopped job showed only in its warning; a finished one always stands at 100 %. */
function wasStoppedBeforeStatusExisted(job: JobReading): boolean {
  return job.completed && job.status === null && job.warning !== '' && job.link === '' && job.percent < 100;
}

/**
 * An archive in the history settles it: a vanished job has finished, also one that somebody wanted to stop; a failed one
 * has finished with a problem.
 */
export function overrule(outcome: Outcome): Outcome {
  if (outcome === 'unknown' || outcome === 'cancelled') return 'finished';
  return outcome === 'failed' ? 'problem' : outcome;
}
