import { type Offer, offerOfEnding } from './download.ts';
import { estimate } from './estimate.ts';
import type { CertificateProblem, Failure } from './failure.ts';
import type { ForbiddenCause } from './forbidden.ts';
import { type Job, jobId } from './job.ts';
import type { Ending } from './job/ending.ts';
import { plateau } from './job/outcome.ts';
import { isStuck, type Stage } from './job/run.ts';
import { isLongSilence, refusalCause, type Trouble } from './reach.ts';
import type { Scope } from './scope.ts';
import { nextLookAt } from './watch/look.ts';
import { weight } from './weight.ts';
import { askedScopes, type Watch } from './watch.ts';
import { never } from './result.ts';

/** The one thing to say of a portal: what everything that is shown is made from. Times are epoch milliseconds. */
export type Standing = JobStanding | AccessStanding;

/** How a backup is. */
export type JobStanding = { scope: Scope } & (
  | { is: 'firstLook' }
  | { is: 'idle' }
  | { is: 'waiting'; since: number }
  | { is: 'running'; percent: number; left: number | null }
  | { is: 'uploading'; since: number }
  | { is: 'stuck'; job: string; stage: Stage; percent: number; since: number }
  | { is: 'ended'; ending: Ending; offer: Offer | null }
  /** It has vanished, and the portal's list of backups, which would tell how it ended, does not answer. */
  | { is: 'gone'; percent: number; since: number }
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
  return accessStanding(watch) ?? foremost(watch, now);
}

function accessStanding(watch: Watch): AccessStanding | null {
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
        ? silence(watch, trouble)
        : { is: 'askedToWait', until: failure.retryAt };
    default:
      return refusalStanding(watch, trouble);
  }
}

function refusalStanding(watch: Watch, trouble: Trouble): AccessStanding | null {
  const { failure, since, inquiry } = trouble;
  const cause = refusalCause(watch.reach);
  if (inquiry === null) return silence(watch, trouble);
  // Why it was refused is being asked right now.
  if (cause === null) return null;
  if (failure.kind === 'forbidden') return { is: 'forbidden', cause, since };
  // A 404 is a suspended portal's answer, and that of many a gateway whose portal is being restarted.
  if (cause === 'unknown') return silence(watch, trouble);
  return isPassing(watch, trouble) ? null : { is: 'forbidden', cause, since };
}

function silence(watch: Watch, trouble: Trouble): AccessStanding | null {
  if (isPassing(watch, trouble)) return null;
  return {
    is: 'silent',
    failure: trouble.failure,
    since: trouble.since,
    nextAt: nextLookAt(watch.look),
    long: isLongSilence(trouble),
  };
}

function isPassing({ reach }: Watch, { count }: Trouble): boolean {
  return count < leastFailures && reach.answeredAt !== null;
}

/** How the backup of one scope stands. */
export function jobStanding({ portal, jobs }: Watch, scope: Scope, now: number): JobStanding {
  const job = jobs[scope];
  const { run, readAt, ending } = job;
  if (readAt === null) return { is: 'firstLook', scope };
  if (run === null)
    return vanishing(job, scope, now) ?? endedStanding(job, ending, scope, portal.origin, now);
  if (isStuck(run, scope === 'server', readAt)) {
    const { stage, percent, changedAt } = run;
    return { is: 'stuck', scope, job: jobId(run.task, job.serial), stage, percent, since: changedAt };
  }
  switch (run.stage) {
    case 'waiting':
      return { is: 'waiting', scope, since: run.firstSeenAt };
    case 'uploading':
      return { is: 'uploading', scope, since: run.stageSince };
    case 'running':
      return { is: 'running', scope, percent: run.percent, left: estimate(run, now) };
    default:
      return never(run.stage);
  }
}

/** The history usually answers within seconds: until then a vanished job is shown as it was last seen. */
const longestAnswer = 60_000;

function vanishing({ doubts, ending }: Job, scope: Scope, now: number): JobStanding | null {
  const doubt = doubts.findLast(({ why }) => why === 'gone');
  if (doubt === undefined || (ending !== null && ending.endedAt >= doubt.ending.endedAt)) return null;
  const { percent, endedAt } = doubt.ending;
  if (now - endedAt >= longestAnswer) return { is: 'gone', scope, percent, since: endedAt };
  return percent >= plateau
    ? { is: 'uploading', scope, since: endedAt }
    : { is: 'running', scope, percent, left: null };
}

const day = 24 * 60 * 60_000;

/** A bad ending stays until the next backup; a good one for a day, or as long as it can be read or downloaded. */
function endedStanding(
  job: Job,
  ending: Ending | null,
  scope: Scope,
  origin: string,
  now: number,
): JobStanding {
  if (ending === null) return { is: 'idle', scope };
  const offer = offerOfEnding(ending, origin, now);
  const good = ending.outcome === 'finished' || ending.outcome === 'cancelled';
  const old = !job.reported && offer === null && now - ending.endedAt >= day;
  return good && old ? { is: 'idle', scope } : { is: 'ended', scope, ending, offer };
}

/** Of a portal's own backup and the whole server's, the one that says more. */
function foremost(watch: Watch, now: number): JobStanding {
  const own = jobStanding(watch, 'portal', now);
  if (!askedScopes(watch).includes('server')) return own;
  const whole = jobStanding(watch, 'server', now);
  return weight(whole) > weight(own) ? whole : own;
}
