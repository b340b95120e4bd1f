import type { Announcement } from './announcement.ts';

/**
 * What is to be told of one portal and what has been told: the promise "told once", across restarts and crashes. An
 * announcement is saved as pending before anything is shown, and as told once the notification server took it or
 * the user saw its line in the window. Killed in between, the next start tells it again.
 */
export type Ledger = {
  pending: Announcement[];
  /** Ids, oldest first. Bounded: a portal remembers one job, so old ids cannot come back. */
  told: string[];
};

export const newLedger: Ledger = { pending: [], told: [] };

const mostTold = 40;
const mostPending = 100;

/** Enters news, unless it is known already. */
export function enter(ledger: Ledger, announcement: Announcement): Ledger {
  const known =
    ledger.told.includes(announcement.id) || ledger.pending.some(({ id }) => id === announcement.id);
  return known ? ledger : { ...ledger, pending: [...ledger.pending, announcement].slice(-mostPending) };
}

/** Takes back what is not so any more and was not told yet. */
export function withdraw(ledger: Ledger, isOver: (announcement: Announcement) => boolean): Ledger {
  const pending = ledger.pending.filter((announcement) => !isOver(announcement));
  return pending.length === ledger.pending.length ? ledger : { ...ledger, pending };
}

/** Takes back news about access that nobody was told of yet: one trouble has made way for another. `but`: the id of that. */
export function withdrawAccess(ledger: Ledger, but: string | null): Ledger {
  return withdraw(ledger, ({ id, news }) => news.of === 'access' && id !== but);
}

/** It has reached the user: it is never told again. */
export function markTold(ledger: Ledger, ids: readonly string[]): Ledger {
  const done = ledger.pending.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
  if (done.length === 0) return ledger;
  return {
    pending: ledger.pending.filter(({ id }) => !done.includes(id)),
    told: [...ledger.told, ...done].slice(-mostTold),
  };
}

/** A notice of it was shown. What was taken back while that was on its way is told all the same. */
export function markShown(ledger: Ledger, ids: readonly string[]): Ledger {
  const settled = markTold(ledger, ids);
  const late = [...new Set(ids)].filter((id) => !settled.told.includes(id));
  return late.length === 0 ? settled : { ...settled, told: [...settled.told, ...late].slice(-mostTold) };
}

/** Forgets news of a kind that can come again: a portal that is well may get into the same trouble later. */
export function forget(ledger: Ledger, prefix: string): Ledger {
  const stays = (id: string): boolean => !id.startsWith(prefix);
  if (ledger.told.every(stays) && ledger.pending.every(({ id }) => stays(id))) return ledger;
  return { pending: ledger.pending.filter(({ id }) => stays(id)), told: ledger.told.filter(stays) };
}
