import { plateau } from '../core/backup/outcome.ts';
import { type Standing, standingOf } from '../core/status/statusOf.ts';
import { offlineFor, type State } from '../core/state.ts';
import { needsSomebody } from '../core/status/severity.ts';

/** A tray frame by its name: `running-00` to `running-90` in steps of 5. */
export type Frame =
  | 'idle'
  | `running-${string}`
  | 'uploading'
  | 'finished'
  | 'failed'
  | 'attention'
  | 'offline'
  | 'paused';

/** Which frame the icon shows: the first that holds, in the order of what matters most. */
export function frameOf(state: State, now: number): Frame {
  if (state.pausedUntil !== null) return 'paused';
  if (offlineFor(state) !== null) return 'offline';
  const standings = state.watches.map((watch) => standingOf(watch, now));
  if (standings.some(isUnseenFailure)) return 'failed';
  if (standings.some(needsAttention)) return 'attention';
  const least = Math.min(...standings.map(percentOf));
  if (least !== Infinity) return `running-${String(Math.floor(least / 5) * 5).padStart(2, '0')}`;
  if (standings.some(({ is }) => is === 'uploading')) return 'uploading';
  return standings.some((standing) => isUnseenSuccess(standing, now)) ? 'finished' : 'idle';
}

function isUnseenFailure(standing: Standing): boolean {
  return standing.is === 'ended' && standing.ending.outcome === 'failed' && !standing.ending.seen;
}

/** Endings ask for attention until they were looked at; troubles until they are over. */
function needsAttention(standing: Standing): boolean {
  if (standing.is === 'keyringClosed') return true;
  return needsSomebody(standing) && (standing.is !== 'ended' || !standing.ending.seen);
}

function percentOf(standing: Standing): number {
  if (standing.is === 'waiting') return 0;
  // A backup that is just ending may stand at 100 %.
  if (standing.is === 'ending') return Math.min(standing.percent, plateau);
  return standing.is === 'running' ? standing.percent : Infinity;
}

/** Until it was looked at, or its link is dead. */
function isUnseenSuccess(standing: Standing, now: number): boolean {
  if (standing.is !== 'ended' || standing.ending.outcome !== 'finished' || standing.ending.seen) return false;
  const { linkUntil } = standing.ending;
  return linkUntil === null || linkUntil > now;
}
