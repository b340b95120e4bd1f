import { minute } from '../base/time.ts';
import type { RestoreEnding } from '../docspace/restore.ts';
import { newRunRecord, type RunRecord } from './runRecord.ts';

/** A portal that answered so long before it was found restoring was seen to be closed for that. */
const longestBlink = 2 * minute;

/**
 * The record of a restore that has just ended. `since`: when the portal was first met in it; `answeredAt`: when it last
 * answered before that, or null. Epoch milliseconds.
 */
export function recordRestore(
  { ended, error, since }: RestoreEnding & { since: number },
  answeredAt: number | null,
  now: number,
): RunRecord {
  const seen = answeredAt !== null && since >= answeredAt && since - answeredAt <= longestBlink;
  return {
    ...newRunRecord('portal', `restore ${since}`),
    kind: 'restore',
    start: { at: since, seen },
    end: { outcome: ended, at: now, timed: true, percent: 100, reason: error },
  };
}
