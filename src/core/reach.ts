import type { Failure } from './failure.ts';
import { type Findings, type ForbiddenCause, missingFinding, noFindings, whyForbidden } from './forbidden.ts';
import type { Reply } from './question.ts';

/** Whether the portal is to be reached, and with what right. Times are epoch milliseconds. */
export type Reach = {
  /** The last usable answer about a backup. */
  answeredAt: number | null;
  trouble: Trouble | null;
};

export type Trouble = {
  failure: Failure;
  since: number;
  /** From when its length counts: not through a sleep or a time without a network. */
  countedFrom: number;
  /** The last of its failures. How long it has lasted is counted up to here: time without a look says nothing. */
  failedAt: number;
  /** Failures in a row. */
  count: number;
  /** For a 403, and for the 404 of a suspended portal: what is being found out about the cause. */
  inquiry: Findings | null;
  /** What the inquiry before this one found: shown until the new one is done. */
  cause: ForbiddenCause | null;
  /** The portal was being restored right before: that is what took the key. */
  restored: boolean;
};

export const newReach: Reach = { answeredAt: null, trouble: null };

/** A portal that is silent for this long needs somebody to look after it. */
const longestSilence = 30 * 60_000;

/** Takes in a usable answer about a backup: whatever was in the way is over. */
export function answered(now: number): Reach {
  return { answeredAt: now, trouble: null };
}

/** Takes in that there was no usable answer about a backup. */
export function unanswered(reach: Reach, failure: Failure, now: number): Reach {
  const before = reach.trouble;
  const lasting = before !== null && isSameTrouble(before.failure, failure);
  const cause = refusalCause(reach);
  const trouble: Trouble = {
    failure,
    since: lasting ? before.since : now,
    countedFrom: lasting ? before.countedFrom : now,
    failedAt: now,
    count: (before?.count ?? 0) + 1,
    // Asked anew at each refusal: a restore ends, a right is given back.
    inquiry: raisesQuestions(failure) ? noFindings : null,
    cause: lasting ? cause : null,
    restored: cause === 'restoring' || (before?.restored ?? false),
  };
  return { ...reach, trouble };
}

/** One silence, however its ways change (no name, no route, no answer); every other failure is a trouble of its own. */
function isSameTrouble(before: Failure, now: Failure): boolean {
  return before.kind === now.kind || (isSilence(before) && isSilence(now));
}

function raisesQuestions(failure: Failure): boolean {
  return failure.kind === 'forbidden' || failure.kind === 'notThere';
}

const outspoken: ReadonlySet<Failure['kind']> = new Set([
  'keyRefused',
  'forbidden',
  'unpaid',
  'certificate',
  'rateLimited',
]);

/** The portal does not answer, or not as a portal: it is asked again, ever more slowly. */
export function isSilence(failure: Failure): boolean {
  return !outspoken.has(failure.kind);
}

/** After sleep or a time without a network: a silence of hours has not been heard for hours. */
export function rebaseReach(reach: Reach, now: number): Reach {
  const { trouble } = reach;
  if (trouble === null) return reach;
  return { ...reach, trouble: { ...trouble, countedFrom: now, failedAt: Math.min(trouble.failedAt, now) } };
}

/** The next thing to find out about a refusal, or null. */
export function nextFinding({ trouble }: Reach): 'settings' | 'key' | 'self' | null {
  const inquiry = trouble?.inquiry ?? null;
  return inquiry === null ? null : missingFinding(inquiry, 'portal');
}

/** Takes in something found out. */
export function found(reach: Reach, reply: Reply): Reach {
  const { trouble } = reach;
  if (trouble === null || trouble.inquiry === null) return reach;
  return { ...reach, trouble: { ...trouble, inquiry: findingsWith(trouble.inquiry, reply) } };
}

function findingsWith(findings: Findings, reply: Reply): Findings {
  switch (reply.ask) {
    case 'settings':
      return { ...findings, settings: reply.got };
    case 'key':
      return { ...findings, key: reply.got };
    case 'self':
      return { ...findings, self: reply.got };
    default:
      return findings;
  }
}

/** Why the portal refuses, as far as it was found out; null before, and where nothing is refused. */
export function refusalCause({ trouble }: Reach): ForbiddenCause | null {
  if (trouble === null || trouble.inquiry === null) return null;
  return missingFinding(trouble.inquiry, 'portal') === null
    ? whyForbidden(trouble.inquiry, 'portal')
    : trouble.cause;
}

/** Whether somebody should look after a portal that does not answer. */
export function isLongSilence({ failedAt, countedFrom }: Trouble): boolean {
  return failedAt - countedFrom >= longestSilence;
}
