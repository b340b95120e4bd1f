import { mergeRuns } from '../../../src/core/history/mergeRuns.ts';
import { newRunRecord, type RunRecord } from '../../../src/core/history/runRecord.ts';
import { acme, minute, start } from '../given.ts';
import type { Shell } from './shell.ts';

/** A run that took 20 minutes and finished, unless said otherwise. */
export function runOf(id: string, parts: Partial<RunRecord> = {}): RunRecord {
  return {
    ...newRunRecord('portal', id),
    start: { at: start, seen: true },
    end: { outcome: 'finished', at: start + 20 * minute, timed: true, percent: 100, reason: '' },
    ...parts,
  };
}

/** What is in a portal's file, after all that was put to it. */
export function recordedRuns({ effects }: Shell, portal = acme.id): RunRecord[] {
  return effects.reduce<RunRecord[]>(
    (known, effect) =>
      effect.do === 'recordRuns' && effect.portal === portal ? mergeRuns(known, effect.runs) : known,
    [],
  );
}
