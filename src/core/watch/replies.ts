import { accessPrefix, announceEnding } from '../news/announcement.ts';
import { planNext, retryOf } from './schedule.ts';
import type { HistoryRecord } from '../docspace/history.ts';
import type { Reading } from '../docspace/progress.ts';
import type { Failure } from '../net/failure.ts';
import type { JobStep } from '../backup/job.ts';
import { learnKey } from '../access/keyLife.ts';
import { enter, forget, type Ledger, withdrawAccess } from '../news/ledger.ts';
import type { Reply } from '../docspace/question.ts';
import { answered, found, unanswered } from '../access/access.ts';
import { readJob } from '../backup/readings.ts';
import { never, type Result } from '../base/result.ts';
import type { Scope } from '../docspace/scope.ts';
import { missRecords, readRecords } from '../backup/settle.ts';
import { isServersTurn, noServerTrouble, serverFailed } from './serverTrouble.ts';
import type { Surroundings, Watch } from './watch.ts';

/** Takes in what a portal answered, and plans the next question. */
export function takeReply(watch: Watch, reply: Reply, around: Surroundings): Watch {
  switch (reply.ask) {
    case 'progress':
      return takeProgress(watch, reply.scope, reply.got, around);
    case 'history':
      return takeHistory(watch, reply.scope, reply.got, around);
    case 'key':
      return takeFinding({ ...watch, key: learnKey(watch.key, reply.got, around.now) }, reply, around);
    case 'version':
      // Asked while a portal is added only.
      return planNext(watch, watch.look.turn, null, around);
    case 'settings':
    case 'self':
    case 'restore':
      return takeFinding(watch, reply, around);
    default:
      return never(reply);
  }
}

function takeFinding(watch: Watch, reply: Parameters<typeof found>[1], around: Surroundings): Watch {
  const retryAt = reply.got.ok ? null : retryOf(reply.got.reason);
  return planNext({ ...watch, reach: found(watch.reach, reply) }, watch.look.turn, retryAt, around);
}

function takeProgress(
  watch: Watch,
  scope: Scope,
  got: Result<Reading, Failure>,
  around: Surroundings,
): Watch {
  const { now } = around;
  // It was asked when this was still watched.
  if (!watch.portal.scopes.includes(scope)) return planNext(watch, 0, null, around);
  if (got.ok) {
    const well = {
      ...watch,
      reach: answered(now),
      ledger: forget(watch.ledger, accessPrefix),
      // A restore refuses everything while it lasts, the server's backup too.
      serverTrouble:
        scope === 'portal' && watch.reach.trouble === null ? watch.serverTrouble : noServerTrouble,
    };
    return planNext(
      takeJob(well, scope, readJob(watch.jobs[scope], got.value, now), now),
      isServersTurn(well, now) ? 1 : 0,
      null,
      around,
    );
  }
  if (scope === 'server' && got.reason.kind !== 'keyRefused') {
    // Whether the portal itself is to be reached its own question shows, right after this one.
    const serverTrouble = serverFailed(watch.serverTrouble, got.reason, now);
    return planNext({ ...watch, serverTrouble }, 0, retryOf(got.reason), around);
  }
  const reach = unanswered(watch.reach, got.reason, now);
  const another = watch.reach.trouble !== null && reach.trouble?.count === 1;
  const ledger = another ? withdrawAccess(watch.ledger, null) : watch.ledger;
  return planNext({ ...watch, reach, ledger }, 0, retryOf(got.reason), around);
}

function takeHistory(
  watch: Watch,
  scope: Scope,
  got: Result<HistoryRecord[], Failure>,
  around: Surroundings,
): Watch {
  const job = watch.jobs[scope];
  const step = got.ok ? readRecords(job, got.value, around.now) : missRecords(job, got.reason, around.now);
  const retryAt = got.ok ? null : retryOf(got.reason);
  return planNext(takeJob(watch, scope, step, around.now), watch.look.turn, retryAt, around);
}

function takeJob(watch: Watch, scope: Scope, step: JobStep, now: number): Watch {
  const ledger = step.ended.reduce<Ledger>(
    (entered, ending) => enter(entered, announceEnding(scope, ending, now)),
    watch.ledger,
  );
  return { ...watch, ledger, jobs: { ...watch.jobs, [scope]: step.job } };
}
