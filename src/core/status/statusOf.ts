import { type Offer, offerOfEnding } from '../backup/downloadLink.ts';
import { estimate } from '../backup/estimate.ts';
import type { CertificateProblem, Failure } from '../net/failure.ts';
import type { ForbiddenCause } from '../access/forbidden.ts';
import type { Diagnosis } from '../access/diagnosis.ts';
import { type Job, jobId } from '../backup/job.ts';
import type { Ending } from '../backup/ending.ts';
import { isStuck, type RunStage } from '../backup/run.ts';
import { type KeyTrouble, keyTrouble } from '../access/keyLife.ts';
import type { LastingProblem } from '../net/proxy.ts';
import { diagnosedCause, isLongOutage, type Trouble } from '../access/access.ts';
import type { Scope } from '../docspace/request.ts';
import { isOutage, redirectHost, type Outage, type OutageCause, outageCause } from '../access/outage.ts';
import { nextPollAt } from '../watch/poll.ts';
import { severity } from './severity.ts';
import { askedScopes, type Watch } from '../watch/watch.ts';
import { assertNever } from '../base/result.ts';
import { minute, day } from '../base/time.ts';

/** The one thing to say of a portal: what everything that is shown is made from. Times are epoch milliseconds. */
export type PortalStatus = JobStatus | AccessStatus;

/** How a backup is. */
export type JobStatus = { scope: Scope } & (
  | { is: 'firstCheck' }
  | { is: 'idle' }
  | { is: 'waiting'; since: number }
  | { is: 'running'; percent: number; left: number | null }
  | { is: 'uploading'; since: number }
  | { is: 'stuck'; job: string; stage: RunStage; percent: number; since: number }
  /** It is over, and how it ended is just being found out. */
  | { is: 'ending'; percent: number }
  | { is: 'ended'; ending: Ending; offer: Offer | null }
  /** It has vanished, and the portal's list of backups, which would tell how it ended, does not answer. */
  | { is: 'gone'; percent: number; since: number }
);

/** What keeps the portal's backups from being seen. */
export type AccessStatus =
  | { is: 'keyringClosed' }
  | { is: 'keyMissing' }
  | { is: 'keyRefused'; why: KeyTrouble; since: number }
  | { is: 'forbidden'; cause: Exclude<ForbiddenCause, 'restoring'>; since: number }
  | { is: 'restoring'; percent: number | null; since: number }
  | { is: 'unpaid'; since: number }
  | { is: 'certificate'; problem: CertificateProblem; since: number }
  /** The proxy wants something of somebody before it lets Keepwatch through. */
  | { is: 'proxy'; problem: LastingProblem; since: number }
  /** `until`: null while it is being asked again. */
  | { is: 'askedToWait'; until: number | null; long: boolean }
  /** `host`: where it sends Keepwatch instead. */
  | {
      is: 'silent';
      cause: OutageCause;
      host: string | null;
      since: number;
      nextAt: number;
      long: boolean;
    };

/** Passing troubles are not worth a word before they have come this often in a row. */
const leastFailures = 3;

/** How one portal stands now. */
export function statusOf(watch: Watch, now: number): PortalStatus {
  if (watch.keyStatus === 'keyringClosed') return { is: 'keyringClosed' };
  if (watch.keyStatus === 'missing') return { is: 'keyMissing' };
  return accessStanding(watch) ?? waitStanding(watch, now) ?? foremost(watch, now);
}

/** A wait that is worth a word. */
const leastWait = minute;

/** A question beside those for backups was answered with a wait (`Retry-After`): nothing can be asked before its end. */
function waitStanding({ access, poll }: Watch, now: number): AccessStatus | null {
  if (access.trouble !== null || poll.notBefore - now < leastWait) return null;
  return { is: 'askedToWait', until: poll.notBefore, long: false };
}

function accessStanding(watch: Watch): AccessStatus | null {
  const { trouble } = watch.access;
  if (trouble === null) return null;
  const { failure, since } = trouble;
  switch (failure.kind) {
    case 'keyRefused':
      return { is: 'keyRefused', why: keyTrouble(watch.key, trouble), since };
    case 'unpaid':
      return { is: 'unpaid', since };
    case 'certificate':
      return { is: 'certificate', problem: failure.problem, since };
    case 'proxy':
      if (!isOutage(failure)) return { is: 'proxy', problem: failure.problem, since };
      return trouble.count < leastFailures ? null : silence(watch, trouble, failure, null);
    case 'rateLimited': {
      const nextAt = nextPollAt(watch.poll);
      return { is: 'askedToWait', until: nextAt === Infinity ? null : nextAt, long: isLongOutage(trouble) };
    }
    default:
      return doubtfulStanding(watch, trouble, failure);
  }
}

type Doubtful = Exclude<Failure, { kind: 'keyRefused' | 'unpaid' | 'certificate' | 'proxy' | 'rateLimited' }>;

/** What may mean several things, or pass by itself. */
function doubtfulStanding(watch: Watch, trouble: Trouble, failure: Doubtful): AccessStatus | null {
  const { since, restore, findings } = trouble;
  const passing = trouble.count < leastFailures;
  const cause = diagnosedCause(watch.access);
  switch (cause) {
    case 'restoring':
      return passing || failure.kind === 'forbidden' || findings !== null
        ? { is: 'restoring', percent: restore.percent, since }
        : silence(watch, trouble, failure, null);
    case 'unknown':
    case 'serviceDown':
    case 'portalDown':
    case null:
      if (failure.kind !== 'forbidden') return passing ? null : silence(watch, trouble, failure, cause);
      // Why it was refused is being asked right now.
      return cause === null ? null : { is: 'forbidden', cause: 'unknown', since };
    case 'busy':
    case 'suspended':
    case 'workspace':
    case 'keyLimited':
    case 'notAdministrator':
    case 'addressBlocked':
      // A 404 is a suspended portal's answer, and that of many a gateway whose portal is being restarted.
      return failure.kind === 'notThere' && passing ? null : { is: 'forbidden', cause, since };
    default:
      return assertNever(cause);
  }
}

function silence(
  { portal, poll }: Watch,
  trouble: Trouble,
  failure: Outage,
  cause: Diagnosis | null,
): AccessStatus {
  return {
    is: 'silent',
    cause: outageCause(failure, cause),
    host: redirectHost(failure, portal.origin),
    since: trouble.since,
    nextAt: nextPollAt(poll),
    long: isLongOutage(trouble),
  };
}

/** How the backup of one scope stands. */
export function jobStatus({ portal, jobs }: Watch, scope: Scope, now: number): JobStatus {
  const job = jobs[scope];
  const { run, readAt, ending } = job;
  if (readAt === null) return { is: 'firstCheck', scope };
  if (run === null)
    return unsettled(job, scope, now) ?? endedStanding(job, ending, scope, portal.origin, now);
  if (run.missedAt !== null) return { is: 'ending', scope, percent: run.percent };
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
  if (now - endedAt < longestAnswer) return { is: 'ending', scope, percent };
  return doubt.why === 'gone' ? { is: 'gone', scope, percent, since: endedAt } : null;
}

/** A bad ending stays until the next backup; a good one for a day, or as long as it can be read or downloaded. */
function endedStanding(
  job: Job,
  ending: Ending | null,
  scope: Scope,
  origin: string,
  now: number,
): JobStatus {
  if (ending === null) return { is: 'idle', scope };
  const offer = offerOfEnding(ending, origin, now);
  const good = ending.outcome === 'finished' || ending.outcome === 'cancelled';
  const old = !job.reported && offer === null && now - ending.endedAt >= day;
  return good && old ? { is: 'idle', scope } : { is: 'ended', scope, ending, offer };
}

/** Of a portal's own backup and the whole server's, the one that says more. */
function foremost(watch: Watch, now: number): JobStatus {
  const own = jobStatus(watch, 'portal', now);
  if (!askedScopes(watch).includes('server')) return own;
  const whole = jobStatus(watch, 'server', now);
  return whole.is !== 'firstCheck' && severity(whole) > severity(own) ? whole : own;
}
