import { day } from '../base/time.ts';
import type { Failure } from '../net/failure.ts';
import type { Reply } from '../docspace/question.ts';
import type { RestoreEnding } from '../docspace/restore.ts';
import type { Cause } from './cause.ts';
import { causeOf } from './causeOf.ts';
import { diagnose, type Finding, findingsWith, nextFinding } from './diagnosis.ts';
import { addFailure, rebaseTrouble, type Trouble } from './trouble.ts';

/** Whether the portal's backups can be seen. Times are epoch milliseconds. */
export type Access = {
  /** The last usable answer about a backup. */
  answeredAt: number | null;
  trouble: Trouble | null;
  /** When the portal last showed another certificate than the trusted one. */
  changedAt: number | null;
};

/** For a day DocSpace reports a crashed restore as going on: after so many reports the backups are asked for in between. */
const mostAsked = 12;

export const newAccess: Access = { answeredAt: null, trouble: null, changedAt: null };

/** Takes in a usable answer about a backup: whatever was in the way is over. */
export function answered({ changedAt }: Access, now: number): Access {
  return { answeredAt: now, trouble: null, changedAt };
}

/** Takes in that there was no usable answer about a backup. */
export function unanswered(access: Access, failure: Failure, now: number): Access {
  const changedAt = causeOf(failure) === 'changed' ? now : access.changedAt;
  return { ...access, trouble: addFailure(access.trouble, failure, foundCause(access), now), changedAt };
}

/** Whether a certificate that changes goes back and forth: what was told of that is not over with the next good answer. */
export function isCertificateUnsteady({ changedAt }: Access, now: number): boolean {
  return changedAt !== null && now - changedAt < day;
}

/** After a time without polls, or a jump of the clock. */
export function rebaseAccess(access: Access, now: number): Access {
  const changedAt = access.changedAt === null ? null : Math.min(access.changedAt, now);
  return { ...access, changedAt, trouble: access.trouble && rebaseTrouble(access.trouble, now) };
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
  return foundCause(access) === 'restoring';
}

/**
 * How the restore that was followed has ended, as this reply tells it, and since when it was met; null for any other.
 * What ended before it was seen to go on is an older one: the portal tells of that for a day.
 */
export function restoreEndingOf(
  { trouble }: Access,
  { got }: Extract<Reply, { ask: 'restore' }>,
): (RestoreEnding & { since: number }) | null {
  if (trouble === null || trouble.restore.percent === null) return null;
  const ended = got.ok && got.value !== null && 'ended' in got.value ? got.value : null;
  return ended && { ...ended, since: trouble.since };
}

/** Takes in something found out. */
export function found(access: Access, reply: Finding | Extract<Reply, { ask: 'restore' }>): Access {
  const { trouble } = access;
  if (trouble === null || trouble.findings === null) return access;
  if (reply.ask === 'restore') {
    const progress = reply.got.ok ? reply.got.value : null;
    const going = progress !== null && 'percent' in progress ? progress : null;
    const percent = going?.percent ?? trouble.restore.percent;
    const asked = trouble.restore.asked + 1;
    const over = going === null || asked >= mostAsked;
    return { ...access, trouble: { ...trouble, restore: { percent, asked, over } } };
  }
  return { ...access, trouble: { ...trouble, findings: findingsWith(trouble.findings, reply) } };
}

/** What lies behind the trouble, as far as it was found out; null before that, and where its failure says it all. */
export function foundCause({ trouble }: Access): Cause | null {
  if (trouble === null) return null;
  const { failure, findings, foundBefore } = trouble;
  const known = findings !== null && nextFinding(failure, findings) === null;
  return known ? diagnose(failure, findings) : foundBefore;
}
