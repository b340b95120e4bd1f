import { causeWord } from './cause.ts';
import { assertNever } from '../../core/base/result.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import type { Words } from '../i18n/i18n.ts';
import { timeLeftPhrase } from '../timeLeft.ts';

/** The time fact opposite the state: "about 6 min left", "today, 16:02", "since 09:12". */
export function timeFact(status: PortalStatus, words: Words, now: number): string | null {
  const { say, percent, span, when, whenShort, seen } = words;
  switch (status.is) {
    case 'running':
      return status.left === null ? null : timeLeftPhrase(status.left, words);
    case 'uploading':
      return status.left === null ? soFar(status.since, words, now) : timeLeftPhrase(status.left, words);
    case 'waiting':
      return soFar(status.since, words, now);
    case 'stuck':
      return say('time.noChange', { span: span(now - status.since) });
    case 'ended': {
      const { outcome, endedAt, timed } = status.ending;
      const at = when(endedAt, now);
      if (outcome === 'failed' || outcome === 'cancelled') {
        return say('time.atPercent', { percent: percent(status.ending.percent), when: at });
      }
      return timed ? at : seen(endedAt, now);
    }
    case 'gone':
      return seen(status.since, now);
    case 'noAccess':
      if (causeWord(status.cause) !== 'askedToWait')
        return say('time.since', { when: whenShort(status.since, now) });
      return status.nextAt === null ? null : say('time.until', { when: whenShort(status.nextAt, now) });
    case 'restoring':
      return status.percent === null
        ? say('time.since', { when: whenShort(status.since, now) })
        : percent(status.percent);
    case 'idle':
      return status.nextAt === null ? null : say('time.next', { when: when(status.nextAt, now) });
    case 'overdue':
      // In which time zone the hour of a whole server's schedule counts is not known.
      return status.scope === 'server' ? null : say('time.due', { when: when(status.dueAt, now) });
    case 'scheduleGone':
      return say('time.since', { when: whenShort(status.since, now) });
    case 'firstCheck':
    case 'outdated':
    case 'settling':
    case 'keyringClosed':
    case 'keyMissing':
      return null;
    default:
      return assertNever(status);
  }
}

function soFar(since: number, { say, span }: Words, now: number): string {
  return now - since < 1000 ? say('time.justBegun') : say('time.soFar', { span: span(now - since) });
}
