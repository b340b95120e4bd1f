import { never } from '../../core/base/result.ts';
import type { Standing } from '../../core/status/statusOf.ts';
import { about } from '../about.ts';
import { accessWord } from './cause.ts';
import { isOfServer } from './name.ts';
import type { Words } from '../i18n/words.ts';

/** The state of a portal, in the words of its row: "Backing up". */
export function stateWord(standing: Standing, words: Words): string {
  const state = plainState(standing, words);
  return isOfServer(standing) ? words.say('state.ofServer', { state }) : state;
}

function plainState(standing: Standing, words: Words): string {
  const { say, percent } = words;
  switch (standing.is) {
    case 'stuck':
      return standing.stage === 'waiting'
        ? say('state.stuckWaiting')
        : say('state.stuck', { percent: percent(standing.percent) });
    case 'ended':
      return say(`state.${standing.ending.outcome}`);
    case 'gone':
      return say('state.unknown');
    case 'keyRefused':
    case 'forbidden':
    case 'unpaid':
    case 'certificate':
    case 'proxy':
    case 'askedToWait':
    case 'silent':
      return say(`state.${accessWord(standing)}`);
    case 'firstLook':
    case 'idle':
    case 'waiting':
    case 'running':
    case 'uploading':
    case 'keyringClosed':
    case 'keyMissing':
    case 'ending':
    case 'restoring':
      return say(`state.${standing.is}`);
    default:
      return never(standing);
  }
}

/** The time fact opposite the state: "about 6 min left", "today, 16:02", "since 09:12". */
export function timeFact(standing: Standing, words: Words, now: number): string | null {
  const { say, percent, span, when, whenShort, seen } = words;
  switch (standing.is) {
    case 'running':
      return standing.left === null ? null : say('time.left', { span: about(standing.left, words) });
    case 'waiting':
    case 'uploading':
      return now - standing.since < 1000
        ? say('time.justBegun')
        : say('time.soFar', { span: span(now - standing.since) });
    case 'stuck':
      return say('time.noChange', { span: span(now - standing.since) });
    case 'ended': {
      const { outcome, endedAt, timed } = standing.ending;
      const at = when(endedAt, now);
      if (outcome === 'failed' || outcome === 'cancelled') {
        return say('time.atPercent', { percent: percent(standing.ending.percent), when: at });
      }
      return timed ? at : seen(endedAt, now);
    }
    case 'gone':
      return seen(standing.since, now);
    case 'keyRefused':
    case 'forbidden':
    case 'unpaid':
    case 'certificate':
    case 'proxy':
    case 'silent':
      return say('time.since', { when: whenShort(standing.since, now) });
    case 'askedToWait':
      return standing.until === null ? null : say('time.until', { when: whenShort(standing.until, now) });
    case 'restoring':
      return standing.percent === null
        ? say('time.since', { when: whenShort(standing.since, now) })
        : percent(standing.percent);
    case 'firstLook':
    case 'idle':
    case 'ending':
    case 'keyringClosed':
    case 'keyMissing':
      return null;
    default:
      return never(standing);
  }
}
