import { replay, type Said } from './replay.ts';
import { straightLine } from './straightLine.ts';
import type { Trace } from './traces.ts';

/** How well the time left was said at one share of the runs' times. Errors are medians, as shares of the time left. */
export type Accuracy = {
  at: number;
  runs: number;
  /** What says nothing errs by the whole of it. */
  error: number;
  straightError: number;
  /** Said as a range: how often, and how often the truth lay in it. */
  ranges: number;
  hits: number;
  /** In the upload: how many were, and of how many a time was said. */
  plateau: number;
  plateauSaid: number;
  plateauError: number;
};

/** Has Keepwatch watch all these backups, and compares what it says at these shares of their times with what was so. */
export function measureAccuracy(portals: readonly Trace[][], shares: readonly number[]): Accuracy[] {
  const said = portals.flatMap((runs) => replay(runs, shares));
  return shares.map((at, index) => accuracyOf(at, said.map((moments) => moments[index]).filter(isSaid)));
}

function isSaid(said: Said | undefined): said is Said {
  return said !== undefined;
}

function accuracyOf(at: number, all: readonly Said[]): Accuracy {
  const ranges = all.filter(({ said }) => said !== null && said.from < said.to);
  const hits = ranges.filter(({ said, truth }) => said !== null && said.from <= truth && truth <= said.to);
  const plateau = all.filter(({ percent }) => percent === 90);
  return {
    at,
    runs: all.length,
    error: median(all.map(errorOf)),
    straightError: median(all.map((each) => errorBy(each, straightLine(each.percent, each.after)))),
    ranges: ranges.length,
    hits: hits.length,
    plateau: plateau.length,
    plateauSaid: plateau.filter(({ said }) => said !== null).length,
    plateauError: median(plateau.map(errorOf)),
  };
}

function errorOf(each: Said): number {
  return errorBy(each, each.said?.likely ?? null);
}

function errorBy({ truth }: Said, left: number | null): number {
  return left === null ? 1 : Math.abs(left - truth) / truth;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
