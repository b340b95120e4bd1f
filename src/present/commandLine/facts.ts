import type { WatchFacts, PortalFacts } from '../../contract/facts.ts';
import type { Scope } from '../../core/docspace/request.ts';
import { type Job, jobId } from '../../core/backup/job.ts';
import { plateau } from '../../core/backup/outcome.ts';
import type { Saving } from '../../core/saving/saving.ts';
import { newestFinishedAt } from '../../core/schedule/backupAge.ts';
import { offlineFor, type State } from '../../core/state.ts';
import { needsAttention } from '../../core/status/severity.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import { statusesOf, type WatchStatus } from '../../core/status/statusOf.ts';
import { iso } from './iso.ts';

/** What is true of all portals, for scripts: codes and times, no words. */
export function factsOf(state: State, now: number): WatchFacts {
  const { pausedUntil, application, watches } = state;
  return {
    version: 1,
    at: iso(now),
    application: application.version,
    watching: pausedUntil !== null ? 'paused' : offlineFor(state) !== null ? 'offline' : 'on',
    pausedUntil: pausedUntil === null || pausedUntil === Infinity ? null : iso(pausedUntil),
    portals: statusesOf(watches, now).map(portalFactsOf),
  };
}

const scopes: readonly Scope[] = ['portal', 'server'];

function portalFactsOf({ watch, status }: WatchStatus): PortalFacts {
  const { portal, access, age, jobs, saving } = watch;
  const left = 'left' in status ? status.left : null;
  return {
    id: portal.id,
    name: portal.name,
    origin: portal.origin,
    state: status.is === 'ended' ? status.ending.outcome : status.is,
    scope: 'scope' in status ? status.scope : null,
    attention: needsAttention(status),
    since: moment(sinceOf(status)),
    percent: percentOf(status),
    secondsLeft: left && { likely: seconds(left.likely), from: seconds(left.from), to: seconds(left.to) },
    cause: status.is === 'noAccess' ? status.cause : null,
    // In which time zone the hour of a whole server's schedule counts is not known.
    dueAt: moment(status.is === 'overdue' && status.scope !== 'server' ? status.dueAt : null),
    nextBackupAt: moment(status.is === 'idle' ? status.nextAt : null),
    checkedAt: moment(access.answeredAt),
    lastFinishedAt: moment(newestFinishedAt(age, jobs.portal)),
    runs: scopes.flatMap((scope) => runFacts(jobs[scope], scope)),
    endings: scopes.flatMap((scope) => endingFacts(jobs[scope], scope)),
    archives: scopes.flatMap((scope) => archiveFacts(saving, scope)),
  };
}

function runFacts({ run, serial }: Job, scope: Scope): PortalFacts['runs'] {
  return run === null ? [] : [{ scope, backup: jobId(run.task, serial), percent: run.percent }];
}

/** An ending that only the history can be certain of is none yet. */
function endingFacts({ ending, doubts }: Job, scope: Scope): PortalFacts['endings'] {
  if (ending === null) return [];
  const { job, outcome, endedAt } = ending;
  const doubtful = doubts.some(
    ({ why, ending: other }) => other.job === job && (why === 'gone' || why === 'failed'),
  );
  return doubtful ? [] : [{ scope, backup: job, outcome, endedAt: iso(endedAt) }];
}

/** The one that was saved last. */
function archiveFacts({ written }: Saving, scope: Scope): PortalFacts['archives'] {
  const saved = written.findLast(({ backup }) => backup.scope === scope);
  if (saved === undefined) return [];
  const { backup, file, at, bytes, sha256, contents } = saved;
  const [readable, files, missing] =
    contents === 'damaged' ? [false, null, null] : [true, contents.files, contents.missing];
  return [{ scope, backup: backup.job, file, savedAt: iso(at), bytes, sha256, readable, files, missing }];
}

/** Since when it is so, where that is known. */
function sinceOf(status: PortalStatus): number | null {
  if (status.is === 'ended') return status.ending.endedAt;
  return 'since' in status ? status.since : null;
}

function percentOf(status: PortalStatus): number | null {
  if (status.is === 'ended') return status.ending.percent;
  if (status.is === 'uploading') return plateau;
  return 'percent' in status ? status.percent : null;
}

function moment(at: number | null): string | null {
  return at === null ? null : iso(at);
}

function seconds(length: number): number {
  return Math.max(0, Math.round(length / 1000));
}
