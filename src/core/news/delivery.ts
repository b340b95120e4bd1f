import type { Announcement } from './announcement.ts';
import { minute, second } from '../base/time.ts';
import type { Portal } from '../portal.ts';
import type { Ledger } from './ledger.ts';

/** A portal with what is to be told of it. */
export type Watched = { portal: Portal; ledger: Ledger };

/** Which announcement of which portal. */
export type AnnouncementId = { portal: string; id: string };

/** An announcement with its portal. */
export type PortalAnnouncement = { portal: Portal; announcement: Announcement };

/**
 * A notification to be shown now: one announcement, or one line for many. That grows: `items` are those that it tells
 * for the first time, `count` and `portals` are of all that it stands for.
 */
export type NewsNotification =
  | ({ kind: 'one' } & PortalAnnouncement)
  | { kind: 'many'; items: AnnouncementId[]; count: number; portals: number };

/** What a notification tells for the first time. */
export function announcementIdsOf(notification: NewsNotification): AnnouncementId[] {
  return notification.kind === 'many' ? notification.items : [itemOf(notification)];
}

/** What is on its way to the screen. It is not saved: after a restart everything pending is on its way again. */
export type Delivery = {
  /** Handed to the notification server, not yet answered. */
  sent: AnnouncementId[];
  /** It could not be shown as a notification: window and menu show it, until it was shown or seen there. */
  refused: PortalAnnouncement[];
  /** When a notification was last refused; null: what was refused is offered again at once. */
  refusedAt: number | null;
  /** When notifications for one were shown lately. */
  shownAt: number[];
  /** The latest notification for many, and when it was last shown. */
  bundle: { items: AnnouncementId[]; at: number } | null;
};

export const newDelivery: Delivery = { sent: [], refused: [], refusedAt: null, shownAt: [], bundle: null };

/** More than this many at once become one notification that opens the window. */
const mostAtOnce = 3;
/** What comes within this span counts as at once. */
const span = 10 * second;
/** A notification for many grows no more often than this: each time it is shown anew. */
const growth = 2 * second;
/** Some systems refuse a notification and never tell that they would show it now. */
const offerAgainAfter = 5 * minute;

type Sent = { delivery: Delivery; notifications: NewsNotification[] };

/** Picks what is to be shown now. */
export function send(delivery: Delivery, watches: readonly Watched[], now: number): Sent {
  const fresh = untold(delivery, watches, now);
  const open = openBundle(delivery, now);
  if (fresh.length === 0 || (open !== null && now - open.at < growth)) return { delivery, notifications: [] };
  if (open !== null || fresh.length > mostAtOnce) return sendBundle(delivery, open?.items ?? [], fresh, now);
  const shownAt = recently(delivery, now);
  if (shownAt.length + fresh.length > mostAtOnce) return { delivery, notifications: [] };
  return {
    delivery: {
      ...delivery,
      sent: [...delivery.sent, ...fresh.map(itemOf)],
      shownAt: [...shownAt, ...fresh.map(() => now)],
    },
    notifications: fresh.map((one) => ({ kind: 'one', ...one })),
  };
}

/** One notification for all of them, in the place of the one for those before. */
function sendBundle(
  delivery: Delivery,
  before: readonly AnnouncementId[],
  fresh: readonly PortalAnnouncement[],
  now: number,
): Sent {
  const added = fresh.map(itemOf);
  const items = [...without(before, added), ...added];
  const portals = new Set(items.map(({ portal }) => portal)).size;
  return {
    delivery: { ...delivery, sent: [...delivery.sent, ...added], bundle: { items, at: now } },
    notifications: [{ kind: 'many', items: added, count: items.length, portals }],
  };
}

/** The notification for many while it grows: what comes within a span of it is added to it. */
function openBundle({ bundle }: Delivery, now: number): Delivery['bundle'] {
  return bundle !== null && bundle.at <= now && now - bundle.at < span ? bundle : null;
}

/** When what is held back now can be shown; Infinity when nothing is. */
export function nextDeliveryAt(delivery: Delivery, watches: readonly Watched[], now: number): number {
  if (untold(delivery, watches, now).length === 0) {
    const { refusedAt } = delivery;
    const waits = refusedAt !== null && untold({ ...delivery, refusedAt: null }, watches, now).length > 0;
    return waits ? refusedAt + offerAgainAfter : Infinity;
  }
  const open = openBundle(delivery, now);
  if (open !== null) return open.at + growth;
  const [oldest] = recently(delivery, now);
  return oldest === undefined ? Infinity : oldest + span;
}

/** What nobody was told of, and what is not under way: what was refused waits a while. */
function untold(
  { sent, refused, refusedAt }: Delivery,
  watches: readonly Watched[],
  now: number,
): PortalAnnouncement[] {
  const waits = refusedAt !== null && now >= refusedAt && now < refusedAt + offerAgainAfter;
  const underWay = waits ? [...sent, ...refused.map(itemOf)] : sent;
  return pendingOf(watches).filter((one) => !isAmong(one, underWay) && !isDead(one, now));
}

/** Nobody is told that a link is about to die which is dead. */
function isDead({ announcement: { news } }: PortalAnnouncement, now: number): boolean {
  return news.of === 'linkEnds' && news.until <= now;
}

function pendingOf(watches: readonly Watched[]): PortalAnnouncement[] {
  return watches.flatMap(({ portal, ledger }) =>
    ledger.pending.map((announcement) => ({ portal, announcement })),
  );
}

function recently({ shownAt }: Delivery, now: number): number[] {
  return shownAt.filter((at) => at <= now && now - at < span);
}

/** The notification server took these, maybe so late that their lines were in the window already: it works. */
export function markShown(delivery: Delivery, items: readonly AnnouncementId[]): Delivery {
  return {
    ...delivery,
    sent: without(delivery.sent, items),
    refused: delivery.refused.filter((line) => !isAmong(line, items)),
    refusedAt: null,
  };
}

/** It did not: their lines stay until they were seen in the window, or shown later. */
export function markRefused(
  delivery: Delivery,
  items: readonly AnnouncementId[],
  watches: readonly Watched[],
  now: number,
): Delivery {
  const known = delivery.refused.map(itemOf);
  const lines = pendingOf(watches).filter((one) => isAmong(one, items) && !isAmong(one, known));
  return {
    ...delivery,
    sent: without(delivery.sent, items),
    refused: [...delivery.refused, ...lines],
    refusedAt: now,
  };
}

/** A notification server is there (again): what could not be shown before is offered once more. */
export function retryRefused(delivery: Delivery): Delivery {
  return { ...delivery, refusedAt: null };
}

/**
 * Lines that were seen, or are over, stay until the window closes: they must not vanish under the reader's eyes.
 * A closed window keeps only what waits to be told.
 */
export function dropOver(delivery: Delivery, watches: readonly Watched[]): Delivery {
  const pending = (line: PortalAnnouncement): boolean =>
    watches.some(
      ({ portal, ledger }) => portal.id === line.portal.id && ledger.pending.includes(line.announcement),
    );
  return { ...delivery, refused: delivery.refused.filter(pending) };
}

/** A portal was removed: nothing more is told of it. */
export function dropPortal(delivery: Delivery, id: string): Delivery {
  const { sent, refused, bundle } = delivery;
  const stays = ({ portal }: AnnouncementId): boolean => portal !== id;
  return {
    ...delivery,
    sent: sent.filter(stays),
    refused: refused.filter((line) => stays(itemOf(line))),
    bundle: bundle && { ...bundle, items: bundle.items.filter(stays) },
  };
}

/** It is among the lines above the list already. */
export function isLine({ refused }: Delivery, line: PortalAnnouncement): boolean {
  return isAmong(line, refused.map(itemOf));
}

function itemOf({ portal, announcement }: PortalAnnouncement): AnnouncementId {
  return { portal: portal.id, id: announcement.id };
}

function isAmong(one: PortalAnnouncement, items: readonly AnnouncementId[]): boolean {
  return items.some((item) => isSame(item, itemOf(one)));
}

function isSame(one: AnnouncementId, other: AnnouncementId): boolean {
  return one.portal === other.portal && one.id === other.id;
}

function without(items: readonly AnnouncementId[], gone: readonly AnnouncementId[]): AnnouncementId[] {
  return items.filter((item) => !gone.some((other) => isSame(item, other)));
}
