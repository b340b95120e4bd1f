import { markTold } from '../ledger.ts';
import { seeEnding } from '../job.ts';
import type { State } from '../state.ts';
import type { Item } from '../tell.ts';
import type { Watch } from '../watch.ts';

/** What the window shows at one time: which endings, and which announcements that wait to be told. */
export type Sight = { endings: Array<{ portal: string; job: string }>; items: Item[] };

/** What is to be seen in a window that shows this state. */
export function sightOf({ watches }: State): Sight {
  return {
    endings: watches.flatMap(({ portal, jobs }) =>
      [jobs.portal.ending, jobs.server.ending].flatMap((ending) =>
        ending === null || ending.seen ? [] : [{ portal: portal.id, job: ending.job }],
      ),
    ),
    items: watches.flatMap(({ portal, ledger }) =>
      ledger.pending.map(({ id }) => ({ portal: portal.id, id })),
    ),
  };
}

/** The user has seen it in the window: nothing of it is told again, and none of it is unseen. */
export function seeSight(state: State, { endings, items }: Sight): State {
  return { ...state, watches: state.watches.map((watch) => seeIn(watch, endings, items)) };
}

function seeIn(watch: Watch, endings: Sight['endings'], items: Sight['items']): Watch {
  const id = watch.portal.id;
  const jobs = endings.filter(({ portal }) => portal === id).map(({ job }) => job);
  const ids = items.filter(({ portal }) => portal === id).map((item) => item.id);
  if (jobs.length === 0 && ids.length === 0) return watch;
  return {
    ...watch,
    jobs: { portal: seeEnding(watch.jobs.portal, jobs), server: seeEnding(watch.jobs.server, jobs) },
    ledger: markTold(watch.ledger, ids),
  };
}

/** The user has dealt with one portal: opened or copied its link, or clicked its notice. */
export function seePortal(state: State, portal: string): State {
  const sight = sightOf({ ...state, watches: state.watches.filter((watch) => watch.portal.id === portal) });
  return seeSight(state, sight);
}
