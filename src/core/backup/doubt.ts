import { type Ending, hasArchive } from './ending.ts';
import type { Failure } from '../net/failure.ts';
import { second, minute, day } from '../base/time.ts';

/**
 * An ending of which only the history knows enough:
 * - `gone`: the job vanished or was replaced between two polls. Did it make an archive?
 * - `failed`: it reported an error. Is its archive there all the same?
 * - `late`: it finished while nobody looked. When, and until when does its link work?
 * - `told`: it was seen to finish and has been told; only its archive's name and expiry are wanted.
 */
export type Doubt = {
  why: 'gone' | 'failed' | 'late' | 'told';
  /** For `gone`: what is told if the history does not know the task. */
  ending: Ending;
  /**
   * The history may be asked: a poll has come since the job was missed, since the start of the application, and since
   * the history was last asked in vain. So a history that does not answer never keeps the next poll from coming.
   */
  confirmed: boolean;
  /** A list of the history lacked it. Archives on a storage that is away are left out of the list for that time. */
  unlisted: boolean;
  /** How often the history was asked in vain, how often it refused, and when to ask next. */
  tries: number;
  refusals: number;
  askAt: number;
};

const mostTries = 3;
const longestDoubt = day;
const longestPause = 5 * minute;

/** A doubt that waits for its first answer. */
export function doubtOf(why: Doubt['why'], ending: Ending, confirmed: boolean, now: number): Doubt {
  return { why, ending, confirmed, unlisted: false, tries: 0, refusals: 0, askAt: now };
}

/** The doubt after the history could not be read, to be asked again ever later; null when it is settled by that. */
export function missDoubt(doubt: Doubt, failure: Failure, now: number): Doubt | null {
  // The plan does not include the history: asking again would change nothing.
  if (failure.kind === 'unpaid') return null;
  const tries = doubt.tries + 1;
  const refusals = doubt.refusals + (isRefusal(failure) ? 1 : 0);
  // What became of a vanished job is asked for a day, as long as it is silence that keeps the answer back.
  const spent = (doubt.why === 'gone' ? refusals : tries) >= mostTries;
  // After a night asleep a day can be over before the history was asked often enough.
  if (spent || (tries >= mostTries && now - doubt.ending.endedAt > longestDoubt)) return null;
  const askAt = now + Math.min(longestPause, 10 * second * 2 ** doubt.tries);
  return { ...doubt, confirmed: false, tries, refusals, askAt };
}

/**
 * The doubt after a list that lacked its archive, to be asked again once, where nothing waits for the answer; null
 * elsewhere.
 */
export function doubtList(doubt: Doubt, now: number): Doubt | null {
  if (doubt.why !== 'told' || doubt.unlisted || !hasArchive(doubt.ending.outcome)) return null;
  return { ...doubt, confirmed: false, unlisted: true, askAt: now + 10 * second };
}

function isRefusal(failure: Failure): boolean {
  return failure.kind === 'forbidden' || failure.kind === 'notThere' || failure.kind === 'unreadable';
}

/** After a jump of the clock nobody knows when it was to be asked: the next poll decides. */
export function rebaseDoubt(doubt: Doubt, now: number): Doubt {
  return { ...doubt, askAt: now };
}
