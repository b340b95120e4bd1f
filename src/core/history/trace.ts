import type { ProgressPoint } from '../backup/run.ts';

/** One point for so many percent: at most 51 points for a run, however long it takes. */
const grain = 2;

/**
 * The trace of a run with one more point. The first sight of each two percent counts, so that traces of the same run that
 * were made before and after a restart can be put together in any order.
 */
export function tracePoint(trace: ProgressPoint[], point: ProgressPoint): ProgressPoint[] {
  const place = placeOf(point);
  const known = trace.find((other) => placeOf(other) === place);
  if (known !== undefined && isFirst(known, point)) return trace;
  const rest = trace.filter((other) => other !== known);
  return [...rest, point].sort((one, other) => one.percent - other.percent);
}

function placeOf({ percent }: ProgressPoint): number {
  return Math.floor(percent / grain);
}

function isFirst(one: ProgressPoint, other: ProgressPoint): boolean {
  return one.at < other.at || (one.at === other.at && one.percent <= other.percent);
}
