/** What time it is, in epoch milliseconds. */
export type Clock = { now: () => number };

/** A clock that stands still until a test moves it. */
export type ManualClock = Clock & {
  advance: (milliseconds: number) => void;
  set: (time: number) => void;
};

export const realClock: Clock = { now: () => Date.now() };

export const second = 1000;
export const minute = 60 * second;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Makes a clock for tests; it starts at a fixed moment, so that dates in answers can be written down. */
export function manualClock(start = Date.parse('2026-11-20T03:04:11Z')): ManualClock {
  let time = start;
  return {
    now: () => time,
    advance(milliseconds) {
      time += milliseconds;
    },
    set(moment) {
      time = moment;
    },
  };
}
