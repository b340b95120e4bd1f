import type { Outcome } from '../backup/outcome.ts';
import type { PortalStatus } from './statusOf.ts';

/** How much a standing asks for attention: what is shown first, and what the icon shows, follow from it. */
export function severity(status: PortalStatus): number {
  switch (status.is) {
    case 'ended':
      return endingWeight[status.ending.outcome];
    case 'silent':
      return status.long ? 70 : 50;
    case 'askedToWait':
      return status.long ? 69 : 40;
    case 'forbidden':
      return status.cause === 'busy' ? 45 : 75;
    default:
      return weights[status.is];
  }
}

const endingWeight: Record<Outcome, number> = {
  failed: 100,
  problem: 80,
  gaps: 80,
  unknown: 80,
  finished: 20,
  cancelled: 15,
};

const weights: Record<
  Exclude<PortalStatus['is'], 'ended' | 'silent' | 'askedToWait' | 'forbidden'>,
  number
> = {
  keyRefused: 90,
  keyMissing: 90,
  stuck: 85,
  certificate: 75,
  proxy: 75,
  unpaid: 75,
  keyringClosed: 60,
  gone: 80,
  restoring: 44,
  running: 30,
  waiting: 29,
  uploading: 28,
  ending: 27,
  firstCheck: 10,
  idle: 5,
};

/** From this weight on, somebody has to do something. */
const person = 69;

export function needsAttention(status: PortalStatus): boolean {
  return severity(status) >= person;
}
