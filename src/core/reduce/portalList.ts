import { assertNever } from '../base/result.ts';
import type { ListEvent } from '../event.ts';
import type { State } from '../state.ts';
import { newWatch } from '../watch/watch.ts';
import type { Moment } from './step.ts';

/** Takes in what became of a list of portals as a file. */
export function takeList(state: State, event: ListEvent, moment: Moment): State {
  switch (event.type) {
    case 'portalsImported':
      return importPortals(state, event.portals, moment);
    case 'importRefused':
      return { ...state, listOutcome: { is: 'refused', why: event.why } };
    case 'portalsExported':
      return { ...state, listOutcome: event.saved ? null : { is: 'notSaved' } };
    default:
      return assertNever(event);
  }
}

type Imported = Extract<ListEvent, { type: 'portalsImported' }>['portals'];

/** Adds those that are not there, waiting for their keys; what is there is left as it is. */
function importPortals(state: State, listed: Imported, { now, chance }: Moment): State {
  const known = new Set(state.watches.map(({ portal }) => portal.origin));
  const added = listed.filter(({ origin }) => {
    const isNew = !known.has(origin);
    known.add(origin);
    return isNew;
  });
  const watches = added.map((portal) => {
    const watch = newWatch({ ...portal, scopes: ['portal'] }, now, chance);
    return { ...watch, keyStatus: 'missing' as const };
  });
  return {
    ...state,
    watches: [...state.watches, ...watches],
    listOutcome: { is: 'imported', added: added.length, known: listed.length - added.length },
  };
}
