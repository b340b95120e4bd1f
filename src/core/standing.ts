import { type Offer, offerOfEnding } from './download.ts';
import { estimate } from './estimate.ts';
import type { CertificateProblem, Failure } from './failure.ts';
import type { ForbiddenCause } from './forbidden.ts';
import type { Job } from './job.ts';
import type { Ending } from './job/ending.ts';
import { isStuck, type Stage } from './job/run.ts';
import { longestSilence, refusalCause, type Trouble } from './reach.ts';
import type { Scope } from './scope.ts';
import { nextLookAt } from './watch/look.ts';
import { askedScopes, type Watch } from './watch.ts';

/** The one thing to say of a portal: what everything that is shown is made from. Times are epoch milliseconds. */
export type Standing = JobStanding | AccessStanding;

/** How a backup is. */
export type JobStanding = { scope: Scope } & (
  | { is: 'firstLook' }
  | { is: 'idle' }
  | { is: 'waiting'; since: number }
  | { is: 'running'; percent: number; left: number | null }
  | { is: 'uploading'; since: number }
  | { is: 'stuck'; stage: Stage; percent: number; since: number }
  | { is: 'ended'; ending: Ending; offer: Offer | null }
);

/** What keeps the portal's backups from being seen. */
export type AccessStanding =
  | { is: 'keyringClosed' }
  | { is: 'keyMissing' }
  | { is: 'keyRefused'; since: number; restored: boolean }
  | { is: 'forbidden'; cause: ForbiddenCause; since: number }
  | { is: 'unpaid'; since: number }
  | { is: 'certificate'; problem: CertificateProblem; since: number }
  | { is: 'askedToWait'; until: number }
  | { is: 'silent'; failure: Failure; since: number; nextAt: number; long: boolean };

/** Passing troubles are not worth a word before they have come this often in a row. */
const leastFailures = 3;

/** How one portal stands now. */
export function standingOf(watch: Watch, now: number): Standing {
  if (watch.credential === 'keyringClosed') return { is: 'keyringClosed' };
  if (watch.credential === 'missing') return { is: 'keyMissing' };
  return (
    accessStanding(watch, now) ?? foremost(askedScopes(watch).map((scope) => jobStanding(watch, scope, now)))
  );
}

function accessStanding(watch: Watch, now: number): AccessStanding | null {
  const { trouble } = watch.reach;
  if (trouble === null) return null;
  const { failure, since } = trouble;
  switch (failure.kind) {
    case 'keyRefused':
      return { is: 'keyRefused', since, restored: trouble.restored };
    case 'unpaid':
      return { is: 'unpaid', since };
    case 'certificate':
      return { is: 'certificate', problem: failure.problem, since };
    case 'rateLimited':
      return failure.retryAt === null
        ? silence(watch, trouble, now)
        : { is: 'askedToWait', until: failure.retryAt };
    default: {
      const cause = refusalCause(watch.reach);
      const plain = failure.kind !== 'forbidden' && (cause === 'unknown' || cause === null);
      return plain || cause === null ? silence(watch, trouble, now) : { is: 'forbidden', cause, since };
    }
  }
}

function silence(
  watch: Watch,
  { failure, since, count, countedFrom }: Trouble,
  now: number,
): AccessStanding | null {
  if (count < leastFailures && watch.reach.answeredAt !== null) return null;
  return {
    is: 'silent',
    failure,
    since,
    nextAt: nextLookAt(watch.look),
    long: now - countedFrom >= longestSilence,
  };
}

/** How the backup of one scope stands. */
export function jobStanding({ portal, jobs }: Watch, scope: Scope, now: number): JobStanding {
  const job = jobs[scope];
  const { run, readAt, ending } = job;
  if (readAt === null) return { is: 'firstLook', scope };
  if (run === null) return vanishing(job, scope) ?? endedStanding(job, ending, scope, portal.origin, now);
  if (isStuck(run, scope === 'server', now)) {
    return { is: 'stuck', scope, stage: run.stage, percent: run.percent, since: run.changedAt };
  }
  switch (run.stage) {
    case 'waiting':
      return { is: 'waiting', scope, since: run.firstSeenAt };
    case 'uploading':
      return { is: 'uploading', scope, since: run.stageSince };
    case 'running':
      return { is: 'running', scope, percent: run.percent, left: estimate(run, now) };
    default:
      return run.stage satisfies never;
  }
}

/** A job that has just vanished is shown as it was last seen until a second look and the history have told. */
function vanishing({ doubts }: Job, scope: Scope): JobStanding | null {
  const doubt = doubts.find(({ why }) => why === 'gone');
  return doubt === undefined ? null : { is: 'running', scope, percent: doubt.ending.percent, left: null };
}

/** A bad ending stays until the next backup; a good one for as long as the portal knows of it. */
function endedStanding(
  job: Job,
  ending: Ending | null,
  scope: Scope,
  origin: string,
  now: number,
): JobStanding {
  if (ending === null) return { is: 'idle', scope };
  const offer = offerOfEnding(ending, origin, now);
  const passed =
    !job.reported && offer === null && (ending.outcome === 'finished' || ending.outcome === 'cancelled');
  return passed ? { is: 'idle', scope } : { is: 'ended', scope, ending, offer };
}

/** Of a portal's own backup and the whole server's, the one that says more. */
function foremost(standings: readonly JobStanding[]): JobStanding {
  const first: JobStanding = standings[0] ?? { is: 'idle', scope: 'portal' };
  return standings.reduce((best, standing) => (weight(standing) > weight(best) ? standing : best), first);
}

/** How much a standing asks for attention: what is shown first, and what the icon shows, follow from it. */
export function weight(standing: Standing): number {
  switch (standing.is) {
    case 'ended':
      return endingWeight[standing.ending.outcome];
    case 'silent':
      return standing.long ? 70 : 50;
    case 'forbidden':
      return standing.cause === 'restoring' || standing.cause === 'busy' ? 45 : 75;
    default:
      return weights[standing.is];
  }
}

const endingWeight: Record<Ending['outcome'], number> = {
  failed: 100,
  problem: 80,
  gaps: 80,
  unknown: 80,
  finished: 20,
  cancelled: 15,
};

const weights: Record<Exclude<Standing['is'], 'ended' | 'silent' | 'forbidden'>, number> = {
  keyRefused: 90,
  keyMissing: 90,
  stuck: 85,
  certificate: 75,
  unpaid: 75,
  keyringClosed: 60,
  askedToWait: 40,
  running: 30,
  waiting: 29,
  uploading: 28,
  firstLook: 10,
  idle: 5,
};

/** From this weight on, somebody has to do something. */
const person = 70;

export function needsSomebody(standing: Standing): boolean {
  return weight(standing) >= person;
}
