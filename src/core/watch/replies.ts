import { accessId, accessPrefix, announceEnding, announceRestored } from '../news/announcement.ts';
import { checkWish, type Control, hearStarted, hearStopped } from '../control/control.ts';
import { pollNow } from './poll.ts';
import { planNext } from './nextQuestion.ts';
import type { HistoryRecord } from '../docspace/history.ts';
import type { ProgressReading } from '../docspace/progress.ts';
import { type Failure, retryOf } from '../net/failure.ts';
import type { JobStep } from '../backup/job.ts';
import type { RunRecord } from '../history/runRecord.ts';
import { learnRun } from '../foresight/pastRun.ts';
import { learnKey } from '../access/keyLife.ts';
import { enter, forget, type Ledger } from '../news/ledger.ts';
import type { Reply } from '../docspace/question.ts';
import { recordJob } from '../history/recordJob.ts';
import { recordRestore } from '../history/recordRestore.ts';
import { listAnswered } from '../history/listing.ts';
import { listedRuns } from '../history/listedRuns.ts';
import { answered, found, isCertificateUnsteady, restoreEndingOf } from '../access/access.ts';
import { applyProgress } from '../backup/applyProgress.ts';
import { assertNever, type Result } from '../base/result.ts';
import type { Scope } from '../docspace/request.ts';
import { historyFailed, applyHistory } from '../backup/settle.ts';
import { isUnproved } from '../portal.ts';
import { readLink, wantEnded } from './saves.ts';
import { takeFailure } from './takeFailure.ts';
import { takeProof } from './upgrade.ts';
import { isServersTurn, noServerTrouble, serverFailed } from './serverTrouble.ts';
import { learnFreeBackups } from '../control/freeBackups.ts';
import { judgeAge } from '../schedule/backupAge.ts';
import { judgeDue } from '../schedule/due.ts';
import { learnSchedule, learnZone, type Schedule } from '../schedule/schedule.ts';
import { ageKnown, type Environment, type Watch } from './watch.ts';

/** Takes in what a portal answered, and plans the next question. */
export function takeReply(watch: Watch, reply: Reply, environment: Environment): Watch {
  switch (reply.ask) {
    case 'progress':
      return takeProgress(watch, reply.scope, reply.got, environment);
    case 'history':
      return takeHistory(watch, reply.scope, reply.got, environment);
    case 'key':
      return takeFinding(
        { ...watch, key: learnKey(watch.key, reply.got, environment.now) },
        reply,
        environment,
      );
    case 'schedule':
      return takeSchedule(
        watch,
        reply.scope,
        (schedule) => learnSchedule(schedule, reply.got, environment.now),
        reply.got,
        environment,
      );
    case 'timeZone':
      return takeSchedule(
        watch,
        'portal',
        (schedule) => learnZone(schedule, reply.got, environment.now),
        reply.got,
        environment,
      );
    case 'freeBackups':
      return takeFreeBackups(watch, reply.got, environment);
    case 'version':
      // Asked while a portal is added only.
      return planNext(watch, watch.poll.turn, null, environment);
    case 'settings':
      return isUnproved(watch.portal)
        ? takeProof(watch, reply.got, environment)
        : takeFinding(watch, reply, environment);
    case 'start':
      return takeControl(
        watch,
        hearStarted(watch.control, reply.got, environment.now),
        reply.got,
        environment,
      );
    case 'stop':
      return takeStopped(watch, reply.got, environment);
    case 'restore':
      return takeFinding(noteRestore(watch, reply, environment.now), reply, environment);
    case 'self':
      return takeFinding(watch, reply, environment);
    default:
      return assertNever(reply);
  }
}

/** The end of a restore that was followed is news, and is recorded. */
function noteRestore(watch: Watch, reply: Extract<Reply, { ask: 'restore' }>, now: number): Watch {
  const ending = restoreEndingOf(watch.access, reply);
  if (ending === null) return watch;
  const recorded = recordRuns(watch, [recordRestore(ending, watch.access.answeredAt, now)]);
  return { ...recorded, ledger: enter(watch.ledger, announceRestored(ending, now)) };
}

function takeFinding(watch: Watch, reply: Parameters<typeof found>[1], environment: Environment): Watch {
  const retryAt = reply.got.ok ? null : retryOf(reply.got.reason);
  return planNext({ ...watch, access: found(watch.access, reply) }, watch.poll.turn, retryAt, environment);
}

/** What came of it shows in the backup itself: that is asked next. A refusal says nothing of the portal's access. */
function takeControl(
  watch: Watch,
  control: Control,
  got: Result<unknown, Failure>,
  environment: Environment,
): Watch {
  const retryAt = got.ok ? null : retryOf(got.reason);
  const planned = planNext({ ...watch, control }, watch.poll.turn, retryAt, environment);
  return { ...planned, poll: pollNow(planned.poll, environment.now) };
}

/** One request stops the portal's backup, and a dump of the whole server that was started from there. */
function takeStopped(watch: Watch, got: Result<boolean, Failure>, environment: Environment): Watch {
  const { now } = environment;
  const control = hearStopped(watch.control, got, now);
  if (!got.ok || !got.value) return takeControl(watch, control, got, environment);
  const { portal, server } = watch.jobs;
  const jobs = { portal: { ...portal, stoppedAt: now }, server: { ...server, stoppedAt: now } };
  return takeControl({ ...watch, jobs }, control, got, environment);
}

function takeProgress(
  watch: Watch,
  scope: Scope,
  got: Result<ProgressReading, Failure>,
  environment: Environment,
): Watch {
  const { now } = environment;
  // It was asked when this was still watched.
  if (!watch.portal.scopes.includes(scope)) return planNext(watch, 0, null, environment);
  if (got.ok) {
    const well = {
      ...watch,
      access: answered(watch.access, now),
      ledger: forget(
        watch.ledger,
        accessPrefix,
        isCertificateUnsteady(watch.access, now) ? accessId('changed') : null,
      ),
      // A restore refuses everything while it lasts, the server's backup too.
      serverTrouble:
        scope === 'portal' && watch.access.trouble === null ? watch.serverTrouble : noServerTrouble,
    };
    const read = takeJob(well, scope, applyProgress(watch.jobs[scope], got.value, now), now);
    const control = checkWish(read.control, scope, read.jobs[scope], read.schedules[scope].target, now);
    const linked = readLink({ ...read, control }, scope, now);
    return planNext(linked, isServersTurn(well, now) ? 1 : 0, null, environment);
  }
  if (scope === 'server' && got.reason.kind !== 'keyRefused') {
    // Whether the portal itself is to be reached its own question shows, right after this one.
    const serverTrouble = serverFailed(watch.serverTrouble, got.reason, now);
    return planNext({ ...watch, serverTrouble }, 0, retryOf(got.reason), environment);
  }
  return planNext(takeFailure(watch, got.reason, now), 0, retryOf(got.reason), environment);
}

function takeHistory(
  watch: Watch,
  scope: Scope,
  got: Result<HistoryRecord[], Failure>,
  environment: Environment,
): Watch {
  const job = watch.jobs[scope];
  const step = got.ok
    ? applyHistory(job, got.value, environment.now)
    : historyFailed(job, got.reason, environment.now);
  const listing = listAnswered(watch.listing, scope, got.ok ? null : got.reason.kind, environment.now);
  const listed = recordRuns({ ...watch, listing }, got.ok ? listedRuns(scope, got.value) : []);
  const settled = withAge(takeJob(listed, scope, step, environment.now), scope, got, environment.now);
  return takeSchedule(
    settled,
    scope,
    (schedule) => judgeDue(schedule, scope, settled.jobs[scope], got, environment.now),
    got,
    environment,
  );
}

function takeFreeBackups(watch: Watch, got: Result<number, Failure>, environment: Environment): Watch {
  const freeBackups = learnFreeBackups(watch.freeBackups, got, environment.now);
  return planNext(
    { ...watch, freeBackups },
    watch.poll.turn,
    got.ok ? null : retryOf(got.reason),
    environment,
  );
}

/** The portal's own list says how old its newest backup is. */
function withAge(watch: Watch, scope: Scope, got: Result<HistoryRecord[], Failure>, now: number): Watch {
  return scope === 'server' ? watch : { ...watch, age: judgeAge(watch.age, ageKnown(watch), got, now) };
}

/** What the schedule of a scope becomes by an answer. A refusal says nothing of the portal that its progress does not say. */
function takeSchedule(
  watch: Watch,
  scope: Scope,
  learn: (schedule: Schedule) => Schedule,
  got: Result<unknown, Failure>,
  environment: Environment,
): Watch {
  const schedules = { ...watch.schedules, [scope]: learn(watch.schedules[scope]) };
  const retryAt = got.ok ? null : retryOf(got.reason);
  return planNext({ ...watch, schedules }, watch.poll.turn, retryAt, environment);
}

function recordRuns(watch: Watch, listed: RunRecord[]): Watch {
  const { recorder } = watch;
  return { ...watch, recorder: { ...recorder, unsaved: [...recorder.unsaved, ...listed] } };
}

function takeJob(watch: Watch, scope: Scope, step: JobStep, now: number): Watch {
  const ledger = step.ended.reduce<Ledger>(
    (entered, ending) => enter(entered, announceEnding(scope, ending, now)),
    watch.ledger,
  );
  const before = watch.jobs[scope];
  const recorder = recordJob(watch.recorder, scope, before, step, now);
  const recorded = recorder.unsaved.slice(watch.recorder.unsaved.length);
  const taken = {
    ...watch,
    ledger,
    freeBackups: step.ended.length > 0 ? { ...watch.freeBackups, askAt: 0 } : watch.freeBackups,
    jobs: { ...watch.jobs, [scope]: step.job },
    recorder,
    pasts: { ...watch.pasts, [scope]: learnRun(watch.pasts[scope], before.run, recorded) },
  };
  return wantEnded(taken, scope, step.ended, now);
}
