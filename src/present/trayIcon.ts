import { plateau } from '../core/backup/outcome.ts';
import type { PortalStatus } from '../core/status/status.ts';
import type { WatchStatus } from '../core/status/statusOf.ts';
import { offlineFor, type State } from '../core/state.ts';
import { needsAttention } from '../core/status/severity.ts';

/** A picture of the tray by its name: `running-00` to `running-90` in steps of 5. */
export type TrayIcon =
  | 'idle'
  | `running-${string}`
  | 'uploading'
  | 'finished'
  | 'failed'
  | 'attention'
  | 'offline'
  | 'paused';

/** What the icon shows: the first that holds, in the order of what matters most. */
export function trayIconOf(state: State, portals: readonly WatchStatus[], now: number): TrayIcon {
  if (state.pausedUntil !== null) return 'paused';
  if (offlineFor(state) !== null) return 'offline';
  const statuses = portals.map(({ status }) => status);
  if (statuses.some(isUnseenFailure)) return 'failed';
  if (statuses.some(isUnseenTrouble)) return 'attention';
  const least = Math.min(...statuses.map(percentOf));
  if (least !== Infinity) return `running-${String(Math.floor(least / 5) * 5).padStart(2, '0')}`;
  if (statuses.some(({ is }) => is === 'uploading')) return 'uploading';
  return statuses.some((status) => isUnseenSuccess(status, now)) ? 'finished' : 'idle';
}

function isUnseenFailure(status: PortalStatus): boolean {
  return status.is === 'ended' && status.ending.outcome === 'failed' && !status.ending.seen;
}

/** Endings ask for attention until they were looked at; troubles until they are over. */
function isUnseenTrouble(status: PortalStatus): boolean {
  if (status.is === 'keyringClosed') return true;
  return needsAttention(status) && (status.is !== 'ended' || !status.ending.seen);
}

function percentOf(status: PortalStatus): number {
  if (status.is === 'waiting') return 0;
  // A backup that is just ending may stand at 100 %.
  if (status.is === 'settling') return Math.min(status.percent, plateau);
  return status.is === 'running' ? status.percent : Infinity;
}

/** Until it was looked at, or its link has expired. */
function isUnseenSuccess(status: PortalStatus, now: number): boolean {
  if (status.is !== 'ended' || status.ending.outcome !== 'finished' || status.ending.seen) return false;
  const { linkUntil } = status.ending;
  return linkUntil === null || linkUntil > now;
}
