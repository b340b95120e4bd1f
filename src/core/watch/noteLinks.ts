import { downloadOfEnding } from '../backup/downloadLink.ts';
import type { Ending } from '../backup/ending.ts';
import { hour } from '../base/time.ts';
import type { Scope } from '../docspace/request.ts';
import { type Announcement, announceLinkEnds, endingId } from '../news/announcement.ts';
import { enter, type Ledger, markTold, withdraw } from '../news/ledger.ts';
import { writtenOf } from '../saving/written.ts';
import { askedScopes, type Watch } from './watch.ts';

/** A link that nobody has used is spoken of once more when it works for no longer than this. */
const lastHours = 3 * hour;

/** That the link of a backup is about to die is news while nobody has opened, copied or seen it, and never afterwards. */
export function noteLinks(watch: Watch, now: number): Watch {
  const ledger = askedScopes(watch).reduce(
    (noted, scope) => noteLink(noted, watch, scope, now),
    watch.ledger,
  );
  return ledger === watch.ledger ? watch : { ...watch, ledger };
}

function noteLink(ledger: Ledger, { portal, jobs, saving }: Watch, scope: Scope, now: number): Ledger {
  const { ending } = jobs[scope];
  const saved = ending === null ? null : writtenOf(saving.written, { scope, job: ending.job });
  // Whoever has its archive needs its link no more; with a damaged one they need it more than ever.
  const isSaved = saved !== null && saved.contents !== 'damaged';
  const news = ending === null || isSaved ? null : announceLink(ending, portal.origin, scope, now);
  const current = withdraw(
    ledger,
    (told) => told.news.of === 'linkEnds' && told.news.scope === scope && told.id !== news?.id,
  );
  if (ending === null || news === null) return current;
  // The news of the ending itself, where it is still to be told, says until when its link works.
  const isUntold = current.pending.some(({ id }) => id === endingId(scope, ending));
  return isUntold ? markTold(current, [news.id]) : enter(current, news);
}

function announceLink(ending: Ending, origin: string, scope: Scope, now: number): Announcement | null {
  const offer = ending.seen ? null : downloadOfEnding(ending, origin, now);
  if (offer === null || offer.until - now > lastHours) return null;
  return announceLinkEnds(scope, ending.job, offer.until, now);
}
