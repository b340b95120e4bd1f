import type { Clock as EngineClock } from '../../../src/main/clock.ts';

type Happening = { at: number; order: number; happen: () => void; off: boolean };

/**
 * The time of a simulated world. True time passes for everybody; the machine's wall clock can be set wrong, and its
 * steady clock stands still while it sleeps. It passes in whole milliseconds, as Node's clocks and timers count it:
 * with fractions, a timer could ask for less than a sum of clocks can hold and find, when it fires, that it is not yet due.
 */
export class Time {
  now: number;
  asleep = false;
  #wallShift = 0;
  #slept = 0;
  #fellAsleepAt = 0;
  #order = 0;
  #queue: Happening[] = [];
  #timers: Happening[] = [];
  #atWaking: Array<() => void> = [];

  constructor(start: number) {
    this.now = start;
  }

  wall(): number {
    return this.now + this.#wallShift;
  }

  steady(): number {
    return this.now - this.#slept;
  }

  /** How wrong the wall clock is. */
  get wallShift(): number {
    return this.#wallShift;
  }

  setWall(by: number): void {
    this.#wallShift += Math.round(by);
  }

  /** Lets something happen at a true time. The returned function calls it off. */
  at(when: number, happen: () => void): () => void {
    const entry = { at: Math.ceil(Math.max(when, this.now)), order: (this.#order += 1), happen, off: false };
    push(this.#queue, entry);
    return () => (entry.off = true);
  }

  /** Lets something happen on the machine: not before it is awake. */
  soon(delay: number, happen: () => void): void {
    this.at(this.now + delay, () => (this.asleep ? this.#atWaking.push(happen) : happen()));
  }

  /** A clock for one process, whose timers die with it. */
  clockFor(isAlive: () => boolean): EngineClock {
    return {
      wall: () => this.wall(),
      steady: () => this.steady(),
      after: (delay, wake) => {
        if (!isAlive()) return () => undefined;
        const entry = {
          at: this.steady() + Math.max(1, Math.ceil(delay)),
          order: (this.#order += 1),
          happen: () => isAlive() && wake(),
          off: false,
        };
        push(this.#timers, entry);
        return () => (entry.off = true);
      },
    };
  }

  sleep(): void {
    this.asleep = true;
    this.#fellAsleepAt = this.now;
  }

  /** Wakes up: what waited for that happens first. */
  wake(): void {
    this.asleep = false;
    this.#slept += this.now - this.#fellAsleepAt;
    for (const happen of this.#atWaking.splice(0)) happen();
  }

  /** Lets time pass until then. */
  run(until: number): void {
    for (let next = this.#next(until); next !== undefined; next = this.#next(until)) next();
    this.now = until;
  }

  #next(until: number): (() => void) | undefined {
    const world = top(this.#queue);
    const timer = this.asleep ? undefined : top(this.#timers);
    const timerAt = timer === undefined ? Infinity : timer.at + this.#slept;
    const worldAt = world === undefined ? Infinity : world.at;
    if (Math.min(timerAt, worldAt) > until) return undefined;
    const own = timerAt < worldAt;
    const entry = pop(own ? this.#timers : this.#queue);
    this.now = Math.max(this.now, own ? timerAt : worldAt);
    return entry?.happen;
  }
}

/** The first of a heap that was not called off. */
function top(heap: Happening[]): Happening | undefined {
  while (heap[0]?.off === true) pop(heap);
  return heap[0];
}

function isBefore(one: Happening, other: Happening): boolean {
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}

function push(heap: Happening[], entry: Happening): void {
  let index = heap.push(entry) - 1;
  while (index > 0) {
    const above = (index - 1) >> 1;
    const parent = heap[above];
    if (parent === undefined || !isBefore(entry, parent)) break;
    heap[index] = parent;
    index = above;
  }
  heap[index] = entry;
}

function pop(heap: Happening[]): Happening | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let index = 0;
  for (;;) {
    const left = 2 * index + 1;
    const one = heap[left];
    const other = heap[left + 1];
    if (one === undefined) break;
    const lesser = other !== undefined && isBefore(other, one) ? left + 1 : left;
    const child = heap[lesser];
    if (child === undefined || !isBefore(child, last)) break;
    heap[index] = child;
    index = lesser;
  }
  heap[index] = last;
  return first;
}
