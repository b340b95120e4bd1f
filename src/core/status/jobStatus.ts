import { offerOfEnding } from '../backup/downloadLink.ts';
import type { Ending } from '../backup/ending.ts';
import { type Job, jobId } from '../backup/job.ts';
import { estimate, isStuck } from '../backup/run.ts';
import { assertNever } from '../base/result.ts';
import { day, minute } from '../base/time.ts';
import type { Scope } from '../docspace/request.ts';
import type { Watch } from '../watch/watch.ts';
import type { JobStatus } from './status.ts';

/** How the backup of one scope stands. */
export function jobStatus({ portal, jobs }: Watch, scope: Scope, now: number): JobStatus {
  const job = jobs[scope];
  const { run, readAt, ending } = job;
  if (readAt === null) return { is: 'firstCheck', scope };
  if (run === null) return unsettled(job, scope, now) ?? endedStatus(job, ending, scope, portal.origin, now);
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
function endedStatus(job: Job, ending: Ending | null, scope: Scope, origin: string, now: number): JobStatus {
  if (ending === null) return { is: 'idle', scope };
  const offer = offerOfEnding(ending, origin, now);
  const good = ending.outcome === 'finished' || ending.outcome === 'cancelled';
  const old = !job.reported && offer === null && now - ending.endedAt >= day;
  return good && old ? { is: 'idle', scope } : { is: 'ended', scope, ending, offer };
}
