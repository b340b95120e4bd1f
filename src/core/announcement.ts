import type { Ending } from './job/ending.ts';
import type { Outcome } from './job/outcome.ts';
import type { Scope } from './scope.ts';

/** What the user is told of without asking. */
export type News =
  | { of: 'ending'; scope: Scope; outcome: Outcome; ending: ToldEnding }
  | { of: 'stuck'; scope: Scope; percent: number; since: number }
  | { of: 'access'; trouble: AccessTrouble };

/** The lasting ways to lose a portal. Each is told once, until the portal is well again. */
export type AccessTrouble = 'keyRefused' | 'noRight' | 'suspended' | 'certificate' | 'silent';

/** Of an ending, what may be saved and is worth telling: everything but its link. */
export type ToldEnding = Pick<
  Ending,
  'job' | 'percent' | 'error' | 'archive' | 'endedAt' | 'timed' | 'linkUntil'
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
  const { job, outcome, percent, error, archive, endedAt, timed, linkUntil } = ending;
  return {
    id: endingId(scope, ending),
    at,
    news: {
      of: 'ending',
      scope,
      outcome,
      ending: { job, percent, error, archive, endedAt, timed, linkUntil },
    },
  };
}

/** What makes the news of an ending the same news again. */
export function endingId(scope: Scope, { job, outcome }: Pick<Ending, 'job' | 'outcome'>): string {
  return `${scope} ${job} ${outcome}`;
}

export function announceStuck(
  scope: Scope,
  job: string,
  percent: number,
  since: number,
  at: number,
): Announcement {
  return { id: stuckId(scope, job), at, news: { of: 'stuck', scope, percent, since } };
}

export function stuckId(scope: Scope, job: string): string {
  return `${scope} ${job} stuck`;
}

export function announceAccess(trouble: AccessTrouble, at: number): Announcement {
  return { id: accessId(trouble), at, news: { of: 'access', trouble } };
}

export function accessId(trouble: AccessTrouble): string {
  return `${accessPrefix}${trouble}`;
}

/** Begins the ids of all news about access, and of nothing else. */
export const accessPrefix = 'access ';

/** Begins the ids of all news about the backups of the whole server, and of nothing else. */
export const serverPrefix = 'server ';
