import type { Ending } from './ending.ts';
import type { Failure } from '../failure.ts';

/**
 * An ending of which only the history knows enough:
 * - `gone`: the job vanished or was replaced between two looks. Did it make an archive?
 * - `failed`: it reported an error. Is its archive there all the same?
 * - `late`: it finished while nobody looked. When, and until when does its link work?
 * - `told`: it finished before our eyes and has been told; only its archive's name and expiry are wanted.
 */
export type Doubt = {
  why: 'gone' | 'failed' | 'late' | 'told';
  /** For `gone`: what is told if the history does not know the task. */
  ending: Ending;
  /** A `gone` job has to be missing from a second look before it counts as gone. */
  confirmed: boolean;
  /** How often the history was asked in vain, and when to ask next. */
  tries: number;
  askAt: number;
};

const mostTries = 3;
const longestDoubt = 24 * 60 * 60_000;

/** A doubt that waits for its first answer. */
export function doubtOf(why: Doubt['why'], ending: Ending, now: number): Doubt {
  return { why, ending, confirmed: why !== 'gone', tries: 0, askAt: now };
}

/** Asked again ever later, so that a history which does not answer never crowds out the looks. */
function postpone(doubt: Doubt, now: number): Doubt {
  return { ...doubt, askAt: now + Math.min(5 * 60_000, 10_000 * 2 ** doubt.tries) };
}

/** The doubt after the history could not be read; null when it is settled by that. */
export function missDoubt(doubt: Doubt, failure: Failure, now: number): Doubt | null {
  // The plan does not include the history: asking again would change nothing.
  if (failure.kind === 'unpaid') return null;
  // What became of a vanished job is asked for a day, as long as it is silence that keeps the answer back.
  const counts = doubt.why !== 'gone' || isRefusal(failure);
  const tries = counts ? doubt.tries + 1 : doubt.tries;
  const spent = tries >= mostTries || now - doubt.ending.endedAt > longestDoubt;
  return spent ? null : postpone({ ...doubt, tries }, now);
}

function isRefusal(failure: Failure): boolean {
  return failure.kind === 'forbidden' || failure.kind === 'notThere' || failure.kind === 'unreadable';
}
