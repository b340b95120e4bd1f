import { causes, rowOf } from '../access/cause.ts';
import type { Outcome } from '../backup/outcome.ts';
import type { PortalStatus } from './status.ts';

/** How much a status asks for attention: what is shown first, and what the icon shows, follow from it. */
export function severity(status: PortalStatus): number {
  switch (status.is) {
    case 'ended':
      return endingSeverities[status.ending.outcome];
    case 'noAccess': {
      const row = rowOf(status.cause);
      return status.long ? row.severity : (row.early ?? row.severity);
    }
    case 'scheduleGone':
      // Who deleted it knows so: it asks for attention for a day.
      return status.isNew ? 82 : severities.idle;
    default:
      return severities[status.is];
  }
}

const endingSeverities: Record<Outcome, number> = {
  failed: 100,
  problem: 80,
  gaps: 80,
  unknown: 80,
  finished: 20,
  cancelled: 15,
};

const severities: Record<Exclude<PortalStatus['is'], 'ended' | 'noAccess' | 'scheduleGone'>, number> = {
  keyMissing: 90,
  stuck: 85,
  overdue: 84,
  outdated: 83,
  keyringClosed: 60,
  gone: 80,
  restoring: causes.restoring.severity,
  running: 30,
  waiting: 29,
  uploading: 28,
  settling: 27,
  firstCheck: 10,
  idle: 5,
};

/** From this severity on, somebody has to do something. */
const needsSomebody = 69;

export function needsAttention(status: PortalStatus): boolean {
  return severity(status) >= needsSomebody;
}
