/** Time, as the engine sees it. The wall clock can be set and jumps over sleep; the steady one does neither. */
export type Clock = {
  /** Epoch milliseconds. */
  wall: () => number;
  /** Milliseconds that only ever go forward, and do not count while the machine sleeps. */
  steady: () => number;
  /** Calls back once, after that many milliseconds; the returned function calls it off. */
  after: (delay: number, wake: () => void) => () => void;
};

export const systemClock: Clock = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  after: (delay, wake) => {
    const timer = setTimeout(wake, delay);
    return () => clearTimeout(timer);
  },
};
