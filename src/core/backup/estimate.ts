import { plateau } from './outcome.ts';
import type { Run } from './run.ts';
import { second, hour } from '../base/time.ts';

const leastSpan = 10 * second;
const leastPercent = 3;
const longestEstimate = 48 * hour;

/**
 * How long a run still takes, in milliseconds, or null when nothing honest can be said: before it has moved by 3
 * points over 10 s, while it waits, on the plateau (nobody knows how long an upload takes), and when it has stood
 * still for longer than the line allows. A straight line through the steps seen lately, drawn on to 100 %.
 */
export function estimate(run: Run, now: number): number | null {
  if (run.stage !== 'running' || run.percent >= plateau) return null;
  const first = run.steps[0];
  const last = run.steps.at(-1);
  if (first === undefined || last === undefined) return null;
  const span = last.at - first.at;
  const gained = last.percent - first.percent;
  if (span < leastSpan || gained < leastPercent) return null;
  const perPoint = span / gained;
  const left = (100 - last.percent) * perPoint - (now - last.at);
  // Standing still for three times as long as a point has taken means that the line no longer holds.
  if (now - last.at > Math.max(leastSpan, 3 * perPoint) || left <= 0) return null;
  return left > longestEstimate ? null : left;
}
