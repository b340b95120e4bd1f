import { type Access, foundCause } from './access.ts';
import { type Cause, causeOf, causes, isOutage, isTold, rowOf, type ToldCause } from './cause.ts';
import { diagnose, nextFinding } from './diagnosis.ts';
import type { KeyLife } from './keyLife.ts';
import type { Trouble } from './trouble.ts';

/** The cause that is shown now; null where nothing is in the way, or it may have passed with the next look. */
export function shownCause(access: Access, key: KeyLife): Cause | null {
  const { trouble } = access;
  if (trouble === null) return null;
  const found = foundCause(access);
  const own = ownCause(trouble, key);
  if (found === null && own === 'noRight') return null;
  const cause = found === null || isRestoreUnseen(trouble, found, own) ? own : found;
  return trouble.count < leastFailures(trouble, cause) ? null : cause;
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
  const cause = findings === null ? ownCause(trouble, key) : diagnose(failure, findings);
  if (!isTold(cause)) return null;
  if (!isOutage(cause) && hasLasted(trouble, cause)) return cause;
  // A suspended portal, or what looks like one, is told of as that or not at all.
  if (cause === 'suspended' || foundBefore === 'suspended') return null;
  const outage = isOutage(cause) ? cause : outageBehind(trouble);
  return outage !== null && isTold(outage) && isLongOutage(trouble) ? outage : null;
}

function hasLasted({ failedAt, alikeFrom, findings, foundBefore }: Trouble, cause: Cause): boolean {
  const { tellAfter, concludedAfter = tellAfter } = rowOf(cause);
  const after = findings === null || findings.settings?.ok ? tellAfter : concludedAfter;
  if (after === null || failedAt - alikeFrom < after) return false;
  // One inquiry may have met a gateway: what is told after a while has to be found by two in a row.
  return findings === null || after === 0 || foundBefore === cause;
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
