import { plateau } from '../backup/outcome.ts';
import type { Run } from '../backup/run.ts';
import type { RunRecord } from '../history/runRecord.ts';

/** What one run that was seen from its beginning to its good end teaches of the next one. All in milliseconds. */
export type PastRun = {
  /** Until a worker took it. */
  waiting: number;
  /** At 0 %, until it moved: what a dump of a whole server does first. */
  preparing: number;
  /** How long it still took to the upload from where it had moved, and from every tenth percent after that: 0, 10 … 80. */
  ahead: number[];
  uploading: number;
  /** The longest that it stood still on its way. */
  slowest: number;
};

/** So many runs are learned from: older ones were of other data. */
export const mostPastRuns = 10;

/** The percentages of `ahead`. */
export const marks = Array.from({ length: plateau / 10 }, (_, index) => 10 * index);

/** Of one whose way was seen from further on than that, nobody knows what the whole of it is like. */
const latestSight = 60;

/** What a run teaches; null where it was not watched all the time, or has not ended well. */
function pastRunOf(run: Run, { start, stages, trace, end }: RunRecord): PastRun | null {
  const isIts = start?.seen === true && start.at === run.firstSeenAt;
  if (!isIts || run.watchedSince !== start.at || end === null || !end.timed) return null;
  if (end.outcome !== 'finished' && end.outcome !== 'gaps') return null;
  const [first] = trace;
  const begun = stages.running;
  if (first === undefined || first.percent > latestSight || begun === null) return null;
  const archived = stages.uploading ?? end.at;
  const way = trace.filter(({ percent }) => percent < plateau);
  const moved = way.find(({ percent }) => percent > 0)?.at ?? archived;
  return {
    waiting: spanOf(stages.waiting ?? begun, begun),
    preparing: first.percent === 0 ? spanOf(begun, moved) : 0,
    ahead: marks.map((mark) => {
      // What was not seen went as what was seen.
      if (mark < first.percent) {
        return Math.round((spanOf(first.at, archived) * (plateau - mark)) / (plateau - first.percent));
      }
      return spanOf(way.find(({ percent }) => percent >= Math.max(mark, 1))?.at ?? archived, archived);
    }),
    uploading: spanOf(archived, end.at),
    slowest: slowestOf([...way.filter(({ percent }) => percent > 0).map(({ at }) => at), archived]),
  };
}

function spanOf(from: number, to: number): number {
  return Math.max(0, to - from);
}

function slowestOf(times: readonly number[]): number {
  return times.reduce((slowest, at, index) => Math.max(slowest, at - (times[index - 1] ?? at)), 0);
}

/** With what has been recorded of the run that was just going on, the newest last. */
export function learnRun(past: PastRun[], run: Run | null, recorded: readonly RunRecord[]): PastRun[] {
  if (run === null) return past;
  const learned = recorded.map((record) => pastRunOf(run, record)).filter((one) => one !== null);
  return learned.length === 0 ? past : [...past, ...learned].slice(-mostPastRuns);
}
