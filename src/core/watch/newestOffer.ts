import { type Offer, offerOfEnding } from '../backup/downloadLink.ts';
import { askedScopes, type Watch } from './watch.ts';

/** The download of a portal's newest finished backup, while its link can work. */
export function offerOf(watch: Watch, now: number): Offer | null {
  const offers = askedScopes(watch)
    .map((scope) => watch.jobs[scope].ending)
    .map((ending) => (ending === null ? null : offerOfEnding(ending, watch.portal.origin, now)))
    .filter((offer) => offer !== null);
  return offers.reduce<Offer | null>(
    (best, offer) => (best && best.endedAt >= offer.endedAt ? best : offer),
    null,
  );
}
