import type { Failure } from '../net/failure.ts';
import { type Findings, noFindings } from './forbidden.ts';
import {
  type Cause,
  causeOf,
  type Finding,
  findingsWith,
  nextFinding,
  raisesQuestions,
} from './diagnosis.ts';
import type { Reply } from '../docspace/question.ts';
import { isSilence } from './outage.ts';
import { minute } from '../base/time.ts';

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
  /** From when all its failures were of this one kind; counted like that. */
  alikeFrom: number;
  /** The last of its failures. How long it has lasted is counted up to here: time without a look says nothing. */
  failedAt: number;
  /** Failures of this kind in a row. */
  count: number;
  /** Where the answer does not say what it means: what is being found out about it. */
  inquiry: Findings | null;
  /** What the inquiry before this one found: shown until the new one is done. */
  cause: Cause | null;
  /** How far the restore is that keeps the portal closed. */
  restore: Restore;
  /** The portal was being restored right before: that is what took the key. */
  restored: boolean;
};

/** `asked`: how often; `over`: whether the portal is open again is to be seen. */
export type Restore = { percent: number | null; asked: number; over: boolean };

const noRestore: Restore = { percent: null, asked: 0, over: false };
/** A restore that crashed is told of as going on for a day: after so many answers the backups are asked for between. */
const mostAsked = 12;

export const newReach: Reach = { answeredAt: null, trouble: null };

/** A portal that is silent for this long needs somebody to look after it. */
const longestSilence = 30 * minute;

/** Takes in a usable answer about a backup: whatever was in the way is over. */
export function answered(now: number): Reach {
  return { answeredAt: now, trouble: null };
}

/** Takes in that there was no usable answer about a backup. */
export function unanswered(reach: Reach, failure: Failure, now: number): Reach {
  const before = reach.trouble;
  const lasting = before !== null && isSameTrouble(before.failure, failure);
  const cause = foundCause(reach);
  const asks = raisesQuestions(failure);
  // While a portal is restored its answers change as its services come and go.
  const restoring = cause === 'restoring' && before !== null;
  const trouble: Trouble = {
    failure,
    since: lasting || (restoring && asks) ? before.since : now,
    countedFrom: lasting ? before.countedFrom : now,
    alikeFrom: before !== null && isAlike(before.failure, failure) ? before.alikeFrom : now,
    failedAt: now,
    count: lasting ? before.count + 1 : 1,
    // Asked anew at each failure: a restore ends, a right is given back.
    inquiry: asks ? noFindings : null,
    cause: restoring || (lasting && asks) ? cause : null,
    restore: restoring ? { ...noRestore, percent: before.restore.percent } : noRestore,
    restored: restoring || (before?.restored ?? false),
  };
  return { ...reach, trouble };
}

/** One silence, however its ways change (no name, no route, no answer); every other failure is a trouble of its own. */
function isSameTrouble(before: Failure, now: Failure): boolean {
  return isAlike(before, now) || (isSilence(before) && isSilence(now));
}

/** Of one kind; a proxy that is away is none that wants something. */
function isAlike(before: Failure, now: Failure): boolean {
  return before.kind === now.kind && isSilence(before) === isSilence(now);
}

/** After a time without looks, or a jump of the clock: how long it was met counts on, what nobody saw does not. */
export function rebaseReach(reach: Reach, now: number): Reach {
  const { trouble } = reach;
  if (trouble === null) return reach;
  const unseen = now - trouble.failedAt;
  const { countedFrom, alikeFrom } = trouble;
  return {
    ...reach,
    trouble: {
      ...trouble,
      countedFrom: countedFrom + unseen,
      alikeFrom: alikeFrom + unseen,
      failedAt: now,
    },
  };
}

/** What to ask next about what is in the way, or null. */
export function nextInquiry(reach: Reach): 'settings' | 'key' | 'self' | 'restore' | null {
  const { trouble } = reach;
  if (trouble === null || trouble.inquiry === null) return null;
  const missing = nextFinding(trouble.failure, trouble.inquiry);
  if (missing !== null) return missing;
  return isRestoring(reach) && !trouble.restore.over ? 'restore' : null;
}

/** The portal is being restored, and how far that is has been asked. */
export function isFollowingRestore(reach: Reach): boolean {
  return reach.trouble !== null && reach.trouble.restore.asked > 0 && isRestoring(reach);
}

function isRestoring(reach: Reach): boolean {
  return foundCause(reach) === 'restoring';
}

/** Takes in something found out. */
export function found(reach: Reach, reply: Finding | Extract<Reply, { ask: 'restore' }>): Reach {
  const { trouble } = reach;
  if (trouble === null || trouble.inquiry === null) return reach;
  if (reply.ask === 'restore') {
    const going = reply.got.ok ? reply.got.value : null;
    const percent = going?.percent ?? trouble.restore.percent;
    const asked = trouble.restore.asked + 1;
    const over = going === null || asked >= mostAsked;
    return { ...reach, trouble: { ...trouble, restore: { percent, asked, over } } };
  }
  return { ...reach, trouble: { ...trouble, inquiry: findingsWith(trouble.inquiry, reply) } };
}

/** What lies behind the trouble, as far as it was found out; null before, and where its failure says it all. */
export function foundCause({ trouble }: Reach): Cause | null {
  if (trouble === null) return null;
  const { failure, inquiry, cause } = trouble;
  const known = inquiry !== null && nextFinding(failure, inquiry) === null;
  return known ? causeOf(failure, inquiry) : cause;
}

/** Whether somebody should look after a portal that does not answer. */
export function isLongSilence({ failedAt, countedFrom }: Trouble): boolean {
  return failedAt - countedFrom >= longestSilence;
}
