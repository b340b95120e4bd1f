import { parseBackupCount } from './backupCount.ts';
import { type HistoryRecord, parseHistory } from './history.ts';
import { type KeyFacts, parseKeyFacts } from './key.ts';
import { type ProgressReading, parseProgress } from './progress.ts';
import { type ApiRequest, type HttpResponse, kilobyte, type Scope } from './request.ts';
import { parseRestore, type RestoreProgress } from './restore.ts';
import { parseSchedule, type ScheduleReading } from './schedule.ts';
import { type BackupTarget, startBody } from './startBackup.ts';
import { parseStopped } from './stopBackup.ts';
import { parseSelf, type Self } from './self.ts';
import { type PortalSettings, parsePortalSettings } from './settings.ts';
import { parseTimeZone } from './timeZone.ts';
import { parseVersion } from './version.ts';
import type { Failure } from '../net/failure.ts';
import { fail, type Result, assertNever } from '../base/result.ts';

/** What a portal can be asked, and asked to do: the last two. */
export type Question =
  | { ask: 'progress'; scope: Scope }
  | { ask: 'history'; scope: Scope }
  | { ask: 'schedule'; scope: Scope }
  | { ask: 'timeZone' }
  | { ask: 'freeBackups' }
  | { ask: 'settings' }
  | { ask: 'version' }
  | { ask: 'key' }
  | { ask: 'self' }
  | { ask: 'restore' }
  | { ask: 'start'; scope: Scope; target: BackupTarget }
  | { ask: 'stop' };

/** A question with what came of it. */
export type Reply =
  | { ask: 'progress'; scope: Scope; got: Result<ProgressReading, Failure> }
  | { ask: 'history'; scope: Scope; got: Result<HistoryRecord[], Failure> }
  | { ask: 'schedule'; scope: Scope; got: Result<ScheduleReading, Failure> }
  | { ask: 'timeZone'; got: Result<string | null, Failure> }
  | { ask: 'freeBackups'; got: Result<number, Failure> }
  | { ask: 'settings'; got: Result<PortalSettings, Failure> }
  | { ask: 'version'; got: Result<string, Failure> }
  | { ask: 'key'; got: Result<KeyFacts, Failure> }
  | { ask: 'self'; got: Result<Self, Failure> }
  | { ask: 'restore'; got: Result<RestoreProgress, Failure> }
  | { ask: 'start'; scope: Scope; got: Result<ProgressReading, Failure> }
  | { ask: 'stop'; got: Result<boolean, Failure> };

/** The request that asks it: all that Keepwatch ever asks a portal, and which of it takes the key along. */
export function requestFor(question: Question): ApiRequest {
  switch (question.ask) {
    case 'progress':
      return {
        path: ofScope('/api/2.0/backup/getbackupprogress', question),
        withKey: true,
        limit: 64 * kilobyte,
      };
    case 'history':
      // The server opens each record's storage and drops records whose archive is gone, so this is asked when a backup
      // ended, never in passing. DocSpace server 3.7.2, GetBackupHistoryAsync.
      return {
        path: ofScope('/api/2.0/backup/getbackuphistory', question),
        withKey: true,
        limit: 1024 * kilobyte,
        // An object storage with many archives takes 25 s and more.
        timeoutFactor: 3,
      };
    case 'schedule':
      return {
        path: ofScope('/api/2.0/backup/getbackupschedule', question),
        withKey: true,
        limit: 64 * kilobyte,
      };
    case 'timeZone':
      // The settings again, with the key: only to those who are known a portal tells its time zone.
      return { path: '/api/2.0/settings', withKey: true, limit: 256 * kilobyte };
    case 'freeBackups':
      return { path: '/api/2.0/backup/getbackupscount?paid=false', withKey: true, limit: 64 * kilobyte };
    case 'settings':
      // Readable by anybody, also while the portal is being restored; not while it is suspended.
      return { path: '/api/2.0/settings', withKey: false, limit: 256 * kilobyte };
    case 'version':
      return { path: '/api/2.0/settings/version/build', withKey: false, limit: 64 * kilobyte };
    case 'key':
      return { path: '/api/2.0/keys/@self', withKey: true, limit: 64 * kilobyte };
    case 'self':
      return { path: '/api/2.0/people/@self', withKey: true, limit: 256 * kilobyte };
    case 'restore':
      // Open to anybody, and answered while everything else is refused. Without `Dump`: any restore of this portal.
      return { path: '/api/2.0/backup/getrestoreprogress', withKey: false, limit: 64 * kilobyte };
    case 'start':
      return {
        path: '/api/2.0/backup/startbackup',
        body: startBody(question.scope, question.target),
        withKey: true,
        limit: 64 * kilobyte,
        // A server without a message bus begins the backup before it answers.
        timeoutFactor: 3,
      };
    case 'stop':
      return { path: '/api/2.0/backup/cancelbackup', body: '', withKey: true, limit: 64 * kilobyte };
    default:
      return assertNever(question);
  }
}

/** `Dump` is sent for the server's scope only: SaaS portals answer 403 to it. */
function ofScope(path: string, { scope }: { scope: Scope }): string {
  return scope === 'server' ? `${path}?Dump=true` : path;
}

/** Reads what came back by the question that was asked. */
export function parseReply(question: Question, came: Result<HttpResponse, Failure>, now: number): Reply {
  const read = <Value>(
    parse: (answer: HttpResponse, now: number) => Result<Value, Failure>,
  ): Result<Value, Failure> => (came.ok ? parse(came.value, now) : fail(came.reason));
  switch (question.ask) {
    case 'progress':
      return { ...question, got: read(parseProgress) };
    case 'history':
      return { ...question, got: read(parseHistory) };
    case 'schedule':
      return { ...question, got: read(parseSchedule) };
    case 'freeBackups':
      return { ...question, got: read(parseBackupCount) };
    case 'timeZone':
      return { ...question, got: read(parseTimeZone) };
    case 'settings':
      return { ...question, got: read(parsePortalSettings) };
    case 'version':
      return { ...question, got: read(parseVersion) };
    case 'key':
      return { ...question, got: read(parseKeyFacts) };
    case 'self':
      return { ...question, got: read(parseSelf) };
    case 'restore':
      return { ...question, got: read(parseRestore) };
    case 'start':
      // Of the job that it began, or of the one that was running.
      return { ask: question.ask, scope: question.scope, got: read(parseProgress) };
    case 'stop':
      return { ...question, got: read(parseStopped) };
    default:
      return assertNever(question);
  }
}
