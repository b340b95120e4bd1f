import { type Outcome, overrule } from '../backup/outcome.ts';
import type { ProgressPoint, RunStage } from '../backup/run.ts';
import type { HistoryRecord, StorageType } from '../docspace/history.ts';
import type { Scope } from '../docspace/request.ts';

/**
 * One run of a backup or a restore, as far as it is known: from what was seen of it, from the portal's list of archives, or from both.
 * Each part is null where nobody knows it. Times are epoch milliseconds. No link is ever in it.
 */
export type RunRecord = {
  /** Its task; where the server names none, its number and when it was first seen. Of both scopes the same id may come. */
  id: string;
  kind: RunKind;
  scope: Scope;
  start: RunStart | null;
  /** When it was first seen in each of its stages. */
  stages: Record<RunStage, number | null>;
  /** When every second percent was first seen, oldest first. */
  trace: ProgressPoint[];
  end: RunEnd | null;
  archive: ListedArchive | null;
};

/** Of a restore only its beginning and its end are recorded. */
type RunKind = 'backup' | 'restore';

/** `seen`: it began then; otherwise it was going on already when it was first seen. */
export type RunStart = { at: number; seen: boolean };

/** How it ended, as its job reported it; `timed`: it ended then, otherwise that was only seen then. */
export type RunEnd = {
  outcome: Outcome;
  at: number;
  timed: boolean;
  percent: number;
  /** The server's own sentence, without links; empty when there is none. */
  reason: string;
};

/** What the portal's list of archives says of it. */
export type ListedArchive = Pick<HistoryRecord, 'createdAt' | 'expiresAt'> & {
  name: string;
  storage: StorageType | null;
};

/** Of a run nothing is known yet but which one it is. */
export function newRunRecord(scope: Scope, id: string): RunRecord {
  return {
    id,
    kind: 'backup',
    scope,
    start: null,
    stages: { waiting: null, running: null, uploading: null },
    trace: [],
    end: null,
    archive: null,
  };
}

/** Whether a record is that of a job: its task, or its number and a time. */
export function isRunOf({ scope, id }: RunRecord, wanted: Scope, job: string): boolean {
  return scope === wanted && (id === job || id.startsWith(`${job} `));
}

/** How it ended; an archive in the list settles it. Null: it goes on, or nobody saw the end of it. */
export function outcomeOf({ end, archive }: RunRecord): Outcome | null {
  if (end === null) return archive === null ? null : 'finished';
  return archive === null ? end.outcome : overrule(end.outcome);
}

/** When it ended, as well as is known. */
export function endOf({ end, archive }: RunRecord): number | null {
  const listed = archive?.createdAt ?? null;
  if (end === null) return listed;
  return end.timed ? end.at : (listed ?? end.at);
}

/** How long it took, in milliseconds; null where its beginning or its end was not seen. */
export function durationOf(run: RunRecord): number | null {
  const { start, end, archive } = run;
  const ended = endOf(run);
  const isTimed = end?.timed === true || (archive?.createdAt ?? null) !== null;
  if (start === null || !start.seen || ended === null || !isTimed) return null;
  // A clock that was set in between has measured nothing.
  return ended > start.at ? ended - start.at : null;
}

/** What runs are ordered by: when it began, or else when it ended. */
export function momentOf(run: RunRecord): number {
  return run.start?.at ?? endOf(run) ?? 0;
}
