import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/core/backup/outcome.ts';
import { newRunRecord, type RunRecord } from '../../../src/core/history/runRecord.ts';
import { durationChart } from '../../../src/present/history/durationChart.ts';
import { day, hour, minute, second, start } from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';
import { words } from '../../support/words.ts';

/** A run of so many days ago that took so long. */
function took(duration: number, daysAgo: number, outcome: Outcome = 'finished'): RunRecord {
  const at = start - daysAgo * day;
  return runOf(`${daysAgo}`, {
    start: { at, seen: true },
    end: { outcome, at: at + duration, timed: true, percent: 31, reason: '' },
  });
}

const listed: RunRecord = {
  ...newRunRecord('portal', 'listed'),
  archive: { name: '', storage: null, createdAt: start - 9 * day, expiresAt: null },
};
const drawn = (runs: RunRecord[]) => durationChart(runs, words, start);

describe('how long the last runs took', () => {
  test('is drawn from the oldest to the newest, failures and what is unknown apart', () => {
    const runs = [
      took(20 * minute, 0),
      took(3 * minute, 1, 'failed'),
      took(22 * minute, 2, 'gaps'),
      took(15 * minute, 3, 'cancelled'),
      took(21 * minute, 4, 'unknown'),
      took(18 * minute, 5, 'problem'),
      runOf('lost', { start: { at: start - 6 * day, seen: true }, end: null }),
      listed,
    ];
    expect(drawn(runs)).toEqual({
      title: 'Last 8 runs',
      said: `18 min to 22 min, usually 20 min; 1 failed, on ${words.date(start - day, start)}; how long 2 took is unknown`,
      bars: [
        { kind: 'good', height: null },
        { kind: 'open', height: null },
        { kind: 'good', height: 18 / 30 },
        { kind: 'open', height: 21 / 30 },
        { kind: 'open', height: 15 / 30 },
        { kind: 'good', height: 22 / 30 },
        { kind: 'bad', height: 3 / 30 },
        { kind: 'good', height: 20 / 30 },
      ],
      grid: [
        { y: 0, text: '0' },
        { y: 0.5, text: '15 min' },
        { y: 1, text: '30 min' },
      ],
      from: words.date(start - 9 * day, start),
      to: words.date(start, start),
    });
  });

  test('is drawn of the last thirty', () => {
    const runs = Array.from({ length: 400 }, (_, index) => took((300 - index) * second, index));
    const chart = drawn(runs);
    expect(chart?.bars).toHaveLength(30);
    expect(chart?.bars.at(-1)).toEqual({ kind: 'good', height: 300 / 600 });
    expect(chart?.said).toBe('4 min to 5 min, usually 4 min');
  });

  test('says the last of several failures', () => {
    const runs = [took(minute, 0, 'failed'), took(minute, 1, 'failed'), took(2 * minute, 2)];
    expect(drawn(runs)?.said).toContain(`2 failed, last on ${words.date(start, start)}`);
  });

  test('says of nothing but failures how long these took', () => {
    const runs = [took(minute, 0, 'failed'), took(3 * minute, 1, 'failed')];
    expect(drawn(runs)?.said).toMatch(/^1 min to 3 min, usually 1 min; 2 failed/);
  });

  test('of one day is said by the clock', () => {
    const runs = [took(minute, 0), took(minute, 1 / 24)];
    expect(drawn(runs)).toMatchObject({ from: words.clock(start - hour), to: words.clock(start) });
  });

  test('that is longer than any scale is the scale', () => {
    expect(drawn([took(5 * day, 0), took(4 * day, 5)])?.grid.at(-1)).toEqual({ y: 1, text: '5 days' });
  });

  test.each([
    ['none', []],
    ['one', [took(minute, 0)]],
    ['one known', [took(minute, 0), listed]],
  ])('of %s is no drawing', (_what, runs) => {
    expect(drawn(runs)).toBeNull();
  });
});
