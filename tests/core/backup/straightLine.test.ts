import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { beginRun, continueRun, straightLine, type Run } from '../../../src/core/backup/run.ts';
import { hour, jobOf, minute, second, start } from '../../support/given.ts';

/** A run that was read like this: "0:10 60:40" is 10 % at first, 40 % after a minute. */
function runOf(readings: string): Run {
  const [first, ...others] = readings.split(' ').map((reading) => {
    const [seconds = 0, percent = 0] = reading.split(':').map(Number);
    return { at: start + seconds * second, job: jobOf({ percent }) };
  });
  if (first === undefined) throw new Error('a run has at least one reading');
  return others.reduce(
    (run, { at, job }) => continueRun(run, job, job.percent >= 90 ? 'uploading' : 'running', at),
    beginRun(first.job, 'running', first.at),
  );
}

function leftAfter(run: Run, seconds: number): number | null {
  return straightLine(run, start + seconds * second);
}

describe('how long a backup still takes by its own pace', () => {
  test('is a straight line through what was seen, drawn on to the end', () => {
    expect(leftAfter(runOf('0:10 60:40'), 60)).toBe(2 * minute);
    expect(leftAfter(runOf('0:10 60:40'), 65)).toBe(2 * minute - 5 * second);
  });

  test.each<[string, Run, number]>([
    ['after the first reading', runOf('0:10'), 0],
    ['before it has moved by 3 points', runOf('0:10 60:12'), 60],
    ['before 10 s have passed', runOf('0:10 9:30'), 9],
    ['while it waits', { ...runOf('0:0 60:40'), stage: 'waiting' }, 60],
    ['on the plateau', runOf('0:10 60:90'), 60],
    ['at 90 by whatever name', { ...runOf('0:10 60:90'), stage: 'running' }, 60],
    ['when it stands still three times as long as a point takes', runOf('0:10 300:13'), 601],
    ['when it stands still for more than 10 s', runOf('0:10 60:40'), 71],
    ['beyond two days', runOf('0:10 14400:13'), 14_400],
    ['after waking: nobody knows how time went', { ...runOf('0:10 60:40'), steps: [] }, 60],
  ])('is not said %s', (_what, run, seconds) => {
    expect(leftAfter(run, seconds)).toBeNull();
  });

  test('is said at the very edges of that', () => {
    expect(leftAfter(runOf('0:10 10:13'), 10)).not.toBeNull();
    expect(leftAfter(runOf('0:10 60:40'), 70)).not.toBeNull();
    expect(leftAfter(runOf('0:10 300:13'), 600)).not.toBeNull();
    expect(leftAfter(runOf('0:50 86400:75'), 86_400)).toBe(24 * hour);
    expect(leftAfter(runOf('0:50 172800:75'), 172_800)).toBe(48 * hour);
    expect(leftAfter(runOf('0:50 172801:75'), 172_801)).toBeNull();
  });

  test('follows what was seen lately', () => {
    const slow = Array.from({ length: 30 }, (_, index) => `${index * 60}:${index}`);
    const fast = Array.from({ length: 40 }, (_, index) => `${1800 + index * 2}:${30 + index}`);
    expect(leftAfter(runOf([...slow, ...fast].join(' ')), 1878)).toBe(62 * second);
  });

  test('whatever was read, it is nothing or between now and two days', () => {
    const steps = fc.array(fc.tuple(fc.nat({ max: 600 }), fc.nat({ max: 100 })), {
      minLength: 1,
      maxLength: 80,
    });
    fc.assert(
      fc.property(steps, fc.nat({ max: 10_000 }), (gaps, later) => {
        let at = 0;
        const run = runOf(gaps.map(([gap, percent]) => `${(at += gap)}:${percent}`).join(' '));
        const left = straightLine(run, run.changedAt + later * second);
        expect(left === null || (left > 0 && left <= 48 * hour)).toBe(true);
      }),
    );
  });
});
