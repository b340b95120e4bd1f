import { type Cause, causes, type ToldCause } from '../access/cause.ts';
import type { Ending } from '../backup/ending.ts';
import type { Outcome } from '../backup/outcome.ts';
import type { RestoreEnding } from '../docspace/restore.ts';
import type { Standstill } from '../foresight/standstill.ts';
import type { Scope } from '../docspace/request.ts';
import type { FolderTrouble } from '../saving/order.ts';

/** What the user is told of without asking. */
export type News =
  | { of: 'ending'; scope: Scope; outcome: Outcome; ending: ToldEnding }
  | ({ of: 'stuck'; scope: Scope; job: string } & Standstill)
  | { of: 'overdue'; scope: Scope; dueAt: number; lastFinishedAt: number | null }
  | { of: 'scheduleGone'; scope: Scope; goneAt: number }
  | { of: 'linkEnds'; scope: Scope; job: string; until: number }
  | { of: 'outdated'; lastFinishedAt: number | null }
  | { of: 'restored'; outcome: 'finished' | 'failed'; error: string }
  | { of: 'access'; cause: ToldCause }
  | { of: 'keyEnds'; endsAt: number }
  | { of: 'archiveSaved'; scope: Scope; job: string; file: string; files: number; missing: number }
  | { of: 'archiveUnsaved'; scope: Scope; job: string; why: ToldUnsaved }
  | { of: 'savingHindered'; why: FolderTrouble; folder: string };

/** Why there is no archive that could be used; what somebody has stopped is no news to them. */
export const toldUnsaved = ['expired', 'gone', 'size', 'damaged'] as const;
export type ToldUnsaved = (typeof toldUnsaved)[number];

/** Of an ending, what may be saved and is worth telling: everything but its link. */
type ToldEnding = Pick<
  Ending,
  'job' | 'percent' | 'error' | 'archive' | 'endedAt' | 'timed' | 'linkUntil' | 'unlisted'
>;

/** One piece of news about one portal. `id` is what makes it the same news again. */
export type Announcement = {
  id: string;
  /** When it became news, epoch milliseconds. */
  at: number;
  news: News;
};

/** Told once per (scope, job, outcome): a job whose outcome changes later is news again. */
export function announceEnding(scope: Scope, ending: Ending, at: number): Announcement {
  const { job, outcome, percent, error, archive, endedAt, timed, linkUntil, unlisted } = ending;
  return {
    id: endingId(scope, ending),
    at,
    news: {
      of: 'ending',
      scope,
      outcome,
      ending: { job, percent, error, archive, endedAt, timed, linkUntil, unlisted },
    },
  };
}

/** What makes the news of an ending the same news again. */
export function endingId(scope: Scope, { job, outcome }: Pick<Ending, 'job' | 'outcome'>): string {
  return `${scope} ${job} ${outcome}`;
}

/** Told once for each backup. `until`: when its link dies. */
export function announceLinkEnds(scope: Scope, job: string, until: number, at: number): Announcement {
  return { id: linkEndsId(scope, job), at, news: { of: 'linkEnds', scope, job, until } };
}

export function linkEndsId(scope: Scope, job: string): string {
  return `${scope} ${job} linkEnds`;
}

/** Told once per (scope, job, place): a job that moved on and stands still again is news again. */
export function announceStuck(scope: Scope, job: string, standstill: Standstill, at: number): Announcement {
  return { id: stuckId(scope, job, standstill), at, news: { of: 'stuck', scope, job, ...standstill } };
}

/** What makes the news of a backup that stands still the same news again: the place where it stands. */
export function stuckId(
  scope: Scope,
  job: string,
  { stage, percent }: Pick<Standstill, 'stage' | 'percent'>,
): string {
  return `${scope} ${job} stuck ${stage} ${percent}`;
}

/** Told once until a backup finishes, however many are due meanwhile. `dueAt`: the first of them. */
export function announceOverdue(
  scope: Scope,
  dueAt: number,
  lastFinishedAt: number | null,
  at: number,
): Announcement {
  return { id: overdueId(scope, dueAt), at, news: { of: 'overdue', scope, dueAt, lastFinishedAt } };
}

export function overdueId(scope: Scope, dueAt: number): string {
  return `${scope} overdue ${dueAt}`;
}

/** Told once each time that a schedule disappears. */
export function announceScheduleGone(scope: Scope, goneAt: number, at: number): Announcement {
  return { id: scheduleGoneId(scope, goneAt), at, news: { of: 'scheduleGone', scope, goneAt } };
}

export function scheduleGoneId(scope: Scope, goneAt: number): string {
  return `${scope} scheduleGone ${goneAt}`;
}

/** Told once until a backup finishes. `oldSince`: when the last one was found to be too old. */
export function announceOutdated(oldSince: number, lastFinishedAt: number | null, at: number): Announcement {
  return { id: outdatedId(oldSince), at, news: { of: 'outdated', lastFinishedAt } };
}

export function outdatedId(oldSince: number): string {
  return `outdated ${oldSince}`;
}

/** Told once for each restore that was followed; `since`: when it was first met. */
export function announceRestored(
  { ended: outcome, error, since }: RestoreEnding & { since: number },
  at: number,
): Announcement {
  return { id: `restored ${since}`, at, news: { of: 'restored', outcome, error } };
}

export function announceAccess(cause: ToldCause, at: number): Announcement {
  return { id: accessId(cause), at, news: { of: 'access', cause } };
}

/** Told once under one name, whatever its causes. */
export function accessId(cause: Cause): string {
  return `${accessPrefix}${causes[cause].toldAs}`;
}

/** Begins the ids of all news about access, and of nothing else. */
export const accessPrefix = 'access ';

/** Begins the ids of all news about the backups of the whole server, and of nothing else. */
export const serverPrefix = 'server ';

/** `days`: the warning that it is, of several for one key. */
export function announceKeyEnds(endsAt: number, days: number, at: number): Announcement {
  return { id: `${keyPrefix}${endsAt} ${days}`, at, news: { of: 'keyEnds', endsAt } };
}

/** Begins the ids of all news about the end of a key. */
export const keyPrefix = 'key ';
