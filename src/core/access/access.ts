import type { Failure } from '../net/failure.ts';
import { type Findings, noFindings } from './forbidden.ts';
import {
  type Diagnosis,
  diagnose,
  type Finding,
  findingsWith,
  nextFinding,
  raisesQuestions,
} from './diagnosis.ts';
import type { Reply } from '../docspace/question.ts';
import { isOutage } from './outage.ts';
import { minute } from '../base/time.ts';

/** Whether the portal is to be reached, and with what right. Times are epoch milliseconds. */
export type Access = {
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
  findings: Findings | null;
  /** What the inquiry before this one found: shown until the new one is done. */
  cause: Diagnosis | null;
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

export const newAccess: Access = { answeredAt: null, trouble: null };

/** A portal that is silent for this long needs somebody to look after it. */
const longestSilence = 30 * minute;

/** Takes in a usable answer about a backup: whatever was in the way is over. */
export function answered(now: number): Access {
  return { answeredAt: now, trouble: null };
}

/** Takes in that there was no usable answer about a backup. */
export function unanswered(access: Access, failure: Failure, now: number): Access {
  const before = access.trouble;
  const lasting = before !== null && isSameTrouble(before.failure, failure);
  const cause = diagnosedCause(access);
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
    findings: asks ? noFindings : null,
    cause: restoring || (lasting && asks) ? cause : null,
    restore: restoring ? { ...noRestore, percent: before.restore.percent } : noRestore,
    restored: restoring || (before?.restored ?? false),
  };
  return { ...access, trouble };
}

/** One silence, however its ways change (no name, no route, no answer); every other failure is a trouble of its own. */
function isSameTrouble(before: Failure, now: Failure): boolean {
  return isAlike(before, now) || (isOutage(before) && isOutage(now));
}

/** Of one kind; a proxy that is away is none that wants something. */
function isAlike(before: Failure, now: Failure): boolean {
  return before.kind === now.kind && isOutage(before) === isOutage(now);
}

/** After a time without looks, or a jump of the clock: how long it was met counts on, what nobody saw does not. */
export function rebaseAccess(access: Access, now: number): Access {
  const { trouble } = access;
  if (trouble === null) return access;
  const unseen = now - trouble.failedAt;
  const { countedFrom, alikeFrom } = trouble;
  return {
    ...access,
    trouble: {
      ...trouble,
      countedFrom: countedFrom + unseen,
      alikeFrom: alikeFrom + unseen,
      failedAt: now,
    },
  };
}

/** What to ask next about what is in the way, or null. */
export function nextDiagnosis(access: Access): 'settings' | 'key' | 'self' | 'restore' | null {
  const { trouble } = access;
  if (trouble === null || trouble.findings === null) return null;
  const missing = nextFinding(trouble.failure, trouble.findings);
  if (missing !== null) return missing;
  return isRestoring(access) && !trouble.restore.over ? 'restore' : null;
}

/** The portal is being restored, and how far that is has been asked. */
export function isFollowingRestore(access: Access): boolean {
  return access.trouble !== null && access.trouble.restore.asked > 0 && isRestoring(access);
}

function isRestoring(access: Access): boolean {
  return diagnosedCause(access) === 'restoring';
}

/** Takes in something found out. */
export function found(access: Access, reply: Finding | Extract<Reply, { ask: 'restore' }>): Access {
  const { trouble } = access;
  if (trouble === null || trouble.findings === null) return access;
  if (reply.ask === 'restore') {
    const going = reply.got.ok ? reply.got.value : null;
    const percent = going?.percent ?? trouble.restore.percent;
    const asked = trouble.restore.asked + 1;
    const over = going === null || asked >= mostAsked;
    return { ...access, trouble: { ...trouble, restore: { percent, asked, over } } };
  }
  return { ...access, trouble: { ...trouble, findings: findingsWith(trouble.findings, reply) } };
}

/** What lies behind the trouble, as far as it was found out; null before, and where its failure says it all. */
export function diagnosedCause({ trouble }: Access): Diagnosis | null {
  if (trouble === null) return null;
  const { failure, findings, cause } = trouble;
  const known = findings !== null && nextFinding(failure, findings) === null;
  return known ? diagnose(failure, findings) : cause;
}

/** Whether somebody should look after a portal that does not answer. */
export function isLongOutage({ failedAt, countedFrom }: Trouble): boolean {
  return failedAt - countedFrom >= longestSilence;
}
