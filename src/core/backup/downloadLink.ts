import type { Ending } from './ending.ts';
import { type Download, resolveLink } from './link.ts';
import { askedScopes, type Watch } from '../watch/watch.ts';

/** A download that can be had now. Its link works on while the next backup runs. */
export type Offer = { job: string; download: Download; until: number; endedAt: number };

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

/** The download of one ending, or null when it has no link, an unusable one, or one that is dead by now or leads nowhere. */
export function offerOfEnding(
  { job, link, linkUntil, endedAt, unlisted }: Ending,
  origin: string,
  now: number,
): Offer | null {
  const download = resolveLink(link, origin);
  if (unlisted || !download.ok || linkUntil === null || linkUntil <= now) return null;
  return { job, download: download.value, until: linkUntil, endedAt };
}

/** DocSpace's own page about backups: where to go when there is no link, and when something went wrong. */
export function backupPage(origin: string): string {
  return `${origin}/portal-settings/backup/data-backup`;
}
