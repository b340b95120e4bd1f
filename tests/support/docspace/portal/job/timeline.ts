import { day, second } from '../../../../../src/core/base/time.ts';
import type { Ending, Plan } from './plan.ts';

/** A job that was started. Everything read of it follows from this and the time. */
export type Job = {
  plan: Plan;
  startedAt: number;
  /** Set where somebody ended it before its plan did. */
  endedAt?: number;
  /** Set where its entry was taken away by `cancelbackup`. */
  removedAt?: number;
};

// DocSpace server 3.7.2, BackupProgressItem: progress is 0.9 x the archive's progress, then rests at 90.
const plateau = 90;

/** When a worker takes the job: it is running from then on. */
export function pickedUpAt(job: Job): number {
  return job.startedAt + job.plan.waiting * second;
}

function archivingAt(job: Job): number {
  return pickedUpAt(job) + job.plan.preparing * second;
}

/** When the ending of the plan, or the one that was put in its place, takes effect. */
export function endsAt(job: Job): number {
  if (job.endedAt !== undefined) return job.endedAt;
  const { archive, plateau: upload, ending } = job.plan;
  const wholeTime = archivingAt(job) + (archive + upload) * second;
  if (ending.how === 'crashes') return pickedUpAt(job);
  if (!('at' in ending) || ending.at >= plateau) return wholeTime;
  // Upwards to the next publication, so that `at` has been reached.
  return archivingAt(job) + Math.ceil((archive * ending.at) / plateau) * second;
}

/** From then on the status says "completed". */
export function settledAt(job: Job): number {
  return endsAt(job) + job.plan.settling * second;
}

/** The percentage while the job runs: 0 to 90, published at most once a second (DocSpace 3.7). */
export function progressAt(job: Job, now: number): number {
  const elapsed = Math.floor((now - archivingAt(job)) / second);
  if (elapsed < 0) return 0;
  const { archive, ending } = job.plan;
  const progress = archive > elapsed ? Math.floor((plateau * elapsed) / archive) : plateau;
  return Math.min(progress, highest(ending));
}

/** False once the entry was taken away, or a day after its last change (the cache's life). */
export function isListed(job: Job, now: number): boolean {
  if (now < job.startedAt || now >= (job.removedAt ?? Infinity)) return false;
  return now < lastChange(job, now) + day;
}

function lastChange(job: Job, now: number): number {
  if (now >= endsAt(job)) return Math.min(now, isFrozen(job.plan.ending) ? endsAt(job) : settledAt(job));
  return now < pickedUpAt(job) ? job.startedAt : now;
}

function isFrozen(ending: Ending): boolean {
  return ending.how === 'freezes' || ending.how === 'crashes';
}

function highest(ending: Ending): number {
  return 'at' in ending ? ending.at : plateau;
}
