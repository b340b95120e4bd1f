import { type Access, foundCause } from './access.ts';
import { type Cause, causes, isOutage, isTold, type OwnCause, rowOf, type ToldCause } from './cause.ts';
import { causeOf } from './causeOf.ts';
import { diagnose, nextFinding } from './diagnosis.ts';
import type { KeyLife } from './keyLife.ts';
import type { Trouble } from './trouble.ts';

/**
 * The cause that is shown now; null where nothing is in the way, and after so few failures that the next poll may succeed.
 * `waits`: the portal has asked to wait, so that this poll is far off.
 */
export function shownCause(access: Access, key: KeyLife, waits: boolean): Cause | null {
  const { trouble } = access;
  if (trouble === null) return null;
  const found = foundCause(access);
  const own = ownCause(trouble, key);
  // Nobody knows yet what to say of a refusal.
  if (found === null && trouble.findings !== null && !isOutage(own)) return null;
  const known = found !== null && found !== causeOf(trouble.failure);
  const cause = known && !isRestoreUnseen(trouble, found, own) ? found : own;
  return !waits && trouble.count < leastFailures(trouble, cause) ? null : cause;
}

/** A portal that was being restored and does not say so any more. */
function isRestoreUnseen({ findings, count }: Trouble, found: Cause, own: Cause): boolean {
  return found === 'restoring' && findings === null && count >= rowOf(own).showAfter;
}

function leastFailures({ failure }: Trouble, cause: Cause): number {
  // A 404 is a suspended portal's answer, and that of many a gateway whose portal is being restarted.
  const doubtful = failure.kind === 'notThere' && cause !== 'restoring';
  return rowOf(doubtful ? 'notThere' : cause).showAfter;
}

/** What the failure says by itself. */
function ownCause({ failure, restored, failedAt }: Trouble, { endsAt }: KeyLife): Cause {
  if (failure.kind !== 'keyRefused') return causeOf(failure);
  if (restored) return 'keyRestored';
  return endsAt !== null && endsAt <= failedAt ? 'keyExpired' : 'keyRefused';
}

/** The cause that is worth telling: one that has lasted until somebody does something. */
export function toldCause({ trouble }: Access, key: KeyLife): ToldCause | null {
  if (trouble === null) return null;
  const { failure, findings, foundBefore } = trouble;
  // What was found out about the failure before is shown meanwhile; what is told has to be found now.
  if (findings !== null && nextFinding(failure, findings) !== null) return null;
  const found = findings === null ? causeOf(failure) : diagnose(failure, findings);
  const cause = found === causeOf(failure) ? ownCause(trouble, key) : found;
  if (!isTold(cause)) return null;
  if (!isOutage(cause) && hasLasted(trouble, cause, found)) return cause;
  // A suspended portal, or what looks like one, is told of as that or not at all.
  if (cause === 'suspended' || foundBefore === 'suspended') return null;
  const outage = isOutage(cause) ? cause : outageBehind(trouble);
  return outage !== null && isTold(outage) && isLongOutage(trouble) ? outage : null;
}

function hasLasted(trouble: Trouble, cause: Cause, found: Cause): boolean {
  const { failedAt, alikeFrom, findings, foundBefore, alike } = trouble;
  const { tellAfter, concludedAfter = tellAfter, tellFailures = 1 } = rowOf(cause);
  const after = findings === null || findings.settings?.ok ? tellAfter : concludedAfter;
  if (after === null || failedAt - alikeFrom < after || alike < tellFailures) return false;
  // One diagnosis may have met a gateway: what is told after a while has to be found by two in a row.
  return findings === null || after === 0 || foundBefore === found;
}

/** A gateway refuses, and the portal behind it does not answer either: that is an outage, however it sounds. */
function outageBehind({ failure, findings }: Trouble): Cause | null {
  const own = causeOf(failure);
  if (isOutage(own)) return own;
  const settings = findings?.settings ?? null;
  if (settings === null || settings.ok) return null;
  const behind = causeOf(settings.reason);
  return isOutage(behind) ? behind : null;
}

/** A portal that does not answer for this long needs somebody to look after it. */
export function isLongOutage({ failedAt, countedFrom }: Trouble): boolean {
  return failedAt - countedFrom >= causes.timeout.tellAfter;
}

/** The cause by which it is asked again. */
export function pacingCause({ failure, findings }: Trouble): OwnCause {
  return failure.kind === 'keyRefused' && findings?.key?.ok ? 'keyAccepted' : causeOf(failure);
}
