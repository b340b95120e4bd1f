import { describe, expect, test } from 'vitest';
import type { SaveProgress } from '../../../src/core/saving/order.ts';
import {
  paceAfter,
  savePercent,
  type SavePace,
  saveTimeLeft,
  speedOf,
} from '../../../src/core/saving/pace.ts';
import { minute, second, start } from '../../support/given.ts';

const size = 1_000_000_000;

function receiving(done: number, of: number | null = size): SaveProgress {
  return { stage: 'receiving', done, size: of };
}

/** So many bytes come each second, for so many seconds. */
function paceOf(speed: number, seconds: number, from = 0): SavePace {
  let pace: SavePace | null = null;
  for (let passed = 0; passed <= seconds; passed++) {
    pace = paceAfter(pace, receiving(from + speed * passed), start + passed * second);
  }
  if (pace === null) throw new Error('nothing has come');
  return pace;
}

describe('the pace of a save', () => {
  test('is not known at once', () => {
    expect(speedOf(paceOf(1_000_000, 1))).toBeNull();
    expect(saveTimeLeft(paceOf(1_000_000, 1))).toBeNull();
  });

  test('says how fast it is, and how long it still takes', () => {
    const pace = paceOf(10_000_000, 20);
    expect(speedOf(pace)).toBe(10_000_000);
    expect(saveTimeLeft(pace)).toBe(80 * second);
    expect(savePercent(pace)).toBe(20);
  });

  test('counts what came lately only: one that goes on from a part is not faster for it', () => {
    expect(speedOf(paceOf(10_000_000, 20, 500_000_000))).toBe(10_000_000);
    const slower = Array.from({ length: 20 }, (_, index) => index + 1).reduce<SavePace>(
      (pace, passed) =>
        paceAfter(pace, receiving(200_000_000 + 1_000_000 * passed), start + (20 + passed) * second),
      paceOf(10_000_000, 20),
    );
    expect(speedOf(slower)).toBe(1_000_000);
  });

  test('has no end where the server does not say how long it is, or nothing comes', () => {
    const endless = paceAfter(
      paceAfter(null, receiving(0, null), start),
      receiving(9, null),
      start + minute / 6,
    );
    expect([saveTimeLeft(endless), savePercent(endless)]).toEqual([null, null]);
    expect(saveTimeLeft(paceOf(0, 10))).toBeNull();
  });

  test.each([
    ['another stage', { stage: 'reading', done: 900_000_000, size } as const, start + 21 * second],
    ['a beginning anew', receiving(0), start + 21 * second],
    ['a clock that was set back', receiving(300_000_000), start - minute],
  ])('begins anew with %s', (_what, progress, at) => {
    expect(speedOf(paceAfter(paceOf(10_000_000, 20), progress, at))).toBeNull();
  });

  test('is never more than all of it', () => {
    expect(savePercent(paceAfter(null, receiving(size + 1), start))).toBe(100);
    expect(savePercent(paceAfter(null, receiving(size - 1), start))).toBe(99);
    expect(savePercent(paceAfter(null, receiving(0, 0), start))).toBeNull();
  });
});
