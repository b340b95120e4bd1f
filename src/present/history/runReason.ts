import type { Outcome } from '../../core/backup/outcome.ts';
import { outcomeOf } from '../../core/history/runRecord.ts';
import type { Words } from '../i18n/i18n.ts';
import type { ShownRun } from './shownRun.ts';

/** Why a run ended as it did; null while it goes on, and where its outcome says it all. */
export function runReason({ record, going }: ShownRun, { say }: Words): string | null {
  if (going !== null) return null;
  const own = record.end?.reason ?? '';
  const reasons: Record<Outcome, string | null> = {
    finished: null,
    cancelled: null,
    gaps: say('why.gaps'),
    problem: own || say('why.problem'),
    failed: own || say('why.failed.noReason'),
    unknown: say('why.unknown'),
  };
  return reasons[outcomeOf(record) ?? 'unknown'];
}
