import { longestStandstill, type Run } from '../backup/run.ts';
import type { PastRun } from './pastRun.ts';

/** A run may stand still for so many times as long as any before it did there. */
const slack = 3;

type Place = Pick<Run, 'stage' | 'percent'>;

/** Where a run stands still, since when, and the longest that any before it did there; 0: nothing is known of one. */
export type Standstill = Place & { since: number; before: number };

export function standstillOf(run: Run, past: readonly PastRun[]): Standstill {
  const { stage, percent, changedAt } = run;
  return { stage, percent, since: changedAt, before: longestBefore(run, past) };
}

/** The longest that this portal's runs stood still where this one is; 0 without a past. Milliseconds. */
export function longestBefore(place: Place, past: readonly PastRun[]): number {
  return past.reduce((longest, one) => Math.max(longest, stoodStill(one, place)), 0);
}

function stoodStill({ waiting, preparing, slowest, uploading }: PastRun, { stage, percent }: Place): number {
  if (stage === 'waiting') return waiting;
  if (stage === 'uploading') return uploading;
  return percent === 0 ? preparing : slowest;
}

/**
 * Whether the run had been standing still for longer than its own pace and this portal's past make plausible when it was
 * last read. Time without a reading (a pause, no network) says nothing about the run, nor does one in which it is missing.
 */
export function isStuck(run: Run, wholeServer: boolean, past: readonly PastRun[], readAt: number): boolean {
  const longest = Math.max(longestStandstill(run, wholeServer), slack * longestBefore(run, past));
  return run.missedAt === null && readAt - run.changedAt >= longest;
}
