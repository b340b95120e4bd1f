import type { ForbiddenCause } from '../core/forbidden.ts';
import { never } from '../core/result.ts';
import type { Standing } from '../core/standing.ts';
import type { Words } from './words.ts';
import type { Messages } from './words/messages.ts';

/** Why it is so, and what to do about it. */
export type Reason = { reason: string; next: string | null };

/** What the row says under the state; null where the state says it all. */
export function reasonOf(standing: Standing, words: Words, now: number): Reason | null {
  const { say } = words;
  switch (standing.is) {
    case 'ended':
      return endingReason(standing, words);
    case 'gone':
      return { reason: say('why.gone'), next: null };
    case 'stuck':
      return standing.stage === 'waiting'
        ? { reason: say('why.stuckWaiting'), next: say('next.stuck') }
        : { reason: say('why.stuck', { span: words.span(now - standing.since) }), next: say('next.stuck') };
    case 'keyRefused':
      return {
        reason: say(standing.restored ? 'why.keyRestored' : 'why.keyRefused'),
        next: say('next.newKey'),
      };
    case 'keyMissing':
      return { reason: say('why.keyMissing'), next: say('next.changeKey') };
    case 'keyringClosed':
      return { reason: say('why.keyringClosed'), next: say('next.keyringClosed') };
    case 'forbidden':
      return refusals(words)[standing.cause];
    case 'unpaid':
      return { reason: say('why.unpaid'), next: say('next.unpaid') };
    case 'certificate':
      return { reason: say(certificates[standing.problem]), next: say('next.certificate') };
    case 'askedToWait':
      return { reason: say('why.askedToWait'), next: null };
    case 'silent':
      return silenceReason(standing, words, now);
    case 'firstLook':
    case 'idle':
    case 'waiting':
    case 'running':
    case 'uploading':
      return null;
    default:
      return never(standing);
  }
}

type Ended = Extract<Standing, { is: 'ended' }>;

function endingReason({ ending, offer }: Ended, { say }: Words): Reason | null {
  switch (ending.outcome) {
    case 'finished':
      if (ending.linkUntil === null) return { reason: say('why.noLink'), next: null };
      return offer?.download.foreignHost
        ? { reason: say('why.elsewhereHost', { host: offer.download.foreignHost }), next: null }
        : null;
    case 'gaps':
      return { reason: say('why.gaps'), next: say('next.gaps') };
    case 'problem':
      return { reason: ending.error || say('why.problem'), next: say('next.problem') };
    case 'failed':
      return { reason: ending.error || say('why.failed.noReason'), next: say('next.failed') };
    case 'unknown':
      return { reason: say('why.unknown'), next: say('next.unknown') };
    case 'cancelled':
      return null;
    default:
      return never(ending.outcome);
  }
}

const certificates: Record<Extract<Standing, { is: 'certificate' }>['problem'], PlainMessage> = {
  untrusted: 'why.certificate.untrusted',
  selfSigned: 'why.certificate.untrusted',
  expired: 'why.certificate.expired',
  notYetValid: 'why.certificate.notYetValid',
  wrongHost: 'why.certificate.wrongHost',
  revoked: 'why.certificate.revoked',
};

type PlainMessage = { [Name in keyof Messages]: Messages[Name] extends null ? Name : never }[keyof Messages];

function refusals({ say }: Words): Record<ForbiddenCause, Reason> {
  return {
    restoring: { reason: say('why.restoring'), next: say('next.restoring') },
    busy: { reason: say('why.busy'), next: null },
    suspended: { reason: say('why.suspended'), next: say('next.suspended') },
    keyLimited: { reason: say('why.keyLimited'), next: say('next.noRight') },
    notAdministrator: { reason: say('why.notAdministrator'), next: say('next.noRight') },
    wholeServer: { reason: say('why.noRight'), next: say('next.noRight') },
    addressBlocked: { reason: say('why.addressBlocked'), next: say('next.addressBlocked') },
    unknown: { reason: say('why.noRight'), next: say('next.noRight') },
  };
}

function silenceReason(
  { failure, nextAt }: Extract<Standing, { is: 'silent' }>,
  words: Words,
  now: number,
): Reason {
  const span = words.span(Math.max(1000, nextAt - now));
  if (nextAt === Infinity) return { reason: words.say('why.silentNow'), next: null };
  if (failure.kind === 'serviceDown') return { reason: words.say('why.serviceDown', { span }), next: null };
  if (failure.kind === 'notDocSpace') {
    return { reason: words.say('why.notDocSpace', { span }), next: words.say('next.notDocSpace') };
  }
  return { reason: words.say('why.silent', { span }), next: null };
}
