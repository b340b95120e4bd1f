import type { Effect } from '../effect.ts';
import { learnRuns } from '../history/openHistory.ts';
import type { State } from '../state.ts';
import type { Watch } from '../watch/watch.ts';
import type { Step } from './step.ts';

/** Takes out of the recorders what is to be put into the portals' files, and into the view that is open. */
export function recordRuns(state: State): Step {
  const recorded = state.watches.filter(({ recorder }) => recorder.unsaved.length > 0);
  if (recorded.length === 0) return { state, effects: [] };
  const effects = recorded.map(({ portal, recorder }): Effect => ({
    do: 'recordRuns',
    portal: portal.id,
    runs: recorder.unsaved,
  }));
  return {
    state: {
      ...state,
      watches: state.watches.map((watch) => (recorded.includes(watch) ? withoutUnsaved(watch) : watch)),
      history: recorded.reduce(learn, state.history),
    },
    effects,
  };
}

function withoutUnsaved(watch: Watch): Watch {
  return { ...watch, recorder: { ...watch.recorder, unsaved: [] } };
}

function learn(history: State['history'], { portal, recorder }: Watch): State['history'] {
  return history === null || history.portal !== portal.id ? history : learnRuns(history, recorder.unsaved);
}
