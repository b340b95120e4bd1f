import type { Failure } from '../net/failure.ts';
import { neverLeftMachine } from '../net/errorCodes.ts';
import { causes, type OwnCause } from '../access/cause.ts';
import type { Chance } from '../base/random.ts';
import { second } from '../base/time.ts';
import type { Polling } from '../settings.ts';

// Every number of ours that says when a portal is asked. Milliseconds.

/** A running backup is followed closely while the window is in the foreground, and gently while it is not. */
const running = { viewed: 2.5 * second, alone: 5 * second };
const idle = { viewed: 10 * second, alone: 60 * second };
/** What somebody may choose instead: no shorter than while a backup runs, no longer than while none does. */
const fixed = { halfMinute: 30 * second, minute: 60 * second };
/** How old an answer may be when somebody opens the window. */
export const freshFor = idle.viewed;
/** Nothing reaches the portal then, so that nothing is to be spared: watching goes on as soon as it can. */
const withoutNetwork = 5 * second;
/** Nothing is ever asked more often than this. */
export const shortestPause = 2 * second;
/** Questions that belong together (why was this forbidden? is the archive there?) follow each other at this pace. */
const followUp = shortestPause;
const jitter = 0.2;

/** What the pause before the next poll depends on. */
export type Pace = {
  /** A backup is going on, or one has just gone and has to be confirmed. */
  running: boolean;
  /** The window is in the foreground. */
  viewed: boolean;
  polling: Polling;
  /** Another question belongs to the last answer: why it was refused, what the history knows, the other scope. */
  unfinished: boolean;
  /** The portal is being restored, and tells how far that is. */
  restoring: boolean;
  trouble: { failure: Failure; cause: OwnCause; count: number } | null;
};

/** How long to wait after an answer until the next poll, in milliseconds. */
export function pauseAfter(pace: Pace, chance: Chance): number {
  if (pace.unfinished) return followUp;
  if (pace.restoring) return spread(causes.restoring.askEvery.first, chance);
  if (pace.trouble !== null) return pauseAfterFailure(pace.trouble, chance);
  return spread(intervalOf(pace), chance);
}

function intervalOf({ running: isRunning, viewed, polling }: Pace): number {
  if (polling !== 'automatic') return fixed[polling];
  const interval = isRunning ? running : idle;
  return viewed ? interval.viewed : interval.alone;
}

/** ±20 %, so that many portals and many installations do not ask in step. */
function spread(interval: number, chance: Chance): number {
  return Math.max(shortestPause, interval * (1 - jitter + 2 * jitter * chance()));
}

/** As the table of causes has it. */
function pauseAfterFailure({ failure, cause, count }: NonNullable<Pace['trouble']>, chance: Chance): number {
  if (neverLeftMachine(failure)) return spread(withoutNetwork, chance);
  const { first, most, share } = causes[cause].askEvery;
  const [least, whole] = share;
  return Math.max(
    shortestPause,
    Math.min(most, first * 2 ** (count - 1)) * (least + (whole - least) * chance()),
  );
}

/**
 * After waking, coming online or resuming, each portal is asked once within seconds, not all in one burst. On a clock
 * that was set nobody knows when it was asked last: not before the shortest pause.
 */
export function pauseAfterWaking(chance: Chance): number {
  return shortestPause + 2 * second * chance();
}

/** A portal is asked within this after the start of the application. */
export function pauseAfterStart(chance: Chance): number {
  return second * chance();
}
