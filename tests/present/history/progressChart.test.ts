import { describe, expect, test } from 'vitest';
import type { Run } from '../../../src/core/backup/run.ts';
import type { RunRecord } from '../../../src/core/history/runRecord.ts';
import { progressChart } from '../../../src/present/history/progressChart.ts';
import { minute, start } from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';
import { words } from '../../support/words.ts';

const at = (minutes: number): number => start + minutes * minute;
const clock = (minutes: number): string => words.clock(at(minutes));
const trace = [
  { at: at(0), percent: 0 },
  { at: at(5), percent: 50 },
  { at: at(10), percent: 90 },
];
const stages = { waiting: null, running: at(0), uploading: at(10) };
const way = runOf('a', { trace, stages });

function drawn(
  record: RunRecord,
  going: Partial<Run> | null = null,
  likely: number | null = null,
  now = at(10),
) {
  const run: Run | null = going === null ? null : { ...run0, ...going };
  const left = likely === null ? null : { likely, from: likely, to: likely };
  return progressChart({ record, going: run, saved: null }, left, words, now);
}

const run0: Run = {
  task: 'a',
  stoppable: true,
  stage: 'running',
  percent: 50,
  firstSeenAt: start,
  watchedSince: start,
  stageSince: start,
  changedAt: start,
  missedAt: null,
  slowestStep: 0,
  steps: [],
};

describe('a run that has ended', () => {
  test('is drawn from its beginning to its end, and said', () => {
    expect(drawn(way)).toEqual({
      said: 'Finished after 20 min: 10 min backing up, 10 min uploading',
      line: [
        { x: 0, y: 0 },
        { x: 0.25, y: 0.5 },
        { x: 0.5, y: 0.9 },
        { x: 1, y: 0.9 },
      ],
      ahead: [],
      figure: null,
      grid: [
        { y: 0, text: '0 %' },
        { y: 0.5, text: '50 %' },
        { y: 0.9, text: '90 %' },
      ],
      times: [
        { x: 0, text: clock(0) },
        { x: 1, text: clock(20) },
      ],
    });
  });

  test('says no stages that nobody saw', () => {
    expect(drawn({ ...way, stages: { ...stages, running: null } })?.said).toBe('Finished after 20 min');
    expect(drawn({ ...way, stages: { ...stages, uploading: at(20) } })?.said).toBe('Finished after 20 min');
  });

  test('whose beginning nobody saw says what was seen', () => {
    const late = runOf('a', { trace: trace.slice(1), start: { at: at(5), seen: false } });
    expect(drawn(late)?.said).toBe('Seen from 50 % to 90 %');
  });

  test('whose end was only seen says how it ended, and no time', () => {
    const untimed = { outcome: 'failed', at: at(20), timed: false, percent: 90, reason: '' } as const;
    expect(drawn({ ...way, end: untimed })?.said).toBe('Failed at 90 %');
  });

  test('never goes back in time, whatever a clock did', () => {
    const set = [...trace.slice(0, 2), { at: at(-60), percent: 70 }, { at: at(10), percent: 90 }];
    const xs = drawn({ ...way, trace: set })?.line.map(({ x }) => x);
    expect(xs).toEqual([0, 0.25, 0.5, 1]);
  });

  test.each<[string, RunRecord]>([
    ['of whose way nothing was seen', { ...way, trace: [] }],
    ['that nobody saw begin or run', { ...way, start: null }],
    ['that nobody saw end', { ...way, end: null }],
    ['that ended before it began', runOf('a', { trace, start: { at: at(30), seen: true } })],
  ])('%s is not drawn', (_what, record) => {
    expect(drawn(record)).toBeNull();
  });
});

describe('a run that goes on', () => {
  const going = runOf('a', { trace: trace.slice(0, 2), end: null });

  test('is drawn with the way ahead, to the plateau and along it', () => {
    const chart = drawn(going, { percent: 50 }, 10 * minute);
    expect(chart).toMatchObject({
      said: '50 % after 10 min, about 10 min left',
      figure: '50 %',
      ahead: [
        { x: 0.5, y: 0.5 },
        { x: 0.9, y: 0.9 },
        { x: 1, y: 0.9 },
      ],
      times: [
        { x: 0, text: clock(0) },
        { x: 0.5, text: clock(10) },
        { x: 1, text: `about ${clock(20)}` },
      ],
    });
    expect(chart?.line.at(-1)).toEqual({ x: 0.5, y: 0.5 });
  });

  test.each([
    [minute, 'near its end'],
    [90 * minute, 'near its beginning'],
  ])('with %j ms left has no time %s that would stand on the other', (left) => {
    expect(drawn(going, { percent: 50 }, left)?.times).toHaveLength(2);
  });

  test('of which nothing can be estimated ends now', () => {
    expect(drawn(going, { percent: 52 })).toMatchObject({
      said: '52 % after 10 min',
      figure: '52 %',
      ahead: [],
      times: [{ x: 0 }, { x: 1, text: clock(10) }],
    });
  });

  test('and uploads says since when', () => {
    const uploading = { stage: 'uploading', percent: 90, stageSince: at(10) } as const;
    expect(drawn(runOf('a', { trace, stages, end: null }), uploading, null, at(14))?.said).toBe(
      '90 % after 10 min, then uploading for 4 min so far',
    );
    const chart = drawn(runOf('a', { trace, stages, end: null }), uploading, 6 * minute, at(14));
    expect(chart?.said).toBe('90 % after 10 min, then uploading for 4 min so far, about 6 min left');
    expect(chart?.ahead).toEqual([
      { x: 0.7, y: 0.9 },
      { x: 0.7, y: 0.9 },
      { x: 1, y: 0.9 },
    ]);
  });
});
