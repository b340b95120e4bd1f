import { day, hour } from '../base/time.ts';
import type { Result } from '../base/result.ts';
import type { Failure } from '../net/failure.ts';
import type { Portal } from '../portal.ts';
import type { KeyLife } from '../access/keyLife.ts';

/**
 * How many of a month's free backups a portal has made. How many there are its API does not say; a server of one's own
 * has no limit. Epoch milliseconds.
 */
export type FreeBackups = {
  /** What the portal said last, and when; null: it has not, or does not say it. */
  used: { count: number; at: number } | null;
  askAt: number;
};

export const newFreeBackups: FreeBackups = { used: null, askAt: 0 };

const askEach = 6 * hour;

/** It is asked where somebody can start a backup that would be counted. */
export function wantsFreeBackups(
  { askAt }: FreeBackups,
  { standalone }: Portal,
  { writes }: KeyLife,
  now: number,
): boolean {
  return writes && standalone !== true && now >= askAt;
}

/** Takes in the answer. Servers before 3.5 have none. */
export function learnFreeBackups(free: FreeBackups, got: Result<number, Failure>, now: number): FreeBackups {
  if (!got.ok) return { ...free, askAt: now + (got.reason.kind === 'notThere' ? day : hour) };
  return { used: { count: got.value, at: now }, askAt: now + askEach };
}

/** How many are used of those of this month, by UTC as the portal counts them; null where that is not known now. */
export function freeBackupsUsed({ used }: FreeBackups, now: number): number | null {
  if (used === null || now < used.at || monthOf(used.at) !== monthOf(now)) return null;
  return used.count;
}

const months = new Intl.DateTimeFormat('en-CA', { timeZone: 'UTC', year: 'numeric', month: '2-digit' });

function monthOf(at: number): string {
  return months.format(at);
}
