import {
  accessId,
  endingId,
  linkEndsId,
  outdatedId,
  overdueId,
  scheduleGoneId,
  stuckId,
} from '../news/announcement.ts';
import { type BackupId, seeEnding } from '../backup/job.ts';
import type { Scope } from '../docspace/request.ts';
import { markTold } from '../news/ledger.ts';
import { hinderedId, savedId, unsavedId } from '../news/savingNews.ts';
import { savingStatus, type SavingStatus } from '../status/savingStatus.ts';
import type { PortalStatus } from '../status/status.ts';
import { statusOf } from '../status/statusOf.ts';
import type { Visible } from '../event.ts';
import type { State } from '../state.ts';
import type { PortalAnnouncement } from '../news/delivery.ts';
import type { Watch } from '../watch/watch.ts';

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
  // Whether its link has expired makes no difference: the row shows the ending, or when it was.
  const status = statusOf(watch, 0);
  const ofLines = lines
    .filter((line) => line.portal.id === portal)
    .map(({ announcement }) => announcement.id);
  const ids = [...newsShown(watch, status), ...ofLines];
  return {
    endings:
      status.is === 'ended' && !status.ending.seen
        ? [{ portal, scope: status.scope, job: status.ending.job }]
        : [],
    items: watch.ledger.pending.filter(({ id }) => ids.includes(id)).map(({ id }) => ({ portal, id })),
  };
}

/** Its row says this news now. */
export function isSaidByRow(watch: Watch, id: string): boolean {
  return newsShown(watch, statusOf(watch, 0)).includes(id);
}

/** The ids of the news that a row with this status tells. */
function newsShown({ saving }: Watch, status: PortalStatus): string[] {
  return [...newsOfStatus(status), ...newsOfSaving(savingStatus(saving, status, 0))];
}

function newsOfSaving(status: SavingStatus | null): string[] {
  switch (status?.is) {
    case 'saved': {
      const { backup, at } = status.written;
      return [savedId(backup, at), unsavedId(backup, at)];
    }
    case 'unsaved':
      return [unsavedId(status.backup, status.at)];
    case 'hindered':
      return [hinderedId(status.since)];
    default:
      return [];
  }
}

function newsOfStatus(status: PortalStatus): string[] {
  switch (status.is) {
    case 'ended':
      return [endingId(status.scope, status.ending), linkEndsId(status.scope, status.ending.job)];
    case 'stuck':
      return [stuckId(status.scope, status.job, status)];
    case 'overdue':
      return [overdueId(status.scope, status.dueAt)];
    case 'outdated':
      return [outdatedId(status.since)];
    case 'scheduleGone':
      return [scheduleGoneId(status.scope, status.since)];
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
  const ofWatch = ({ portal }: { portal: string }): boolean => portal === watch.portal.id;
  const seen = endings.filter(ofWatch);
  const ids = items.filter(ofWatch).map(({ id }) => id);
  if (seen.length === 0 && ids.length === 0) return watch;
  const jobsOf = (wanted: Scope): string[] =>
    seen.filter(({ scope }) => scope === wanted).map(({ job }) => job);
  return {
    ...watch,
    jobs: {
      portal: seeEnding(watch.jobs.portal, jobsOf('portal')),
      server: seeEnding(watch.jobs.server, jobsOf('server')),
    },
    ledger: markTold(watch.ledger, ids),
  };
}

/** The user has opened or copied the link of a backup, or gone to where it can be looked into. */
export function markBackupSeen(state: State, { portal, ledger }: Watch, { scope, job }: BackupId): State {
  const told = ledger.pending.filter(
    ({ id, news }) =>
      id === linkEndsId(scope, job) ||
      (news.of === 'ending' && news.scope === scope && news.ending.job === job),
  );
  return markVisibleSeen(state, {
    endings: [{ portal: portal.id, scope, job }],
    items: told.map(({ id }) => ({ portal: portal.id, id })),
  });
}
