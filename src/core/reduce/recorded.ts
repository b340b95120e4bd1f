import type { Effect } from '../effect.ts';
import type { State } from '../state.ts';
import type { Step } from './step.ts';

/** Takes out of the recorders what is to be put into the portals' files. */
export function takeRecorded(state: State): Step {
  const effects = state.watches.flatMap(({ portal, recorder }): Effect[] =>
    recorder.unsaved.length === 0 ? [] : [{ do: 'recordRuns', portal: portal.id, runs: recorder.unsaved }],
  );
  if (effects.length === 0) return { state, effects };
  const watches = state.watches.map((watch) => {
    const { recorder } = watch;
    return recorder.unsaved.length === 0 ? watch : { ...watch, recorder: { ...recorder, unsaved: [] } };
  });
  return { state: { ...state, watches }, effects };
}
