import type { Clock } from '../../src/main/clock.ts';
import { start } from './given.ts';

type Timer = { at: number; wake: () => void };

/** The engine's clock, moved by the test alone. */
export type ManualClock = Clock & {
  /** Lets time pass, and wakes who waits for it, in order. */
  pass: (length: number) => void;
  /** Sets the wall clock; no time passes. */
  set: (wall: number) => void;
  /** Lets the machine sleep: only the wall clock goes on. */
  sleep: (length: number) => void;
  /** How long each timer still waits. */
  waits: () => number[];
};

export function manualClock(): ManualClock {
  let wall = start;
  let steady = 0;
  let timers: Timer[] = [];

  const forward = (length: number): void => {
    wall += length;
    steady += length;
  };
  const nextBefore = (end: number): Timer | undefined =>
    timers.filter(({ at }) => at <= end).toSorted((one, other) => one.at - other.at)[0];

  return {
    wall: () => wall,
    steady: () => steady,
    after: (delay, wake) => {
      const timer = { at: steady + delay, wake };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    },
    pass: (length) => {
      const end = steady + length;
      for (let timer = nextBefore(end); timer !== undefined; timer = nextBefore(end)) {
        const due = timer;
        timers = timers.filter((other) => other !== due);
        forward(Math.max(0, due.at - steady));
        due.wake();
      }
      forward(end - steady);
    },
    set: (moment) => {
      wall = moment;
    },
    sleep: (length) => {
      wall += length;
    },
    waits: () => timers.map(({ at }) => at - steady),
  };
}
