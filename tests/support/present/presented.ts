import type { Ending } from '../../../src/core/backup/ending.ts';
import type { PortalStatus } from '../../../src/core/status/status.ts';
import { day, hour, link, minute, start } from '../given.ts';

/** Friday, 20 November 2026, 16:02. */
export const now = Date.parse('2026-11-20T16:02:00Z');
export { day, hour, minute };
export { words } from '../words.ts';

export const finished: Ending = {
  job: 'task-a',
  task: 'task-a',
  outcome: 'finished',
  percent: 100,
  error: '',
  link,
  archive: 'acme.tar.gz',
  endedAt: now,
  timed: true,
  linkUntil: now + 2 * hour + 38 * minute,
  unlisted: false,
  seen: false,
  mark: '',
};

/** The standing of an ending of the portal's own backup; without an offer unless said otherwise. */
export function ended(parts: Partial<Ending> = {}, offered = false): Extract<PortalStatus, { is: 'ended' }> {
  const ending = { ...finished, ...parts };
  const offer = {
    job: ending.job,
    download: { url: `https://acme.onlyoffice.com${link}`, foreignHost: null, archive: 'acme.tar.gz' },
    until: ending.linkUntil ?? now,
    endedAt: ending.endedAt,
  };
  return { is: 'ended', scope: 'portal', ending, offer: offered ? offer : null };
}

/** An hour and a bit after the start of all other tests. */
export const later = start + hour;
