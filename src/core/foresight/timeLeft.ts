import { hour, second } from '../base/time.ts';
import { type Run, straightLine } from '../backup/run.ts';
import type { PastRun } from './pastRun.ts';
import { longestBefore } from './standstill.ts';

/** How long a run still takes, in milliseconds: most likely, and from where to where it varies; equal where it does not. */
export type TimeLeft = { likely: number; from: number; to: number };

const longest = 48 * hour;

/**
 * How long a run still takes by what this portal's runs took before, each scaled by how fast this one is beside it; null
 * where nothing honest can be said. A portal without a past has its own pace alone.
 */
export function timeLeft(run: Run, past: readonly PastRun[], now: number): TimeLeft | null {
  if (run.stage === 'waiting') return null;
  if (past.length === 0) return byItself(run, now);
  if (run.stage === 'running' && now - run.changedAt > longestPause(run, past)) return null;
  const lefts = past.flatMap((one) => leftAs(run, one, now)).sort((one, other) => one - other);
  // It takes longer than nearly every run before: nobody knows how long.
  if (lefts.length * leastShare < past.length) return null;
  const [from, likely, to] = [quantile(lefts, rare), quantile(lefts, 0.5), quantile(lefts, 1 - rare)];
  if (to > longest) return null;
  return to < varies * from ? exactly(likely) : { likely, from, to };
}

/** A range leaves out what is as rare as that on either side, and is said where it reaches so many times as far as it begins. */
const rare = 0.1;
const varies = 1.5;

/** By its own pace alone. */
function byItself(run: Run, now: number): TimeLeft | null {
  const left = straightLine(run, now);
  return left === null ? null : exactly(left);
}

const leastShare = 4;
const patience = 3;
const leastPause = 10 * second;

/** After standing still for longer than that, what was before tells nothing of it any more. */
function longestPause(run: Run, past: readonly PastRun[]): number {
  return Math.max(leastPause, patience * longestBefore(run, past));
}

function exactly(left: number): TimeLeft {
  return { likely: left, from: left, to: left };
}

/** What is left if it goes on as that run did; nothing where it is past the end of that one. */
function leftAs(run: Run, one: PastRun, now: number): number[] {
  const pace = paceBeside(run, one);
  // More data take longer on both; a busy server says nothing of the line.
  const uploading = one.uploading * Math.sqrt(pace);
  if (run.stage === 'running') {
    const here = wayFrom(one, run.percent) * pace - (now - run.changedAt);
    const next = wayFrom(one, run.percent + 1) * pace;
    return [Math.max(here, next) + uploading];
  }
  // When an upload began is not known where it was going on when it was first seen.
  const left = uploading - (now - run.stageSince);
  return run.stageSince > run.watchedSince && left > 0 ? [left] : [];
}

/** How long that run still took to its upload from a percentage on; from 0, with what it did before it moved. */
function wayFrom({ preparing, ahead }: PastRun, percent: number): number {
  const mark = Math.floor(percent / 10);
  const [from = 0, to = 0] = ahead.slice(mark, mark + 2);
  return (percent === 0 ? preparing : 0) + from + ((to - from) * (percent - 10 * mark)) / 10;
}

/** How many times as long as that run this one takes: what was seen of it says so for so much of the way, and 1 for the rest. */
function paceBeside({ steps }: Run, one: PastRun): number {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return 1;
  const its = wayFrom(one, first.percent) - wayFrom(one, last.percent);
  const own = last.at - first.at;
  if (own < leastPause || its < leastPause) return 1;
  const seen = Math.min(1, its / wayFrom(one, 0));
  return Math.min(most, Math.max(1 / most, own / its)) ** seen;
}

const most = 10;

/** Between two of them it is as much of each as it is near to it. */
function quantile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  return sorted.reduce((sum, each, index) => sum + each * Math.max(0, 1 - Math.abs(place - index)), 0);
}
