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

/** Of an ending, what may be saved: everything but its link. */
export type ToldEnding = Pick<Ending, 'percent' | 'error' | 'archive' | 'endedAt' | 'timed'>;

/** One piece of news about one portal. `id` is what makes it the same news again. */
export type Announcement = {
  id: string;
  /** When it became news, epoch milliseconds. */
  at: number;
  news: News;
};

/** Told once per (scope, job, outcome): a job whose outcome changes later is news again. */
export function announceEnding(scope: Scope, ending: Ending, at: number): Announcement {
  const { percent, error, archive, endedAt, timed } = ending;
  return {
    id: `${scope} ${ending.job} ${ending.outcome}`,
    at,
    news: {
      of: 'ending',
      scope,
      outcome: ending.outcome,
      ending: { percent, error, archive, endedAt, timed },
    },
  };
}

export function announceStuck(
  scope: Scope,
  job: string,
  percent: number,
  since: number,
  at: number,
): Announcement {
  return { id: `${scope} ${job} stuck`, at, news: { of: 'stuck', scope, percent, since } };
}

export function announceAccess(trouble: AccessTrouble, at: number): Announcement {
  return { id: `access ${trouble}`, at, news: { of: 'access', trouble } };
}
