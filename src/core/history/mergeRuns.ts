import type { Outcome } from '../backup/outcome.ts';
import { tracePoint } from './trace.ts';
import { type ListedArchive, momentOf, type RunEnd, type RunRecord, type RunStart } from './runRecord.ts';

/** So many runs are remembered of one portal: a year of daily ones. */
export const mostRuns = 400;
/** And the way of so many of them: what the older ones did on their way tells nothing of the next one. */
export const mostTraces = 60;

/**
 * All that is known of these runs, newest first, bounded. What was seen and what the portal lists are merged run by run:
 * it makes no difference what comes first, or whether it comes twice.
 */
export function mergeRuns(known: readonly RunRecord[], more: readonly RunRecord[]): RunRecord[] {
  const runs = new Map<string, RunRecord>();
  for (const run of [...known, ...more]) {
    const name = nameOf(run);
    const same = runs.get(name);
    runs.set(name, same === undefined ? run : mergeRun(same, run));
  }
  return [...runs.values()]
    .sort((one, other) => momentOf(other) - momentOf(one) || compare(nameOf(one), nameOf(other)))
    .slice(0, mostRuns)
    .map((run, index) => (index < mostTraces || run.trace.length === 0 ? run : { ...run, trace: [] }));
}

function nameOf({ scope, id }: RunRecord): string {
  return `${scope} ${id}`;
}

/** What two records say of the same run, together. */
export function mergeRun(one: RunRecord, other: RunRecord): RunRecord {
  return {
    ...one,
    start: better(one.start, other.start, compareStarts),
    stages: {
      waiting: better(one.stages.waiting, other.stages.waiting, earlier),
      running: better(one.stages.running, other.stages.running, earlier),
      uploading: better(one.stages.uploading, other.stages.uploading, earlier),
    },
    trace: other.trace.reduce(tracePoint, one.trace),
    end: better(one.end, other.end, compareEnds),
    archive: better(one.archive, other.archive, compareArchives),
  };
}

/** The one that comes first by an order in which no two different ones are equal. */
function better<Value>(
  one: Value | null,
  other: Value | null,
  order: (one: Value, other: Value) => number,
): Value | null {
  if (one === null || other === null) return one ?? other;
  return order(one, other) <= 0 ? one : other;
}

function earlier(one: number, other: number): number {
  return one - other;
}

function compare(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function compareStarts(one: RunStart, other: RunStart): number {
  return one.at - other.at || Number(other.seen) - Number(one.seen);
}

/** What can still follow comes after it: a run that was thought gone may finish, a finished one may report an error. */
const certainty: Record<Outcome, number> = {
  unknown: 0,
  cancelled: 1,
  finished: 2,
  gaps: 3,
  failed: 4,
  problem: 5,
};

function compareEnds(one: RunEnd, other: RunEnd): number {
  return (
    certainty[other.outcome] - certainty[one.outcome] ||
    Number(other.timed) - Number(one.timed) ||
    one.at - other.at ||
    other.percent - one.percent ||
    compare(one.reason, other.reason)
  );
}

function compareArchives(one: ListedArchive, other: ListedArchive): number {
  return compare(JSON.stringify(other), JSON.stringify(one));
}
