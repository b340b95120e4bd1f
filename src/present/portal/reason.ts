import type { Ending } from '../../core/backup/ending.ts';
import type { Outcome } from '../../core/backup/outcome.ts';
import type { Standstill } from '../../core/foresight/standstill.ts';
import { assertNever } from '../../core/base/result.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import { isOutage } from '../../core/access/cause.ts';
import { approximateSpan } from '../approximateSpan.ts';
import { causeWord, explain, type Reason } from './cause.ts';
import type { Words } from '../i18n/i18n.ts';

/** What the row says under the state; null where the state says it all. */
export function reasonOf(status: PortalStatus, words: Words, now: number): Reason | null {
  const { say } = words;
  switch (status.is) {
    case 'ended':
      return endedReason(status, words);
    case 'gone':
      return { reason: say('why.gone'), next: null };
    case 'stuck':
      return stuckReason(status, words, now);
    case 'overdue':
      return { reason: overdueReason(status.lastFinishedAt, words, now), next: say('next.overdue') };
    case 'outdated':
      return { reason: overdueReason(status.lastFinishedAt, words, now), next: say('next.outdated') };
    case 'scheduleGone':
      return { reason: say('why.scheduleGone'), next: say('next.scheduleGone') };
    case 'keyMissing':
      return status.never
        ? { reason: say('why.keyMissing.never'), next: say('next.firstKey') }
        : { reason: say('why.keyMissing'), next: say('next.changeKey') };
    case 'keyringClosed':
      return { reason: say('why.keyringClosed'), next: say('next.keyringClosed') };
    case 'settling':
      return { reason: say('why.settling'), next: null };
    case 'restoring':
      return { reason: say('why.restoring'), next: say('next.restoring') };
    case 'noAccess':
      return accessReason(status, words, now);
    case 'firstCheck':
    case 'idle':
    case 'waiting':
    case 'running':
    case 'uploading':
      return null;
    default:
      return assertNever(status);
  }
}

/** Since when no backup has finished, which is what counts. */
export function overdueReason(lastFinishedAt: number | null, words: Words, now: number): string {
  if (lastFinishedAt === null) return words.say('why.overdue.none');
  return words.say('why.overdue', { when: words.when(lastFinishedAt, now) });
}

/** Why a backup may stand still, and how unusual that is for this portal. */
export function stuckReason(
  { stage, since, before }: Standstill,
  words: Words,
  now: number,
): { reason: string; next: string } {
  const { say } = words;
  const span = words.span(now - since);
  if (stage === 'waiting') return { reason: say('why.stuckWaiting'), next: say('next.stuckWaiting') };
  const [why, next] =
    stage === 'uploading'
      ? (['why.stuckUploading', 'next.stuckUploading'] as const)
      : (['why.stuck', 'next.stuck'] as const);
  if (before === 0) return { reason: say(why, { span }), next: say(next) };
  return { reason: say(`${why}Unlike`, { span, before: approximateSpan(before, words) }), next: say(next) };
}

/** Why an ending is none that one wished for; null where it is, or was stopped by somebody. */
export function endingReason(
  outcome: Outcome,
  { error, unlisted }: Pick<Ending, 'error' | 'unlisted'>,
  { say }: Words,
): { reason: string; next: string } | null {
  switch (outcome) {
    case 'finished':
      return unlisted ? { reason: say('why.unlisted'), next: say('next.unknown') } : null;
    case 'gaps':
      return { reason: say('why.gaps'), next: say('next.gaps') };
    case 'problem':
      return { reason: error || say('why.problem'), next: say('next.problem') };
    case 'failed':
      return { reason: error || say('why.failed.noReason'), next: say('next.failed') };
    case 'unknown':
      return { reason: say('why.unknown'), next: say('next.unknown') };
    case 'cancelled':
      return null;
    default:
      return assertNever(outcome);
  }
}

/** Of a good ending it says where the archive is, if that is not here. */
function endedReason({ ending, offer }: Extract<PortalStatus, { is: 'ended' }>, words: Words): Reason | null {
  const reason = endingReason(ending.outcome, ending, words);
  if (reason !== null || ending.outcome !== 'finished') return reason;
  if (ending.linkUntil === null) return { reason: words.say('why.noLink'), next: null };
  const host = offer?.download.foreignHost ?? null;
  return host === null ? null : { reason: words.say('why.elsewhereHost', { host }), next: null };
}

/** An outage may pass by itself: until then it counts down to the next look. */
function accessReason(
  { cause, host, nextAt }: Extract<PortalStatus, { is: 'noAccess' }>,
  words: Words,
  now: number,
): Reason {
  const { say, span } = words;
  const { reason: why, next: step } = explain(cause, words);
  const reason = host === null ? why : say('why.redirectedTo', { host });
  if (step === null || !isOutage(cause) || causeWord(cause) === 'askedToWait') return { reason, next: step };
  const next =
    nextAt === null
      ? say('next.tryingNow', { step })
      : say('next.trying', { step, span: span(Math.max(1000, nextAt - now)) });
  return { reason, next };
}
