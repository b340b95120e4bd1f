import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginRun, continueRun, type Run } from '../../../src/core/backup/run.ts';
import { mostPastRuns, marks, type PastRun } from '../../../src/core/foresight/pastRun.ts';
import { timeLeft } from '../../../src/core/foresight/timeLeft.ts';
import { pastRun, slower } from '../../support/core/pastRun.ts';
import { hour, jobOf, minute, second, start } from '../../support/given.ts';

/** A run that was read like this: "0:0 10:40" is 0 % at first, 40 % after ten minutes. */
function runOf(readings: string): Run {
  const [first, ...others] = readings.split(' ').map((reading) => {
    const [minutes = 0, percent = 0] = reading.split(':').map(Number);
    return { at: start + minutes * minute, job: jobOf({ percent }) };
  });
  if (first === undefined) throw new Error('a run has at least one reading');
  return others.reduce(
    (run, { at, job }) => continueRun(run, job, job.percent >= 90 ? 'uploading' : 'running', at),
    beginRun(first.job, first.job.percent >= 90 ? 'uploading' : 'running', first.at),
  );
}

/** In minutes. */
function leftAfter(run: Run, minutes: number, past: readonly PastRun[]) {
  const left = timeLeft(run, past, start + minutes * minute);
  return left === null ? null : [left.from, left.likely, left.to].map((length) => length / minute);
}

function exactly(minutes: number): number[] {
  return [minutes, minutes, minutes];
}

describe('how long a backup still takes', () => {
  test('is, without a past, what its own pace says', () => {
    expect(leftAfter(runOf('0:10 1:40'), 1, [])).toEqual(exactly(2));
    expect(leftAfter(runOf('0:10 1:11'), 1, [])).toBeNull();
  });

  test('is, with a past, what is left by that, phase by phase, from the first sight on', () => {
    expect(leftAfter(runOf('0:0'), 0, [pastRun()])).toEqual(exactly(100));
    expect(leftAfter(runOf('0:0'), 0, [pastRun({ preparing: 20 * minute })])).toEqual(exactly(120));
    expect(leftAfter(runOf('0:0 45:45'), 45, [pastRun()])).toEqual(exactly(55));
    expect(leftAfter(runOf('0:0 90:90'), 94, [pastRun()])).toEqual(exactly(6));
  });

  test('goes on between two steps, no further than to the next', () => {
    const run = runOf('0:0 45:45');
    expect(leftAfter(run, 45.5, [pastRun()])).toEqual(exactly(54.5));
    expect(leftAfter(run, 46, [pastRun()])).toEqual(exactly(54));
    expect(leftAfter(run, 48, [pastRun()])).toEqual(exactly(54));
  });

  test('is longer where this one is slower than that was; the more, the more of it was seen', () => {
    const [, early = 0] = leftAfter(runOf('0:0 20:10'), 20, [pastRun()]) ?? [];
    const [, late = 0] = leftAfter(runOf('0:0 160:80'), 160, [pastRun()]) ?? [];
    expect(early / 90).toBeGreaterThan(1.05);
    expect(early / 90).toBeLessThan(1.3);
    expect(late / 20).toBeGreaterThan(1.5);
    expect(late / 20).toBeLessThan(2);
    const [, fast = 0] = leftAfter(runOf('0:0 40:80'), 40, [pastRun()]) ?? [];
    expect(fast / 20).toBeLessThan(0.75);
  });

  test('is no less for a slower past, and no more for a faster one', () => {
    const run = runOf('0:0 45:45');
    const likely = [0.5, 1, 2, 4].map((times) => leftAfter(run, 45, [slower(times)])?.[1] ?? 0);
    expect(likely).toEqual(likely.toSorted((one, other) => one - other));
  });

  test('is a range where the past varies, and one figure where it does not', () => {
    const run = runOf('0:0');
    const varied = [1, 1, 2, 2, 3, 3].map(slower);
    const [from = 0, likely = 0, to = 0] = leftAfter(run, 0, varied) ?? [];
    expect([from, likely, to]).toEqual([100, 200, 300]);
    const alike = [1, 1.125, 1.25].map(slower);
    expect(leftAfter(run, 0, alike)).toEqual(exactly(112.5));
  });

  test('on the plateau is what those uploads took that took longer, and not known where nearly none did', () => {
    const run = runOf('0:0 90:90');
    const past = [10, 20, 30, 40, 200].map((minutes) => pastRun({ uploading: minutes * minute }));
    expect(leftAfter(run, 90, past)?.[1]).toBe(30);
    expect(leftAfter(run, 115, past)?.[1]).toBe(15);
    expect(leftAfter(run, 129, past)?.[1]).toBe(81);
    expect(leftAfter(run, 131, past)).toBeNull();
    expect(leftAfter(run, 101, [pastRun()])).toBeNull();
  });

  test.each<[string, Run, number, PastRun[]]>([
    ['while it waits', beginRun(jobOf({ percent: 0, status: 0 }), 'waiting', start), 0, [pastRun()]],
    ['in an upload whose beginning nobody saw', runOf('0:90'), 1, [pastRun()]],
    ['where it stands still three times as long as any did', runOf('0:0 45:45'), 48.1, [pastRun()]],
    ['where it stands at 0 % much longer', runOf('0:0'), 16, [pastRun({ preparing: 5 * minute })]],
    ['beyond two days', runOf('0:0'), 0, [slower(30)]],
  ])('is not said %s', (_what, run, minutes, past) => {
    expect(leftAfter(run, minutes, past)).toBeNull();
  });

  test('begins with the past alone after waking: nobody knows how time went', () => {
    expect(leftAfter({ ...runOf('0:0 20:10'), steps: [] }, 20, [pastRun()])).toEqual(exactly(90));
  });
});

const span = fc.nat({ max: 3 * hour });
const pastRuns = fc.array(
  fc.record({
    waiting: span,
    preparing: span,
    // As a damaged file may hold them: in any order.
    ahead: fc.array(span, { minLength: marks.length, maxLength: marks.length }),
    uploading: span,
    slowest: span,
  }),
  { maxLength: mostPastRuns },
);
const readings = fc.array(fc.tuple(fc.nat({ max: 900 }), fc.nat({ max: 100 })), {
  minLength: 1,
  maxLength: 60,
});

function anyRun(gaps: ReadonlyArray<readonly [number, number]>): Run {
  let at = 0;
  return runOf(gaps.map(([gap, percent]) => `${(at += gap / 60)}:${percent}`).join(' '));
}

test('whatever was read, and whatever past there is, it is nothing, or a range in order within two days', () => {
  fc.assert(
    fc.property(readings, pastRuns, fc.nat({ max: 100_000 }), (gaps, past, later) => {
      const run = anyRun(gaps);
      const left = timeLeft(run, past, run.changedAt + later * second);
      const isOrdered = left !== null && 0 <= left.from && left.from <= left.likely && left.likely <= left.to;
      expect(left === null || (isOrdered && left.to <= 48 * hour)).toBe(true);
    }),
  );
});

test('without a step it never grows while time passes, but where the shortest uploads are ruled out', () => {
  fc.assert(
    fc.property(readings, pastRuns, fc.nat({ max: 600 }), fc.nat({ max: 600 }), (gaps, past, first, more) => {
      const run = anyRun(gaps);
      const now = run.changedAt + first * second;
      const [before, after] = [timeLeft(run, past, now), timeLeft(run, past, now + more * second)];
      fc.pre(before !== null && after !== null && run.stage === 'running');
      expect(after.likely).toBeLessThanOrEqual(before.likely);
    }),
  );
});
