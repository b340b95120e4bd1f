import { minute } from './base/time.ts';
import { keyRetryPause } from './connect/keyRetry.ts';
import { nextDeliveryAt } from './news/delivery.ts';
import { withoutSilenced } from './news/silenced.ts';
import { offlineFor, type State } from './state.ts';
import { nextPollAt } from './watch/poll.ts';
import { nextSaveAt } from './saving/saving.ts';
import { askedScopes, canBeAsked, type Watch } from './watch/watch.ts';

// When the engine has to come back by itself.

/** Whether the network is back is checked this often while it is away: nobody tells when it comes back. */
const networkCheck = 5000;

/** Timers rest while a machine sleeps: one that runs out after this long shows that it does not, whatever it told. */
const longestSleepHint = minute;

/** When the engine has to come back by itself, epoch milliseconds; Infinity for "only when something happens". */
export function nextWakeAt(state: State, now: number): number {
  // A portal can be added while none is watched.
  return Math.min(retryAt(state, now), nextWatchAt(state, now));
}

/**
 * When a key that was refused while its portal is added is tried again; Infinity where none is. A clock that was set back
 * makes nobody wait longer.
 */
export function retryAt({ connect: { stage } }: State, now: number): number {
  if (stage.is !== 'waiting') return Infinity;
  return stage.until - now > keyRetryPause ? now : stage.until;
}

function nextWatchAt(state: State, now: number): number {
  if (state.asleepSince !== null) return Math.min(state.asleepSince, now) + longestSleepHint;
  if (state.pausedUntil !== null) return state.pausedUntil;
  const online = state.offlineSince === null;
  const polls = state.watches
    .filter((watch) => canBeAsked(watch, online))
    .map(({ poll }) => nextPollAt(poll));
  const saves = state.watches
    .filter((watch) => canBeAsked(watch, online))
    .map(({ saving }) => nextSaveAt(saving));
  const delivery = isGathering(state, now)
    ? state.gatherUntil
    : nextDeliveryAt(state.delivery, withoutSilenced(state.watches, state.silenced), now);
  return Math.min(delivery, offlineFor(state) === null ? Infinity : now + networkCheck, ...polls, ...saves);
}

/** The portals are being asked for the first time since the start, or since waking. */
export function isGathering({ watches, gatherUntil }: State, now: number): boolean {
  return now < gatherUntil && watches.some((watch) => isUnread(watch) || isUnsettled(watch));
}

function isUnread({ keyStatus, poll }: Watch): boolean {
  // At the start every key waits for the keyring for a moment.
  return keyStatus !== 'missing' && !poll.answered && poll.dueAt !== Infinity;
}

/** Something has ended, and the history is about to say how. */
function isUnsettled(watch: Watch): boolean {
  const doubts = askedScopes(watch).flatMap((scope) => watch.jobs[scope].doubts);
  return doubts.some(({ why, tries }) => why !== 'told' && tries === 0);
}
