import { assertNever } from '../base/result.ts';
import type { HistoryEvent } from '../event.ts';
import { learnRuns, type OpenHistory, openHistoryOf } from '../history/openHistory.ts';
import type { State } from '../state.ts';
import { stepAll, stepPortal } from './portals.ts';
import { type Moment, noEffects, type Step } from './step.ts';

/** The view of one portal's runs: opened, filled, closed. */
export function viewHistory(state: State, event: HistoryEvent, moment: Moment): Step {
  switch (event.type) {
    case 'historyOpened':
      return openHistory(state, event.portal, moment);
    case 'historyClosed':
      return noEffects(closeHistory(state, moment));
    case 'runsRead': {
      if (event.portal !== state.history?.portal) return noEffects(state);
      return noEffects(change(state, { ...learnRuns(state.history, event.runs), read: true }));
    }
    case 'runChosen':
      return noEffects(change(state, { chosen: event.run }));
    case 'allRunsWanted':
      return noEffects(change(state, { whole: true }));
    default:
      return assertNever(event);
  }
}

function openHistory(state: State, portal: string, moment: Moment): Step {
  if (!state.watches.some((watch) => watch.portal.id === portal)) return noEffects(state);
  const opened = { ...closeHistory(state, moment), history: openHistoryOf(portal) };
  return {
    state: stepPortal(opened, portal, { type: 'historyOpened' }, moment),
    effects: [{ do: 'readRuns', portal }],
  };
}

/** Nothing of it is kept in memory, and no list is asked for any more. */
export function closeHistory(state: State, moment: Moment): State {
  return state.history === null
    ? state
    : stepAll({ ...state, history: null }, { type: 'historyClosed' }, moment);
}

function change(state: State, parts: Partial<OpenHistory>): State {
  return state.history === null ? state : { ...state, history: { ...state.history, ...parts } };
}
