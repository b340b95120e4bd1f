import type { Clock } from '../../../src/main/clock.ts';
import { type Happening, pop, push, top } from './queue.ts';

/** When every test begins that says nothing else: fixed, so that dates in answers can be written down. */
export const start = Date.parse('2026-11-20T03:04:11Z');

/**
 * The time of a simulated world, which passes by a test's hand alone. True time passes for everybody; the machine's wall
 * clock can be set wrong, and its steady clock stands still while it sleeps. It passes in whole milliseconds, as Node's
 * clocks and timers count it: with fractions, a timer could ask for less than a sum of clocks can hold and find, when it
 * fires, that it is not yet due.
 */
export class SimulatedClock implements Clock {
  asleep = false;
  #now: number;
  #wallShift = 0;
  #slept = 0;
  #fellAsleepAt = 0;
  #order = 0;
  #queue: Happening[] = [];
  #timers: Happening[] = [];
  #atWaking: Array<() => void> = [];

  constructor(now = start) {
    this.#now = now;
  }

  // The parts of a clock are handed on one by one, so they know whose they are.

  /** True time, in epoch milliseconds. */
  readonly now = (): number => this.#now;

  readonly wall = (): number => this.#now + this.#wallShift;

  readonly steady = (): number => (this.asleep ? this.#fellAsleepAt : this.#now) - this.#slept;

  readonly after = (delay: number, wake: () => void): (() => void) => {
    const at = this.steady() + Math.max(0, Math.ceil(delay));
    const entry = { at, order: (this.#order += 1), happen: wake, isOff: false };
    push(this.#timers, entry);
    return () => (entry.isOff = true);
  };

  /** How long each timer still waits, the next one first. */
  waits(): number[] {
    const waiting = this.#timers.filter(({ isOff }) => !isOff).map(({ at }) => at - this.steady());
    return waiting.toSorted((one, other) => one - other);
  }

  /** A clock for one process, whose timers die with it. Like Node's, none fires in the millisecond it was set in. */
  clockFor(isAlive: () => boolean): Clock {
    return {
      wall: this.wall,
      steady: this.steady,
      after: (delay, wake) =>
        isAlive() ? this.after(Math.max(1, delay), () => isAlive() && wake()) : () => undefined,
    };
  }

  /** How wrong the wall clock is. */
  get wallShift(): number {
    return this.#wallShift;
  }

  /** Sets the wall clock forward by so much, or back; no time passes. */
  shiftWall(by: number): void {
    this.#wallShift += Math.round(by);
  }

  /** Lets something happen at a true time. The returned function calls it off. */
  at(when: number, happen: () => void): () => void {
    const at = Math.ceil(Math.max(when, this.#now));
    const entry = { at, order: (this.#order += 1), happen, isOff: false };
    push(this.#queue, entry);
    return () => (entry.isOff = true);
  }

  /** Lets something happen on the machine: not before it is awake. */
  soon(delay: number, happen: () => void): void {
    this.at(this.#now + delay, () => (this.asleep ? this.#atWaking.push(happen) : happen()));
  }

  fallAsleep(): void {
    this.asleep = true;
    this.#fellAsleepAt = this.#now;
  }

  /** Wakes up: what waited for that happens first. */
  wake(): void {
    this.asleep = false;
    this.#slept += this.#now - this.#fellAsleepAt;
    for (const happen of this.#atWaking.splice(0)) happen();
  }

  /** Sleeps for so long. */
  sleep(length: number): void {
    this.fallAsleep();
    this.pass(length);
    this.wake();
  }

  /** Lets so much time pass, and whatever is due in it happen, in order. */
  pass(length: number): void {
    this.run(this.#now + length);
  }

  /** Lets time pass until then. */
  run(until: number): void {
    while (this.step(until));
  }

  /** Lets time pass until the next thing has happened, or until then where nothing does. Whether something did. */
  step(until: number): boolean {
    const next = this.#next(until);
    if (next === undefined) this.#now = Math.max(this.#now, until);
    next?.();
    return next !== undefined;
  }

  #next(until: number): (() => void) | undefined {
    const world = top(this.#queue);
    const timer = this.asleep ? undefined : top(this.#timers);
    const timerAt = timer === undefined ? Infinity : timer.at + this.#slept;
    const worldAt = world === undefined ? Infinity : world.at;
    if (Math.min(timerAt, worldAt) > until) return undefined;
    const isTimer = timerAt < worldAt;
    const entry = pop(isTimer ? this.#timers : this.#queue);
    this.#now = Math.max(this.#now, isTimer ? timerAt : worldAt);
    return entry?.happen;
  }
}
