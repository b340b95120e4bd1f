import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  freshFor,
  type Pace,
  pauseAfter,
  pauseAfterStart,
  pauseAfterWaking,
  shortestPause,
} from '../../../src/core/watch/pollInterval.ts';
import { pollings } from '../../../src/core/settings.ts';
import { causeOf } from '../../../src/core/access/causeOf.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { failures, half, minute, second } from '../../support/given.ts';

const calm: Pace = {
  running: false,
  viewed: false,
  polling: 'automatic',
  unfinished: false,
  restoring: false,
  trouble: null,
};
const least = (): number => 0;
const most = (): number => 1 - Number.EPSILON;

function after(failure: Failure, count: number): Pace {
  return { ...calm, trouble: { failure, cause: causeOf(failure), count } };
}

describe('the pause until the next look', () => {
  test.each([
    ['nothing runs, nobody looks', calm, 60],
    ['nothing runs, somebody looks', { ...calm, viewed: true }, 10],
    ['a backup runs, nobody looks', { ...calm, running: true }, 5],
    ['a backup runs, somebody looks', { ...calm, running: true, viewed: true }, 2.5],
  ])('%s', (_what, pace, seconds) => {
    expect(pauseAfter(pace, half)).toBe(seconds * second);
    expect(pauseAfter(pace, least)).toBeCloseTo(Math.max(2, seconds * 0.8) * second);
    expect(pauseAfter(pace, most)).toBeCloseTo(seconds * 1.2 * second);
  });

  test.each([
    ['halfMinute', 30],
    ['minute', 60],
  ] as const)('is the same whatever happens where it is fixed: %s', (polling, seconds) => {
    for (const more of [{}, { running: true }, { viewed: true }, { running: true, viewed: true }]) {
      expect(pauseAfter({ ...calm, ...more, polling }, half)).toBe(seconds * second);
      expect(pauseAfter({ ...calm, ...more, polling }, least)).toBeCloseTo(seconds * 0.8 * second);
    }
  });

  test('after a failure is no shorter where it is fixed', () => {
    for (const polling of pollings) {
      expect(pauseAfter({ ...after(failures.timeout, 4), polling }, half)).toBe(20 * second);
      expect(pauseAfter({ ...calm, unfinished: true, polling }, half)).toBe(shortestPause);
    }
  });

  test('questions that belong together follow each other at once, and at once is 2 s', () => {
    const trouble = { failure: failures.forbidden, cause: 'noRight', count: 7 } as const;
    expect(pauseAfter({ ...calm, unfinished: true, trouble }, most)).toBe(shortestPause);
    expect(shortestPause).toBe(2 * second);
  });

  test('doubles with each failure, up to 5 minutes, with all of it left to chance', () => {
    const ceilings = [1, 2, 3, 4, 5, 6, 7, 50, 5000].map((count) =>
      pauseAfter(after(failures.timeout, count), most),
    );
    expect(ceilings.map((each) => Math.round(each / second))).toEqual([
      5, 10, 20, 40, 80, 160, 300, 300, 300,
    ]);
    expect(pauseAfter(after(failures.timeout, 7), least)).toBe(2 * second);
    expect(pauseAfter(after(failures.timeout, 4), half)).toBe(20 * second);
  });

  test('after a failure is the same whether or not a backup was running, and whoever looks', () => {
    const failed = after(failures.timeout, 4);
    for (const more of [{ running: true }, { viewed: true }, { running: true, watched: true }]) {
      expect(pauseAfter({ ...failed, ...more }, half)).toBe(20 * second);
    }
  });

  test('after a limit without a word about its end begins with the minute that the portal counts over', () => {
    const pauses = [1, 2, 3, 4].map((count) => pauseAfter(after(failures.limited, count), most));
    expect(pauses.map((each) => Math.round(each / second))).toEqual([60, 120, 240, 300]);
  });

  test('is 10 s while a restore is followed, whatever its trouble is', () => {
    const trouble = { failure: failures.forbidden, cause: 'noRight', count: 7 } as const;
    expect(pauseAfter({ ...calm, restoring: true, trouble }, half)).toBe(10 * second);
    expect(pauseAfter({ ...calm, restoring: true, unfinished: true, trouble }, half)).toBe(2 * second);
  });

  test.each([failures.forbidden, failures.unpaid, failures.certificate])(
    'is slow from the first where only a person can help: $kind',
    (failure) => {
      expect(pauseAfter(after(failure, 1), half)).toBe(4 * minute);
    },
  );

  test.each([{ kind: 'lookupFailed', detail: 'EAI_AGAIN' } as const, failures.unreachable])(
    'is short where nothing has left this machine: $kind',
    (failure) => {
      for (const count of [1, 2, 100]) {
        expect(pauseAfter(after(failure, count), half)).toBe(5 * second);
        expect(pauseAfter(after(failure, count), most)).toBeLessThanOrEqual(6 * second);
      }
    },
  );

  test.each([failures.serverError, failures.notThere])('is not slow from the first for %j', (failure) => {
    expect(pauseAfter(after(failure, 1), half)).toBe(2.5 * second);
  });

  test('is never under 2 s and never over 5 minutes, an hour for a refused key', () => {
    const pace: fc.Arbitrary<Pace> = fc.record({
      running: fc.boolean(),
      viewed: fc.boolean(),
      polling: fc.constantFrom(...pollings),
      unfinished: fc.boolean(),
      restoring: fc.boolean(),
      trouble: fc.option(
        fc
          .tuple(fc.constantFrom(...Object.values(failures)), fc.integer({ min: 1, max: 2000 }))
          .map(([failure, count]) => ({ failure, cause: causeOf(failure), count })),
      ),
    });
    fc.assert(
      fc.property(pace, fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (given, luck) => {
        const pause = pauseAfter(given, () => luck);
        expect(pause).toBeGreaterThanOrEqual(2 * second);
        expect(pause).toBeLessThanOrEqual(
          given.trouble?.failure.kind === 'keyRefused' ? 60 * minute : 5 * minute,
        );
      }),
    );
  });
});

describe('the first looks', () => {
  test('come within a second of the start, and within four of waking', () => {
    expect([pauseAfterStart(least), pauseAfterStart(half)]).toEqual([0, 500]);
    expect([pauseAfterWaking(least), pauseAfterWaking(half)]).toEqual([2000, 3000]);
    expect(pauseAfterWaking(most)).toBeLessThan(4000);
  });

  test('somebody who begins to look sees nothing older than they would wait for', () => {
    expect(freshFor).toBe(10 * second);
  });
});
