import type { Chance } from '../base/random.ts';
import type { Effect } from '../effect.ts';
import type { State } from '../state.ts';
import type { Watch } from '../watch/watch.ts';

/** What has become so, and what is to be done about it, in order. */
export type Step = { state: State; effects: Effect[] };

/** When something happens, and the source of random numbers. */
export type Moment = { now: number; chance: Chance };

export function noEffects(state: State): Step {
  return { state, effects: [] };
}

export function withEffects(step: Step, ...effects: Effect[]): Step {
  return { ...step, effects: [...step.effects, ...effects] };
}

/** The state with one portal's watch in place of another. */
export function replaceWatch(state: State, before: Watch, after: Watch): State {
  return { ...state, watches: state.watches.map((watch) => (watch === before ? after : watch)) };
}
