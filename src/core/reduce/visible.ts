import { accessId, endingId, stuckId } from '../news/announcement.ts';
import { seeEnding } from '../backup/job.ts';
import { markTold } from '../news/ledger.ts';
import { type Standing, standingOf } from '../status/statusOf.ts';
import type { State } from '../state.ts';
import type { Item, Line } from '../news/delivery.ts';
import type { Watch } from '../watch/watch.ts';

/** What the window shows at one time: which endings, and which announcements that wait to be told. */
export type Sight = { endings: Array<{ portal: string; job: string }>; items: Item[] };

/**
 * What is to be seen in a window that shows this state: of each portal the one thing that its row says, and the lines
 * above the list. What else waits to be told has not been seen.
 */
export function sightOf({ watches, telling }: State): Sight {
  const sights = watches.map((watch) => sightOfWatch(watch, telling.refused));
  return {
    endings: sights.flatMap(({ endings }) => endings),
    items: sights.flatMap(({ items }) => items),
  };
}

function sightOfWatch(watch: Watch, lines: readonly Line[]): Sight {
  const portal = watch.portal.id;
  // Whether a link is dead by now makes no difference: the row shows the ending, or when it was.
  const standing = standingOf(watch, 0);
  const ofLines = lines
    .filter((line) => line.portal.id === portal)
    .map(({ announcement }) => announcement.id);
  const ids = [...newsShown(standing), ...ofLines];
  return {
    endings: standing.is === 'ended' && !standing.ending.seen ? [{ portal, job: standing.ending.job }] : [],
    items: watch.ledger.pending.filter(({ id }) => ids.includes(id)).map(({ id }) => ({ portal, id })),
  };
}

/** The ids of the news that a row with this standing tells. */
function newsShown(standing: Standing): string[] {
  switch (standing.is) {
    case 'ended':
      return [endingId(standing.scope, standing.ending)];
    case 'stuck':
      return [stuckId(standing.scope, standing.job)];
    case 'keyRefused':
    case 'proxy':
    case 'silent':
    case 'unpaid':
      return [accessId(standing.is)];
    case 'certificate':
      return [accessId('certificate'), accessId('certificateChanged')];
    case 'askedToWait':
      return [accessId('silent')];
    case 'forbidden':
      return [accessId('noRight'), accessId('suspended'), accessId('workspace')];
    default:
      return [];
  }
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

/** The user has gone to a portal's page, from its row or its notice: what its row says has been seen. */
export function seePortal(state: State, watch: Watch): State {
  return seeSight(state, sightOfWatch(watch, []));
}

/** The user has opened or copied the link of a job. */
export function seeJob(state: State, { portal, ledger }: Watch, job: string): State {
  const told = ledger.pending.filter(({ news }) => news.of === 'ending' && news.ending.job === job);
  return seeSight(state, {
    endings: [{ portal: portal.id, job }],
    items: told.map(({ id }) => ({ portal: portal.id, id })),
  });
}
