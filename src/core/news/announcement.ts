import type { CertificateProblem } from '../net/failure.ts';
import type { Ending } from '../backup/ending.ts';
import type { Outcome } from '../backup/outcome.ts';
import type { Run, RunStage } from '../backup/run.ts';
import type { Scope } from '../docspace/request.ts';
import type { OutageCause } from '../access/outage.ts';

/** What the user is told of without asking. */
export type News =
  | { of: 'ending'; scope: Scope; outcome: Outcome; ending: ToldEnding }
  | { of: 'stuck'; scope: Scope; stage: RunStage; percent: number; since: number }
  | { of: 'access'; cause: AccessCause }
  | { of: 'keyEnds'; endsAt: number };

/** Why a portal has been lost for good, or until somebody does something. */
export type AccessCause = keyof typeof troubles;

/** The ways to lose a portal. Each is told once, whatever its causes, until the portal is well again. */
export type AccessTrouble = (typeof troubles)[AccessCause];

const troubles = {
  keyRefused: 'keyRefused',
  /** A restore has removed it. */
  keyRestored: 'keyRefused',
  keyExpired: 'keyRefused',
  keyLimited: 'noRight',
  notAdministrator: 'noRight',
  addressBlocked: 'noRight',
  noRight: 'noRight',
  suspended: 'suspended',
  workspace: 'workspace',
  unpaid: 'unpaid',
  proxySignIn: 'proxy',
  proxySignInRefused: 'proxy',
  proxyMethod: 'proxy',
  proxyKind: 'proxy',
  ...({
    untrusted: 'certificate',
    selfSigned: 'certificate',
    expired: 'certificate',
    notYetValid: 'certificate',
    wrongHost: 'certificate',
    revoked: 'certificate',
    changed: 'certificateChanged',
  } as const satisfies Record<CertificateProblem, string>),
  ...({
    noSuchHost: 'silent',
    lookupFailed: 'silent',
    refused: 'silent',
    unreachable: 'silent',
    noConnection: 'silent',
    timeout: 'silent',
    stalled: 'silent',
    cut: 'silent',
    truncated: 'silent',
    encryption: 'silent',
    oldEncryption: 'silent',
    proxyUnreached: 'silent',
    proxyRefused: 'silent',
    redirected: 'silent',
    rateLimited: 'silent',
    notThere: 'silent',
    serverError: 'silent',
    serviceDown: 'silent',
    portalDown: 'silent',
    notDocSpace: 'silent',
    unreadable: 'silent',
    tooLarge: 'silent',
    unexpected: 'silent',
  } as const satisfies Record<OutageCause, string>),
} as const;

export const accessCauses = Object.keys(troubles).filter(isAccessCause);

function isAccessCause(name: string): name is AccessCause {
  return name in troubles;
}

/** Of an ending, what may be saved and is worth telling: everything but its link. */
export type ToldEnding = Pick<
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

export function announceStuck(
  scope: Scope,
  job: string,
  { stage, percent, changedAt }: Pick<Run, 'stage' | 'percent' | 'changedAt'>,
  at: number,
): Announcement {
  return { id: stuckId(scope, job), at, news: { of: 'stuck', scope, stage, percent, since: changedAt } };
}

export function stuckId(scope: Scope, job: string): string {
  return `${scope} ${job} stuck`;
}

export function announceAccess(cause: AccessCause, at: number): Announcement {
  return { id: accessId(troubles[cause]), at, news: { of: 'access', cause } };
}

export function accessId(trouble: AccessTrouble): string {
  return `${accessPrefix}${trouble}`;
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
