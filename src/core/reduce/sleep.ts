import type { Event } from '../event.ts';
import type { State } from '../state.ts';
import { resumeAll } from './portals.ts';
import { type Moment, noEffects, type Step } from './step.ts';
import { second } from '../base/time.ts';

/** A system tells some seconds before it sleeps: what happens in these proves nothing. */
const longestFallingAsleep = 15 * second;

/**
 * That this machine sleeps is a hint with an end: some systems tell that they are going to sleep, and never that they
 * woke. An answer, a click and a timer that has run out all prove that it is awake.
 */
export function provesAwake({ asleepSince }: State, { type }: Event, { now }: Moment): boolean {
  // What the system tells of sleep and clock is taken as it is.
  if (asleepSince === null || type === 'slept' || type === 'woke' || type === 'clockJumped') return false;
  return now < asleepSince || now - asleepSince >= longestFallingAsleep;
}

/** Told twice by some systems: the second time there is nothing to wake from. */
export function wake(state: State, moment: Moment): Step {
  return state.asleepSince === null ? noEffects(state) : resumeAll({ ...state, asleepSince: null }, moment);
}
