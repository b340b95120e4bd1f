import { isLongOutage, shownCause } from '../access/shownCause.ts';
import type { Trouble } from '../access/trouble.ts';
import { minute } from '../base/time.ts';
import { nextPollAt } from '../watch/poll.ts';
import { askedScopes, type Watch } from '../watch/watch.ts';
import { jobStatus } from './jobStatus.ts';
import { severity } from './severity.ts';
import type { AccessStatus, JobStatus, PortalStatus } from './status.ts';

/** A portal that is watched, and how it stands. */
export type WatchStatus = { watch: Watch; status: PortalStatus };

/** How each portal stands now: found out once, for all that is shown of it. */
export function statusesOf(watches: readonly Watch[], now: number): WatchStatus[] {
  return watches.map((watch) => ({ watch, status: statusOf(watch, now) }));
}

/** How one portal stands now. */
export function statusOf(watch: Watch, now: number): PortalStatus {
  if (watch.keyStatus === 'keyringClosed') return { is: 'keyringClosed' };
  if (watch.keyStatus === 'missing') return { is: 'keyMissing', never: !watch.jobs.portal.known };
  return accessStatus(watch, now) ?? foremost(watch, now);
}

/** A wait that is worth a word. */
const leastWait = minute;

function accessStatus({ access, key, poll }: Watch, now: number): AccessStatus | null {
  const { trouble } = access;
  // Nothing can be asked before the end of a wait (`Retry-After`): what was seen before it is not shown as if it were new.
  const waits = poll.notBefore - now >= leastWait;
  const cause = shownCause(access, key, waits) ?? (waits ? 'askedToWait' : null);
  if (cause === null) return null;
  if (trouble === null) {
    const { askedAt: since, notBefore: nextAt } = poll;
    return { is: 'noAccess', cause: 'askedToWait', since, nextAt, long: false, host: null };
  }
  const { since, restore } = trouble;
  if (cause === 'restoring') return { is: 'restoring', percent: restore.percent, since };
  const nextAt = poll.asking === null ? nextPollAt(poll) : null;
  const host = redirectHost(trouble);
  return { is: 'noAccess', cause, since, nextAt, long: isLongOutage(trouble), host };
}

function redirectHost({ failure }: Trouble): string | null {
  return failure.kind === 'redirected' && failure.to.leads === 'elsewhere' ? failure.to.address.host : null;
}

/** Of a portal's own backup and the whole server's, the one that says more. */
function foremost(watch: Watch, now: number): JobStatus {
  const own = jobStatus(watch, 'portal', now);
  if (!askedScopes(watch).includes('server')) return own;
  const whole = jobStatus(watch, 'server', now);
  return whole.is !== 'firstCheck' && severity(whole) > severity(own) ? whole : own;
}
