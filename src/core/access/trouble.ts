import type { Failure } from '../net/failure.ts';
import { type Cause, isOutage } from './cause.ts';
import { causeOf } from './causeOf.ts';
import { raisesQuestions } from './diagnosis.ts';
import { type Findings, noFindings } from './forbidden.ts';

/** What keeps a portal's backups from being seen. Times are epoch milliseconds. */
export type Trouble = {
  failure: Failure;
  since: number;
  /** From when its length counts: not through a sleep or a time without a network. */
  countedFrom: number;
  /** From when all its failures were of this one kind; counted like that. */
  alikeFrom: number;
  /** The last of its failures. How long it has lasted is counted up to here: time without a poll says nothing. */
  failedAt: number;
  /** Failures of this trouble in a row, whatever they looked like. */
  count: number;
  /** Of those, the last ones in a row that had the same cause. */
  alike: number;
  /** Where the answer does not say what it means: what is being found out about it. */
  findings: Findings | null;
  /** What was found out about the failure before this one: shown until it is known of this one. */
  foundBefore: Cause | null;
  /** How far the restore is that keeps the portal closed. */
  restore: Restore;
  /** The portal was being restored right before: that is what took the key. */
  restored: boolean;
};

/** `asked`: how often; `over`: whether the portal is open again is to be seen. */
type Restore = { percent: number | null; asked: number; over: boolean };

const noRestore: Restore = { percent: null, asked: 0, over: false };

/** The trouble after another failure; `found`: what was found out about the one before. */
export function addFailure(
  before: Trouble | null,
  failure: Failure,
  found: Cause | null,
  now: number,
): Trouble {
  const lasting = before !== null && isSameTrouble(before.failure, failure);
  const asks = raisesQuestions(failure);
  // While a portal is restored its answers change as its services come and go.
  const restoring = found === 'restoring' && before !== null;
  return {
    failure,
    since: lasting || (restoring && asks) ? before.since : now,
    countedFrom: lasting ? before.countedFrom : now,
    alikeFrom: before !== null && isAlike(before.failure, failure) ? before.alikeFrom : now,
    failedAt: now,
    count: lasting ? before.count + 1 : 1,
    alike: before !== null && causeOf(before.failure) === causeOf(failure) ? before.alike + 1 : 1,
    // Asked anew at each failure: a restore ends, a right is given back.
    findings: asks ? noFindings : null,
    foundBefore: restoring || (lasting && asks) ? found : null,
    restore: restoring ? { ...noRestore, percent: before.restore.percent } : noRestore,
    restored: restoring || (before?.restored ?? false),
  };
}

/** One outage, whatever it looks like (no name, no route, no answer); every other failure is a trouble of its own. */
function isSameTrouble(before: Failure, now: Failure): boolean {
  return isAlike(before, now) || (isOutage(causeOf(before)) && isOutage(causeOf(now)));
}

/** Of one kind; and of two failures of a proxy, both that it is away or both that it wants something. */
function isAlike(before: Failure, now: Failure): boolean {
  return before.kind === now.kind && isOutage(causeOf(before)) === isOutage(causeOf(now));
}

/** After a time without polls, or a jump of the clock: how long it was met counts on, what nobody saw does not. */
export function rebaseTrouble(trouble: Trouble, now: number): Trouble {
  const unseen = now - trouble.failedAt;
  return {
    ...trouble,
    countedFrom: trouble.countedFrom + unseen,
    alikeFrom: trouble.alikeFrom + unseen,
    failedAt: now,
  };
}
