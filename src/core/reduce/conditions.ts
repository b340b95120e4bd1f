import { endConnecting } from './connecting.ts';
import type { ConditionEvent } from '../event.ts';
import { closeHistory } from './history.ts';
import { resumeAll, stepAll } from './portals.ts';
import type { State } from '../state.ts';
import { wake } from './sleep.ts';
import { type Moment, noEffects, type Step } from './step.ts';
import { minute } from '../base/time.ts';
import { assertNever } from '../base/result.ts';

const briefPause = 30 * minute;

/** Network, sleep, clock, pause and window: what is the same for all portals. */
export function changeConditions(state: State, event: ConditionEvent, moment: Moment): Step {
  switch (event.type) {
    case 'network':
      return event.online
        ? goOnline(state, moment)
        : noEffects({ ...state, offlineSince: state.offlineSince ?? moment.now });
    case 'slept':
      return noEffects({ ...state, asleepSince: moment.now });
    case 'woke':
      return wake(state, moment);
    case 'addressGone':
      return resumeAll(state, moment);
    case 'clockJumped':
      return resumeAll({ ...state, asleepSince: null }, moment);
    case 'paused':
      return noEffects({ ...state, pausedUntil: event.until });
    case 'pausedBriefly':
      return noEffects({ ...state, pausedUntil: moment.now + briefPause });
    case 'resumed':
      return state.pausedUntil === null
        ? noEffects(state)
        : resumeAll({ ...state, pausedUntil: null }, moment);
    case 'application':
      return noEffects({ ...state, application: { ...state.application, ...event.facts } });
    case 'windowOpened':
      return beginViewing({ ...closeHistory(state, moment), windowOpen: true }, moment);
    case 'windowFocused':
      return state.windowOpen && !state.windowFocused ? beginViewing(state, moment) : noEffects(state);
    case 'windowBlurred':
      return noEffects({ ...state, windowFocused: false });
    case 'windowClosed':
      return closeWindow(state, moment);
    default:
      return assertNever(event);
  }
}

function beginViewing(state: State, moment: Moment): Step {
  return noEffects(stepAll({ ...state, windowFocused: true }, { type: 'viewed' }, moment));
}

function closeWindow(state: State, moment: Moment): Step {
  const closed = {
    ...closeHistory(state, moment),
    windowOpen: false,
    windowFocused: false,
    listOutcome: null,
  };
  // Who closes the form does not want to connect any more, and its key is not kept; one that is being stored is.
  return state.connect.stage.is === 'storing' ? noEffects(closed) : endConnecting(closed, moment);
}

function goOnline(state: State, moment: Moment): Step {
  return state.offlineSince === null ? noEffects(state) : resumeAll({ ...state, offlineSince: null }, moment);
}
