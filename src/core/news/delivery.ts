import type { Announcement } from './announcement.ts';
import type { Portal } from '../portal.ts';
import type { Watch } from '../watch/watch.ts';

/** Which announcement of which portal. */
export type Item = { portal: string; id: string };

/** An announcement with its portal. */
export type Line = { portal: Portal; announcement: Announcement };

/** A notice to be shown now: one announcement, or one line for many. */
export type Notice = ({ kind: 'one' } & Line) | { kind: 'many'; items: Item[]; portals: number };

/** What a notice tells of. */
export function itemsOf(notice: Notice): Item[] {
  return notice.kind === 'many' ? notice.items : [itemOf(notice)];
}

/** What is on its way to the screen. It is not saved: after a restart everything pending is on its way again. */
export type Telling = {
  /** Handed to the notification server, not yet answered. */
  sent: Item[];
  /** It could not be shown as a notice: window and menu show it, until it was seen there. */
  refused: Line[];
  /** When notices were shown lately. */
  shownAt: number[];
};

export const newTelling: Telling = { sent: [], refused: [], shownAt: [] };

/** More than this many at once become one notice that opens the window. */
const mostAtOnce = 3;
/** What comes within this span counts as at once. */
const span = 10_000;

/** Picks what is to be shown now. */
export function tell(
  telling: Telling,
  watches: readonly Watch[],
  now: number,
): { telling: Telling; notices: Notice[] } {
  const fresh = untold(telling, watches);
  const shownAt = recently(telling, now);
  const crowd = fresh.length > mostAtOnce;
  if (fresh.length === 0 || (!crowd && shownAt.length + fresh.length > mostAtOnce))
    return { telling, notices: [] };
  const items = fresh.map(itemOf);
  const portals = new Set(items.map(({ portal }) => portal)).size;
  const notices: Notice[] = crowd
    ? [{ kind: 'many', items, portals }]
    : fresh.map((one) => ({ kind: 'one', ...one }));
  return {
    telling: {
      ...telling,
      sent: [...telling.sent, ...items],
      shownAt: [...shownAt, ...notices.map(() => now)],
    },
    notices,
  };
}

/** When what is held back now can be shown; Infinity when nothing is. */
export function nextTellingAt(telling: Telling, watches: readonly Watch[], now: number): number {
  const [oldest] = recently(telling, now);
  return oldest === undefined || untold(telling, watches).length === 0 ? Infinity : oldest + span;
}

function untold({ sent, refused }: Telling, watches: readonly Watch[]): Line[] {
  const underWay = [...sent, ...refused.map(itemOf)];
  return watches.flatMap(({ portal, ledger }) =>
    ledger.pending
      .filter(({ id }) => !underWay.some((item) => isSame(item, { portal: portal.id, id })))
      .map((announcement) => ({ portal, announcement })),
  );
}

function recently({ shownAt }: Telling, now: number): number[] {
  return shownAt.filter((at) => at <= now && now - at < span);
}

/** The notification server took these, maybe so late that their lines were in the window already. */
export function settleShown(telling: Telling, items: readonly Item[]): Telling {
  const isTaken = (line: Line): boolean => items.some((item) => isSame(item, itemOf(line)));
  return {
    ...telling,
    sent: without(telling.sent, items),
    refused: telling.refused.filter((line) => !isTaken(line)),
  };
}

/** It did not: their lines stay until they were seen in the window. */
export function settleRefused(telling: Telling, items: readonly Item[], watches: readonly Watch[]): Telling {
  const freed = { ...telling, sent: without(telling.sent, items) };
  const lines = untold(freed, watches).filter((line) => items.some((item) => isSame(item, itemOf(line))));
  return { ...freed, refused: [...freed.refused, ...lines] };
}

/** A notification server is there (again): what could not be shown before is offered once more. */
export function retryTelling(telling: Telling): Telling {
  return { ...telling, refused: [] };
}

/**
 * Lines that were seen, or are over, stay until the window closes: they must not vanish under the reader's eyes.
 * A closed window keeps only what waits to be told.
 */
export function dropSettled(telling: Telling, watches: readonly Watch[]): Telling {
  const pending = (line: Line): boolean =>
    watches.some(
      ({ portal, ledger }) => portal.id === line.portal.id && ledger.pending.includes(line.announcement),
    );
  return { ...telling, refused: telling.refused.filter(pending) };
}

/** A portal was removed: nothing more is told of it. */
export function dropPortal({ sent, refused, shownAt }: Telling, id: string): Telling {
  return {
    sent: sent.filter(({ portal }) => portal !== id),
    refused: refused.filter(({ portal }) => portal.id !== id),
    shownAt,
  };
}

function itemOf({ portal, announcement }: Line): Item {
  return { portal: portal.id, id: announcement.id };
}

function isSame(one: Item, other: Item): boolean {
  return one.portal === other.portal && one.id === other.id;
}

function without(items: readonly Item[], gone: readonly Item[]): Item[] {
  return items.filter((item) => !gone.some((other) => isSame(item, other)));
}
