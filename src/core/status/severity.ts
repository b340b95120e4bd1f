import type { Outcome } from '../backup/outcome.ts';
import type { Standing } from './statusOf.ts';

/** How much a standing asks for attention: what is shown first, and what the icon shows, follow from it. */
export function weight(standing: Standing): number {
  switch (standing.is) {
    case 'ended':
      return endingWeight[standing.ending.outcome];
    case 'silent':
      return standing.long ? 70 : 50;
    case 'askedToWait':
      return standing.long ? 69 : 40;
    case 'forbidden':
      return standing.cause === 'busy' ? 45 : 75;
    default:
      return weights[standing.is];
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

const weights: Record<Exclude<Standing['is'], 'ended' | 'silent' | 'askedToWait' | 'forbidden'>, number> = {
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
  firstLook: 10,
  idle: 5,
};

/** From this weight on, somebody has to do something. */
const person = 69;

export function needsSomebody(standing: Standing): boolean {
  return weight(standing) >= person;
}
