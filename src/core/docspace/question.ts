import { historyRequest, type HistoryRecord, parseHistory } from './history.ts';
import { keyRequest, type KeyFacts, parseKeyFacts } from './key.ts';
import { progressRequest, type ProgressReading, parseProgress } from './progress.ts';
import type { HttpResponse, ApiRequest, Scope } from './request.ts';
import { parseRestore, type RestoreProgress, restoreRequest } from './restore.ts';
import { parseSelf, type Self, selfRequest } from './self.ts';
import { type PortalSettings, parsePortalSettings, settingsRequest } from './settings.ts';
import { parseVersion, versionRequest } from './version.ts';
import type { Failure } from '../net/failure.ts';
import { fail, type Result, assertNever } from '../base/result.ts';

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
  | { ask: 'progress'; scope: Scope; got: Result<ProgressReading, Failure> }
  | { ask: 'history'; scope: Scope; got: Result<HistoryRecord[], Failure> }
  | { ask: 'settings'; got: Result<PortalSettings, Failure> }
  | { ask: 'version'; got: Result<string, Failure> }
  | { ask: 'key'; got: Result<KeyFacts, Failure> }
  | { ask: 'self'; got: Result<Self, Failure> }
  | { ask: 'restore'; got: Result<RestoreProgress, Failure> };

/** The request that asks it. */
export function requestFor(question: Question): ApiRequest {
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
      return assertNever(question);
  }
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
    default:
      return assertNever(question);
  }
}
