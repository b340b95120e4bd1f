import { plateau } from '../../core/backup/outcome.ts';
import { assertNever } from '../../core/base/result.ts';
import type { PortalStatus } from '../../core/status/statusOf.ts';
import { about } from '../about.ts';
import { accessWord } from './cause.ts';
import type { Words } from '../i18n/words.ts';

/** A standing as the second half of a line: "backing up 42 %, about 6 min left". */
export function inlineOf(status: PortalStatus, words: Words): string {
  const state = inlineState(status, words);
  return status.is === 'running' && status.left !== null
    ? words.say('label.progressText', {
        state,
        time: words.say('time.left', { span: about(status.left, words) }),
      })
    : state;
}

/** Only the state: "backing up 42 %". */
export function inlineState(status: PortalStatus, words: Words): string {
  const { say, percent } = words;
  switch (status.is) {
    case 'running':
      return say('inline.running', { percent: percent(status.percent) });
    case 'uploading':
      return say('inline.uploading', { percent: percent(plateau) });
    case 'stuck':
      if (status.stage === 'waiting') return say('inline.stuckWaiting');
      return say('inline.stuck', { percent: percent(status.percent) });
    case 'ended':
      return say(`inline.${status.ending.outcome}`);
    case 'gone':
      return say('inline.unknown');
    case 'restoring':
      return status.percent === null
        ? say('inline.restoring')
        : say('inline.restoringAt', { percent: percent(status.percent) });
    case 'keyRefused':
    case 'forbidden':
    case 'unpaid':
    case 'certificate':
    case 'proxy':
    case 'askedToWait':
    case 'silent':
      return say(`inline.${accessWord(status)}`);
    case 'firstCheck':
    case 'idle':
    case 'waiting':
    case 'keyringClosed':
    case 'keyMissing':
    case 'ending':
      return say(`inline.${status.is}`);
    default:
      return assertNever(status);
  }
}
