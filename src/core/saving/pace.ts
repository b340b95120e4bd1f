import { second } from '../base/time.ts';
import type { SaveProgress } from './order.ts';

/** How far a save has come, and how fast it was lately: what speed and time left are made from. */
export type SavePace = {
  latest: SaveProgress;
  /** Lately, oldest first. Epoch milliseconds. */
  points: Array<{ at: number; done: number }>;
};

/** What came longer ago says nothing of how fast it is now. */
const lately = 15 * second;
/** From less than this nothing can be told. */
const shortest = 2 * second;

/** The pace after more has come; null before the first time. */
export function paceAfter(pace: SavePace | null, latest: SaveProgress, now: number): SavePace {
  const goesOn = pace !== null && pace.latest.stage === latest.stage && pace.latest.done <= latest.done;
  const before = goesOn ? pace.points.filter(({ at }) => at <= now && now - at <= lately) : [];
  return { latest, points: [...before, { at: now, done: latest.done }] };
}

/** In bytes a second; null where that is not known yet. */
export function speedOf({ points }: SavePace): number | null {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined || last.at - first.at < shortest) return null;
  return (last.done - first.done) / ((last.at - first.at) / second);
}

/** How long it still takes, in milliseconds; null where nobody knows. */
export function saveTimeLeft(pace: SavePace): number | null {
  const speed = speedOf(pace);
  const { done, size } = pace.latest;
  if (speed === null || speed <= 0 || size === null) return null;
  return (Math.max(0, size - done) / speed) * second;
}

/** In whole percent; null where the server does not say how long it is. */
export function savePercent({ latest: { done, size } }: SavePace): number | null {
  if (size === null || size <= 0) return null;
  return Math.min(100, Math.floor((done / size) * 100));
}
