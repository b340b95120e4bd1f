import { accessId, endingId, stuckId } from '../news/announcement.ts';
import { seeEnding } from '../backup/job.ts';
import { markTold } from '../news/ledger.ts';
import type { PortalStatus } from '../status/status.ts';
import { statusOf } from '../status/statusOf.ts';
import type { State } from '../state.ts';
import type { AnnouncementId, PortalAnnouncement } from '../news/delivery.ts';
import type { Watch } from '../watch/watch.ts';

/** What the window shows at one time: which endings, and which announcements that wait to be told. */
export type Visible = { endings: Array<{ portal: string; job: string }>; items: AnnouncementId[] };

/**
 * What is to be seen in a window that shows this state: of each portal the one thing that its row says, and the lines
 * above the list. What else waits to be told has not been seen.
 */
export function visibleIn({ watches, delivery }: State): Visible {
  const visibles = watches.map((watch) => visibleOf(watch, delivery.refused));
  return {
    endings: visibles.flatMap(({ endings }) => endings),
    items: visibles.flatMap(({ items }) => items),
  };
}

function visibleOf(watch: Watch, lines: readonly PortalAnnouncement[]): Visible {
  const portal = watch.portal.id;
  // Whether a link is dead by now makes no difference: the row shows the ending, or when it was.
  const status = statusOf(watch, 0);
  const ofLines = lines
    .filter((line) => line.portal.id === portal)
    .map(({ announcement }) => announcement.id);
  const ids = [...newsShown(status), ...ofLines];
  return {
    endings: status.is === 'ended' && !status.ending.seen ? [{ portal, job: status.ending.job }] : [],
    items: watch.ledger.pending.filter(({ id }) => ids.includes(id)).map(({ id }) => ({ portal, id })),
  };
}

/** The ids of the news that a row with this standing tells. */
function newsShown(status: PortalStatus): string[] {
  switch (status.is) {
    case 'ended':
      return [endingId(status.scope, status.ending)];
    case 'stuck':
      return [stuckId(status.scope, status.job, status)];
    case 'noAccess':
      return [accessId(status.cause)];
    default:
      return [];
  }
}

/** The user has seen it in the window: nothing of it is told again, and none of it is unseen. */
export function markVisibleSeen(state: State, { endings, items }: Visible): State {
  return { ...state, watches: state.watches.map((watch) => seeIn(watch, endings, items)) };
}

function seeIn(watch: Watch, endings: Visible['endings'], items: Visible['items']): Watch {
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
export function markPortalSeen(state: State, watch: Watch): State {
  return markVisibleSeen(state, visibleOf(watch, []));
}

/** The user has opened or copied the link of a job. */
export function markJobSeen(state: State, { portal, ledger }: Watch, job: string): State {
  const told = ledger.pending.filter(({ news }) => news.of === 'ending' && news.ending.job === job);
  return markVisibleSeen(state, {
    endings: [{ portal: portal.id, job }],
    items: told.map(({ id }) => ({ portal: portal.id, id })),
  });
}
