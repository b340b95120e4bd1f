import type { Announcement } from './announcement.ts';

// The life of one piece of news:
//
//           enter          send            markShown          markTold         seeEnding
//     news ──────> pending ────> sent ─┬───────────> shown ──┬──────────> told ──────────> seen
//                     │                └───────────> refused ┘
//            withdraw └──> over          markRefused          once its line was seen in the window
//
// Pending and told are kept here and saved: an announcement is saved as pending before it is shown, and as told once the
// notification server took it or the user saw it in the window. Killed in between, the next start tells it again. What was
// sent and what was refused is the delivery's (delivery.ts) and not saved. Seen is a mark of the ending itself (job.ts).

/** What is to be told of one portal and what has been told: the promise "told once", across restarts and crashes. */
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

/** It has reached the user: it is never told again, also what was withdrawn while it was on its way to them. */
export function markTold(ledger: Ledger, ids: readonly string[]): Ledger {
  const reached = [...new Set(ids)].filter((id) => !ledger.told.includes(id));
  if (reached.length === 0) return ledger;
  return {
    pending: ledger.pending.filter(({ id }) => !reached.includes(id)),
    told: [...ledger.told, ...reached].slice(-mostTold),
  };
}

/**
 * Forgets news of a kind that can come again: a portal that is well may get into the same trouble later. `but`: the id of
 * what is not told again for now.
 */
export function forget(ledger: Ledger, prefix: string, but: string | null = null): Ledger {
  const stays = (id: string): boolean => !id.startsWith(prefix);
  const told = ledger.told.filter((id) => stays(id) || id === but);
  if (told.length === ledger.told.length && ledger.pending.every(({ id }) => stays(id))) return ledger;
  return { pending: ledger.pending.filter(({ id }) => stays(id)), told };
}
