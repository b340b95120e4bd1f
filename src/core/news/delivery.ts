import type { Announcement } from './announcement.ts';
import type { Portal } from '../portal.ts';
import type { Ledger } from './ledger.ts';

/** A portal with what is to be told of it. */
type Told = { portal: Portal; ledger: Ledger };

/** Which announcement of which portal. */
export type AnnouncementId = { portal: string; id: string };

/** An announcement with its portal. */
export type PortalAnnouncement = { portal: Portal; announcement: Announcement };

/** A notice to be shown now: one announcement, or one line for many. */
export type Notice =
  | ({ kind: 'one' } & PortalAnnouncement)
  | { kind: 'many'; items: AnnouncementId[]; portals: number };

/** What a notice tells of. */
export function announcementIdsOf(notice: Notice): AnnouncementId[] {
  return notice.kind === 'many' ? notice.items : [itemOf(notice)];
}

/** What is on its way to the screen. It is not saved: after a restart everything pending is on its way again. */
export type Delivery = {
  /** Handed to the notification server, not yet answered. */
  sent: AnnouncementId[];
  /** It could not be shown as a notice: window and menu show it, until it was seen there. */
  refused: PortalAnnouncement[];
  /** When notices were shown lately. */
  shownAt: number[];
};

export const newDelivery: Delivery = { sent: [], refused: [], shownAt: [] };

/** More than this many at once become one notice that opens the window. */
const mostAtOnce = 3;
/** What comes within this span counts as at once. */
const span = 10_000;

/** Picks what is to be shown now. */
export function send(
  delivery: Delivery,
  watches: readonly Told[],
  now: number,
): { delivery: Delivery; notices: Notice[] } {
  const fresh = untold(delivery, watches);
  const shownAt = recently(delivery, now);
  const crowd = fresh.length > mostAtOnce;
  if (fresh.length === 0 || (!crowd && shownAt.length + fresh.length > mostAtOnce))
    return { delivery, notices: [] };
  const items = fresh.map(itemOf);
  const portals = new Set(items.map(({ portal }) => portal)).size;
  const notices: Notice[] = crowd
    ? [{ kind: 'many', items, portals }]
    : fresh.map((one) => ({ kind: 'one', ...one }));
  return {
    delivery: {
      ...delivery,
      sent: [...delivery.sent, ...items],
      shownAt: [...shownAt, ...notices.map(() => now)],
    },
    notices,
  };
}

/** When what is held back now can be shown; Infinity when nothing is. */
export function nextDeliveryAt(delivery: Delivery, watches: readonly Told[], now: number): number {
  const [oldest] = recently(delivery, now);
  return oldest === undefined || untold(delivery, watches).length === 0 ? Infinity : oldest + span;
}

function untold({ sent, refused }: Delivery, watches: readonly Told[]): PortalAnnouncement[] {
  const underWay = [...sent, ...refused.map(itemOf)];
  return watches.flatMap(({ portal, ledger }) =>
    ledger.pending
      .filter(({ id }) => !underWay.some((item) => isSame(item, { portal: portal.id, id })))
      .map((announcement) => ({ portal, announcement })),
  );
}

function recently({ shownAt }: Delivery, now: number): number[] {
  return shownAt.filter((at) => at <= now && now - at < span);
}

/** The notification server took these, maybe so late that their lines were in the window already. */
export function markShown(delivery: Delivery, items: readonly AnnouncementId[]): Delivery {
  const isTaken = (line: PortalAnnouncement): boolean => items.some((item) => isSame(item, itemOf(line)));
  return {
    ...delivery,
    sent: without(delivery.sent, items),
    refused: delivery.refused.filter((line) => !isTaken(line)),
  };
}

/** It did not: their lines stay until they were seen in the window. */
export function markRefused(
  delivery: Delivery,
  items: readonly AnnouncementId[],
  watches: readonly Told[],
): Delivery {
  const freed = { ...delivery, sent: without(delivery.sent, items) };
  const lines = untold(freed, watches).filter((line) => items.some((item) => isSame(item, itemOf(line))));
  return { ...freed, refused: [...freed.refused, ...lines] };
}

/** A notification server is there (again): what could not be shown before is offered once more. */
export function retryRefused(delivery: Delivery): Delivery {
  return { ...delivery, refused: [] };
}

/**
 * Lines that were seen, or are over, stay until the window closes: they must not vanish under the reader's eyes.
 * A closed window keeps only what waits to be told.
 */
export function dropOver(delivery: Delivery, watches: readonly Told[]): Delivery {
  const pending = (line: PortalAnnouncement): boolean =>
    watches.some(
      ({ portal, ledger }) => portal.id === line.portal.id && ledger.pending.includes(line.announcement),
    );
  return { ...delivery, refused: delivery.refused.filter(pending) };
}

/** A portal was removed: nothing more is told of it. */
export function dropPortal({ sent, refused, shownAt }: Delivery, id: string): Delivery {
  return {
    sent: sent.filter(({ portal }) => portal !== id),
    refused: refused.filter(({ portal }) => portal.id !== id),
    shownAt,
  };
}

function itemOf({ portal, announcement }: PortalAnnouncement): AnnouncementId {
  return { portal: portal.id, id: announcement.id };
}

function isSame(one: AnnouncementId, other: AnnouncementId): boolean {
  return one.portal === other.portal && one.id === other.id;
}

function without(items: readonly AnnouncementId[], gone: readonly AnnouncementId[]): AnnouncementId[] {
  return items.filter((item) => !gone.some((other) => isSame(item, other)));
}
