import type { Chance } from '../../core/base/random.ts';
import type { Effect } from '../../core/effect.ts';
import type { Event } from '../../core/event.ts';
import { reduce } from '../../core/reduce/reduce.ts';
import { nextWakeAt } from '../../core/nextWake.ts';
import type { State } from '../../core/state.ts';
import type { Clock } from '../clock.ts';
import { createSaves, type SaveEffect, type SavePorts } from './saves.ts';
import { second, minute } from '../../core/base/time.ts';

/** What the engine does its effects with. Each port wraps one thing of the world and decides nothing. */
type Ports = SavePorts & {
  runEffect: RunEffect;
  /** Each is given the state once after each turn. */
  observers: ReadonlyArray<(state: State, now: number) => void>;
  /** Whether this machine has a network. Asked at each turn: nobody tells. */
  isOnline: () => boolean;
};

/** What reaches out of the application. */
export type OuterEffect = Exclude<Effect, SaveEffect>;

/** Does an effect, with the state that it came with; what comes of it, now or later, is dispatched. */
export type RunEffect = (effect: OuterEffect, state: State, dispatch: (event: Event) => void) => void;

export type Engine = {
  dispatch: (event: Event) => void;
  state: () => State;
  stop: () => void;
};

/** A wait longer than this is taken in parts, so that a clock that was set is noticed. */
const longestWait = 10 * minute;
/** The wall clock and the steady one drift apart by more than this only when the clock is set, or over a sleep. */
const longestDrift = 30 * second;
/** Relative times ("checked 3 s ago") are renewed while somebody can see them. */
const renewal = { focused: 1000, open: 5000 };
/** After a bug, so that one which comes back at once does not keep the machine busy. */
const recovery = second;

/** Owns the state and the time: takes events in order, does what comes of them, and wakes when it is time. */
export function createEngine(initial: State, ports: Ports, clock: Clock, chance: Chance): Engine {
  let state = initial;
  let stopped = false;
  let busy = false;
  let callOff = (): void => undefined;
  let drift = clock.wall() - clock.steady();
  const queue: Event[] = [];
  const saves = createSaves(ports, initial);

  const runEffect = (effect: Effect): void => {
    if (effect.do === 'saveSettings' || effect.do === 'saveWatch') saves.save(effect, state);
    else ports.runEffect(effect, state, dispatch);
  };

  const take = (event: Event): void => {
    const step = reduce(state, event, clock.wall(), chance);
    state = step.state;
    for (const effect of step.effects) runEffect(effect);
  };

  /** What nobody tells: whether the clock was set, and whether there is a network. */
  const checkMachine = (): void => {
    const before = drift;
    drift = clock.wall() - clock.steady();
    if (Math.abs(drift - before) > longestDrift) take({ type: 'clockJumped' });
    const online = ports.isOnline();
    if (online !== (state.offlineSince === null)) take({ type: 'network', online });
  };

  /** What has happened; after all of that, whether all of it could be saved. */
  const next = (): Event | undefined => {
    const unsaved = saves.isIncomplete(state);
    if (queue.length > 0 || unsaved === state.application.unsaved) return queue.shift();
    return { type: 'application', facts: { unsaved } };
  };

  const run = (): void => {
    if (busy || stopped) return;
    busy = true;
    let soonest = recovery;
    try {
      saves.retry(state);
      checkMachine();
      for (let event = next(); event !== undefined; event = next()) take(event);
      soonest = 0;
    } finally {
      // Also after a bug: an engine that is not woken any more watches nothing, and nobody would know.
      busy = false;
      callOff();
      callOff = scheduleNext(soonest);
    }
    const now = clock.wall();
    for (const observe of ports.observers) observe(state, now);
  };

  const scheduleNext = (soonest: number): (() => void) => {
    const now = clock.wall();
    const wait = Math.min(nextWakeAt(state, now) - now, renewalOf(state));
    if (stopped || wait === Infinity) return () => undefined;
    return clock.after(Math.max(soonest, Math.min(wait, longestWait)), () => dispatch({ type: 'time' }));
  };

  const dispatch = (event: Event): void => {
    queue.push(event);
    run();
  };

  return {
    dispatch,
    state: () => state,
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}

function renewalOf({ windowOpen, windowFocused, asleepSince }: State): number {
  if (!windowOpen || asleepSince !== null) return Infinity;
  return windowFocused ? renewal.focused : renewal.open;
}
