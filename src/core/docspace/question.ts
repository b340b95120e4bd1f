import { historyRequest, type HistoryRecord, readHistory } from './history.ts';
import { keyRequest, type KeyFacts, readKey } from './key.ts';
import { progressRequest, type Reading, readProgress } from './progress.ts';
import type { Answer, Request } from './request.ts';
import { readRestore, type RestoreProgress, restoreRequest } from './restore.ts';
import { readSelf, type Self, selfRequest } from './self.ts';
import { type PortalSettings, readSettings, settingsRequest } from './settings.ts';
import { readVersion, versionRequest } from './version.ts';
import type { Failure } from '../net/failure.ts';
import { fail, type Result, never } from '../base/result.ts';
import type { Scope } from './scope.ts';

/** What a look can ask a portal. */
export type Question =
  | { ask: 'progress'; scope: Scope }
  | { ask: 'history'; scope: Scope }
  | { ask: 'settings' }
  | { ask: 'version' }
  | { ask: 'key' }
  | { ask: 'self' }
  | { ask: 'restore' };

/** A question with what came of it. */
export type Reply =
  | { ask: 'progress'; scope: Scope; got: Result<Reading, Failure> }
  | { ask: 'history'; scope: Scope; got: Result<HistoryRecord[], Failure> }
  | { ask: 'settings'; got: Result<PortalSettings, Failure> }
  | { ask: 'version'; got: Result<string, Failure> }
  | { ask: 'key'; got: Result<KeyFacts, Failure> }
  | { ask: 'self'; got: Result<Self, Failure> }
  | { ask: 'restore'; got: Result<RestoreProgress, Failure> };

/** The request that asks it. */
export function requestFor(question: Question): Request {
  switch (question.ask) {
    case 'progress':
      return progressRequest(question.scope);
    case 'history':
      return historyRequest(question.scope);
    case 'settings':
      return settingsRequest;
    case 'version':
      return versionRequest;
    case 'key':
      return keyRequest;
    case 'self':
      return selfRequest;
    case 'restore':
      return restoreRequest;
    default:
      return never(question);
  }
}

/** Reads what came back by the question that was asked. */
export function readReply(question: Question, came: Result<Answer, Failure>, now: number): Reply {
  const read = <Value>(
    parse: (answer: Answer, now: number) => Result<Value, Failure>,
  ): Result<Value, Failure> => (came.ok ? parse(came.value, now) : fail(came.reason));
  switch (question.ask) {
    case 'progress':
      return { ...question, got: read(readProgress) };
    case 'history':
      return { ...question, got: read(readHistory) };
    case 'settings':
      return { ...question, got: read(readSettings) };
    case 'version':
      return { ...question, got: read(readVersion) };
    case 'key':
      return { ...question, got: read(readKey) };
    case 'self':
      return { ...question, got: read(readSelf) };
    case 'restore':
      return { ...question, got: read(readRestore) };
    default:
      return never(question);
  }
}
