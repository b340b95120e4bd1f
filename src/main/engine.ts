import type { Chance } from '../core/cadence.ts';
import type { Effect, Event } from '../core/event.ts';
import { remember } from '../core/memory.ts';
import { reduce } from '../core/reduce.ts';
import { nextWakeAt, settingsOf, type State } from '../core/state.ts';
import type { Clock } from './clock.ts';

/** What the engine does its effects with. Each port wraps one thing of the world and decides nothing. */
export type Ports = {
  saveSettings: (settings: ReturnType<typeof settingsOf>) => boolean;
  saveMemory: (portal: string, memory: ReturnType<typeof remember>) => boolean;
  /** Effects that answer with events later on. */
  perform: (effect: OuterEffect, state: State) => void;
  /** Shows the state; called once after each turn. */
  present: (state: State, now: number) => void;
  /** Whether this machine has a network. Asked at each turn: nobody tells. */
  isOnline: () => boolean;
};

export type OuterEffect = Exclude<Effect, { do: 'saveSettings' } | { do: 'saveMemory' }>;

export type Engine = {
  dispatch: (event: Event) => void;
  state: () => State;
  stop: () => void;
};

/** A wait longer than this is taken in parts, so that a clock that was set is noticed. */
const longestWait = 10 * 60_000;
/** The wall clock and the steady one drift apart by more than this only when the clock is set, or over a sleep. */
const longestDrift = 30_000;
/** Relative times ("looked 3 s ago") are renewed while somebody can see them. */
const renewal = { looking: 1000, open: 5000 };

/** Owns the state and the time: takes events in order, does what comes of them, and wakes when it is time. */
export function createEngine(initial: State, ports: Ports, clock: Clock, chance: Chance): Engine {
  let state = initial;
  let stopped = false;
  let busy = false;
  let callOff = (): void => undefined;
  let drift = clock.wall() - clock.steady();
  const queue: Event[] = [];

  const save = (saved: boolean): void => {
    if (saved === state.application.unsaved) queue.push({ type: 'application', facts: { unsaved: !saved } });
  };

  const perform = (effect: Effect): void => {
    if (effect.do === 'saveSettings') save(ports.saveSettings(settingsOf(state)));
    else if (effect.do === 'saveMemory') saveMemory(effect.portal);
    else ports.perform(effect, state);
  };

  const saveMemory = (portal: string): void => {
    const watch = state.watches.find((candidate) => candidate.portal.id === portal);
    if (watch !== undefined) save(ports.saveMemory(portal, remember(watch)));
  };

  const take = (event: Event): void => {
    const step = reduce(state, event, clock.wall(), chance);
    state = step.state;
    for (const effect of step.effects) perform(effect);
  };

  const noticeSurroundings = (): void => {
    const before = drift;
    drift = clock.wall() - clock.steady();
    if (Math.abs(drift - before) > longestDrift) take({ type: 'clockJumped' });
    const online = ports.isOnline();
    if (online !== (state.offlineSince === null)) take({ type: 'network', online });
  };

  const run = (): void => {
    if (busy || stopped) return;
    busy = true;
    noticeSurroundings();
    for (let event = queue.shift(); event !== undefined; event = queue.shift()) take(event);
    busy = false;
    const now = clock.wall();
    ports.present(state, now);
    callOff();
    callOff = scheduleNext(now);
  };

  const scheduleNext = (now: number): (() => void) => {
    const renewing = state.windowOpen ? (state.looking ? renewal.looking : renewal.open) : Infinity;
    const wait = Math.min(nextWakeAt(state, now) - now, renewing);
    if (wait === Infinity) return () => undefined;
    return clock.after(Math.max(0, Math.min(wait, longestWait)), () => dispatch({ type: 'time' }));
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
