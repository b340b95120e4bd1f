import { plateau } from '../../core/backup/outcome.ts';
import { never } from '../../core/base/result.ts';
import type { Standing } from '../../core/status/statusOf.ts';
import { about } from '../about.ts';
import { accessWord } from './cause.ts';
import type { Words } from '../i18n/words.ts';

/** A standing as the second half of a line: "backing up 42 %, about 6 min left". */
export function inlineOf(standing: Standing, words: Words): string {
  const state = inlineState(standing, words);
  return standing.is === 'running' && standing.left !== null
    ? words.say('label.progressText', {
        state,
        time: words.say('time.left', { span: about(standing.left, words) }),
      })
    : state;
}

/** Only the state: "backing up 42 %". */
export function inlineState(standing: Standing, words: Words): string {
  const { say, percent } = words;
  switch (standing.is) {
    case 'running':
      return say('inline.running', { percent: percent(standing.percent) });
    case 'uploading':
      return say('inline.uploading', { percent: percent(plateau) });
    case 'stuck':
      if (standing.stage === 'waiting') return say('inline.stuckWaiting');
      return say('inline.stuck', { percent: percent(standing.percent) });
    case 'ended':
      return say(`inline.${standing.ending.outcome}`);
    case 'gone':
      return say('inline.unknown');
    case 'restoring':
      return standing.percent === null
        ? say('inline.restoring')
        : say('inline.restoringAt', { percent: percent(standing.percent) });
    case 'keyRefused':
    case 'forbidden':
    case 'unpaid':
    case 'certificate':
    case 'proxy':
    case 'askedToWait':
    case 'silent':
      return say(`inline.${accessWord(standing)}`);
    case 'firstLook':
    case 'idle':
    case 'waiting':
    case 'keyringClosed':
    case 'keyMissing':
    case 'ending':
      return say(`inline.${standing.is}`);
    default:
      return never(standing);
  }
}
