import { assertNever } from '../base/result.ts';
import type { NotificationKind } from '../settings.ts';
import type { News } from './announcement.ts';
import { type Delivery, isLine, type PortalAnnouncement, type Watched } from './delivery.ts';
import { type Ledger, markTold } from './ledger.ts';

// News of which its user wants no notification is still news: it stays in row and icon, and waits above the list until it
// was seen there.

/** As what the settings speak of it. */
export function kindOf(news: News): NotificationKind {
  switch (news.of) {
    case 'ending':
      return news.outcome === 'finished' ? 'finished' : 'failed';
    case 'restored':
      return news.outcome;
    case 'stuck':
      return 'failed';
    case 'overdue':
    case 'scheduleGone':
    case 'outdated':
      return 'overdue';
    case 'keyEnds':
    case 'linkEnds':
      return 'expiring';
    case 'access':
      return 'access';
    case 'archiveSaved':
      return 'saved';
    case 'archiveUnsaved':
    case 'savingHindered':
      return 'failed';
    default:
      return assertNever(news);
  }
}

type Silenced = readonly NotificationKind[];

/** The portals with what of their news may be shown as a notification. */
export function withoutSilenced(watches: readonly Watched[], silenced: Silenced): readonly Watched[] {
  if (silenced.length === 0) return watches;
  return watches.map(({ portal, ledger }) => ({
    portal,
    ledger: { ...ledger, pending: ledger.pending.filter(({ news }) => !silenced.includes(kindOf(news))) },
  }));
}

/** The lines above the list, with those of silenced news; a good ending needs none. */
export function withSilencedLines(
  delivery: Delivery,
  watches: readonly Watched[],
  silenced: Silenced,
): Delivery {
  const lines = watches.flatMap(({ portal, ledger }) =>
    ledger.pending
      .filter(({ news }) => silenced.includes(kindOf(news)))
      .map((announcement): PortalAnnouncement => ({ portal, announcement })),
  );
  const added = lines.filter((line) => !isLine(delivery, line));
  return added.length === 0 ? delivery : { ...delivery, refused: [...delivery.refused, ...added] };
}

/** Good news of which no notification is wanted count as told: the newest are in row, icon and menu, all in the history. */
export function tellSilently(ledger: Ledger, silenced: Silenced): Ledger {
  const kinds = good.filter((kind) => silenced.includes(kind));
  if (kinds.length === 0) return ledger;
  return markTold(
    ledger,
    ledger.pending.filter(({ news }) => kinds.includes(kindOf(news))).map(({ id }) => id),
  );
}

const good: NotificationKind[] = ['finished', 'saved'];
