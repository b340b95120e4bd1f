import { hour, minute } from '../base/time.ts';
import type { Scope } from '../docspace/request.ts';
import type { Failure } from '../net/failure.ts';

/**
 * When a portal is asked for its lists of archives because somebody looks at its runs. The server opens the storage of each
 * archive to answer: so when the view is opened, and hourly while it stays open. Epoch milliseconds.
 */
export type Listing = {
  /** Since when its runs are looked at; null while nobody does. */
  openedAt: number | null;
  /** When each of its lists was last asked for, for whatever reason. */
  askedAt: Record<Scope, number | null>;
  /** Why the last one could not be had; null: it could. */
  failure: Failure['kind'] | null;
};

export const newListing: Listing = {
  openedAt: null,
  askedAt: { portal: null, server: null },
  failure: null,
};

/** Who closes the view and opens it again sees the same list. */
const freshFor = minute;
const interval = hour;

/** Somebody looks at the runs from now on; null: no more. */
export function lookAtRuns(listing: Listing, openedAt: number | null): Listing {
  return { ...listing, openedAt };
}

/** Whether a list is to be asked for now. */
export function wantsList({ openedAt, askedAt }: Listing, scope: Scope, now: number): boolean {
  if (openedAt === null) return false;
  const last = askedAt[scope];
  return last === null || openedAt - last >= freshFor || now - last >= interval;
}

/** After a jump of the clock: what lies in the future by the new one is now. */
export function rebaseListing(listing: Listing, now: number): Listing {
  const past = (at: number | null): number | null => (at === null ? null : Math.min(at, now));
  const { portal, server } = listing.askedAt;
  return {
    ...listing,
    openedAt: past(listing.openedAt),
    askedAt: { portal: past(portal), server: past(server) },
  };
}

/** After an answer; `failure`: why it was none. */
export function listAnswered(
  listing: Listing,
  scope: Scope,
  failure: Listing['failure'],
  now: number,
): Listing {
  return { ...listing, askedAt: { ...listing.askedAt, [scope]: now }, failure };
}
