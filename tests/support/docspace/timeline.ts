import type { Clock as EngineClock } from '../../../src/main/clock.ts';
import type { ManualClock } from '../clock.ts';

type Timer = { at: number; wake: () => void };

/** The engine's clock on a portal's manual clock: time passes only when a test lets it, timer by timer. */
export type Timeline = EngineClock & {
  /** The next timer, if it is due by then: time moves to it and it is woken. */
  wakeNext: (until: number) => boolean;
  /** Sets the wall clock without any time passing, as its owner can. */
  setWall: (by: number) => void;
};

export function createTimeline(clock: ManualClock): Timeline {
  const timers = new Set<Timer>();
  let shifted = 0;
  const steady = (): number => clock.now() - shifted;

  return {
    wall: clock.now,
    steady,
    after: (delay, wake) => {
      const timer = { at: steady() + delay, wake };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    wakeNext: (until) => {
      const [next] = [...timers].sort((one, other) => one.at - other.at);
      if (next === undefined || next.at > until - shifted) {
        clock.set(Math.max(clock.now(), until));
        return false;
      }
      timers.delete(next);
      clock.set(next.at + shifted);
      next.wake();
      return true;
    },
    setWall: (by) => {
      shifted += by;
      clock.advance(by);
    },
  };
}
