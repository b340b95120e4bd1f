import { plateau } from '../../core/backup/outcome.ts';
import { assertNever } from '../../core/base/result.ts';
import type { PortalStatus } from '../../core/status/status.ts';
import { causeWord } from './cause.ts';
import { isOfServer } from './name.ts';
import type { Words } from '../i18n/i18n.ts';
import { timeLeftPhrase } from '../timeLeft.ts';

/** Where a state is said: as the first word of a row, "Backing up", or within a line, "backing up 42 %". */
type Manner = 'state' | 'inline';

/** The state of a portal in the words of its row; of the whole server's backup it says so. */
export function rowPhrase(status: PortalStatus, words: Words): string {
  const state = statusPhrase(status, 'state', words);
  return isOfServer(status) ? words.say('state.ofServer', { state }) : state;
}

/** The state as the second half of a line, with its time: "backing up 42 %, about 6 min left". */
export function linePhrase(status: PortalStatus, words: Words, now: number): string {
  const state = statusPhrase(status, 'inline', words);
  if (status.is === 'idle' && status.nextAt !== null) {
    return words.say('inline.idleNext', { when: words.when(status.nextAt, now) });
  }
  if (!('left' in status) || status.left === null) return state;
  const time = timeLeftPhrase(status.left, words);
  return words.say('label.progressText', { state, time });
}

/** The words for a status. Within a line nothing stands beside them, so that they bring their figure along. */
export function statusPhrase(status: PortalStatus, manner: Manner, { say, percent }: Words): string {
  switch (status.is) {
    case 'running':
      if (manner === 'state') return say('state.running');
      return say('inline.running', { percent: percent(status.percent) });
    case 'uploading':
      if (manner === 'state') return say('state.uploading');
      return say('inline.uploading', { percent: percent(plateau) });
    case 'restoring':
      if (manner === 'state' || status.percent === null) return say(`${manner}.restoring`);
      return say('inline.restoringAt', { percent: percent(status.percent) });
    case 'stuck':
      if (status.stage === 'waiting') return say(`${manner}.stuckWaiting`);
      return say(`${manner}.stuck`, { percent: percent(status.percent) });
    case 'ended':
      return say(`${manner}.${status.ending.outcome}`);
    case 'gone':
      return say(`${manner}.unknown`);
    case 'noAccess':
      return say(`${manner}.${causeWord(status.cause)}`);
    case 'firstCheck':
    case 'idle':
    case 'overdue':
    case 'outdated':
    case 'scheduleGone':
    case 'waiting':
    case 'keyringClosed':
    case 'keyMissing':
    case 'settling':
      return say(`${manner}.${status.is}`);
    default:
      return assertNever(status);
  }
}
