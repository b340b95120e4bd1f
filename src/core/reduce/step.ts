import type { Chance } from '../base/random.ts';
import type { Effect } from '../event.ts';
import { type PortalsStep, toAll } from './portals.ts';
import { gatherAgain, isQuiet, type State } from '../state.ts';
import type { Environment } from '../watch/watch.ts';

/** What has become so, and what is to be done about it, in order. */
export type Step = { state: State; effects: Effect[] };

/** When something happens, and the luck of the draw. */
export type Moment = { now: number; chance: Chance };

export function noEffects(state: State): Step {
  return { state, effects: [] };
}

export function withEffects(step: Step, ...effects: Effect[]): Step {
  return { ...step, effects: [...step.effects, ...effects] };
}

/** What the portals are told of the world around them. */
export function environmentOf(state: State, { now, chance }: Moment): Environment {
  return { now, chance, watched: state.looking, quiet: isQuiet(state), online: state.offlineSince === null };
}

/** Takes over what the portals became, and asks what they want to ask. */
export function withPortals(state: State, { watches, asks }: PortalsStep): Step {
  const effects = asks.map((ask): Effect => ({ do: 'query', ...ask }));
  return { state: { ...state, watches }, effects };
}

/** Watching begins again after a time without: one look each, soon, over new connections. */
export function resumeAll(state: State, moment: Moment): Step {
  const roused = gatherAgain(state, moment.now);
  const step = withPortals(roused, toAll(state.watches, { type: 'woke' }, environmentOf(roused, moment)));
  return { ...step, effects: [{ do: 'dropConnections' }, ...step.effects] };
}
