import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  beginRun,
  continueRun,
  isSameRun,
  longestStandstill,
  rebaseRun,
  type Run,
} from '../../../src/core/backup/run.ts';
import { hour, jobOf, minute, reads, second, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { state } from '../../support/core/told.ts';

const begun = beginRun(jobOf({ percent: 10 }), 'running', start);

function read(run: Run, percent: number, seconds: number): Run {
  return continueRun(
    run,
    jobOf({ percent }),
    percent >= 90 ? 'uploading' : 'running',
    start + seconds * second,
  );
}

describe('a run', () => {
  test('begins where it is first seen, 90 at most', () => {
    expect(begun).toEqual({
      task: 'task-a',
      stoppable: true,
      stage: 'running',
      percent: 10,
      firstSeenAt: start,
      watchedSince: start,
      stageSince: start,
      changedAt: start,
      missedAt: null,
      slowestStep: 0,
      steps: [{ at: start, percent: 10 }],
    });
    expect(beginRun(jobOf({ percent: 100 }), 'uploading', start).percent).toBe(90);
  });

  test('notes each step, and when it last moved', () => {
    const later = read(read(begun, 20, 5), 20, 10);
    expect(later.steps).toEqual([
      { at: start, percent: 10 },
      { at: start + 5 * second, percent: 20 },
    ]);
    expect(later).toMatchObject({ percent: 20, changedAt: start + 5 * second, stageSince: start });
  });

  test('notes since when it has been uploading', () => {
    const uploading = read(read(begun, 90, 5), 90, 60);
    expect(uploading).toMatchObject({ stage: 'uploading', stageSince: start + 5 * second, percent: 90 });
  });

  test('a change of its stage alone is a change', () => {
    const waiting = beginRun(jobOf({ percent: 0, status: 0 }), 'waiting', start);
    const taken = continueRun(waiting, jobOf({ percent: 0 }), 'running', start + minute);
    expect(taken).toMatchObject({ stage: 'running', changedAt: start + minute, stageSince: start + minute });
  });

  test('has a pace from when a worker has taken it', () => {
    const waiting = beginRun(jobOf({ percent: 0, status: 0 }), 'waiting', start);
    const taken = continueRun(waiting, jobOf({ percent: 3 }), 'running', start + hour);
    expect(taken.steps).toEqual([{ at: start + hour, percent: 3 }]);
  });

  test('goes neither back nor to an earlier stage, whatever an older reading says', () => {
    const uploading = read(begun, 90, 5);
    expect(read(uploading, 50, 10)).toEqual(uploading);
    expect(continueRun(uploading, jobOf({ percent: 0 }), 'waiting', start + 9)).toEqual(uploading);
  });

  test('a reading of it means that it is not missed', () => {
    expect(read({ ...begun, missedAt: start }, 10, 5).missedAt).toBeNull();
  });

  test('keeps only so many steps', () => {
    const long = Array.from({ length: 90 }, (_, index) => index).reduce((run, n) => read(run, n, n), begun);
    expect(long.steps).toHaveLength(40);
    expect(long.steps.at(-1)?.percent).toBe(89);
  });

  test('never runs backwards', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 100 })), (percents) => {
        percents.reduce((run, percent, index) => {
          const next = read(run, percent, index);
          expect(next.percent).toBeGreaterThanOrEqual(run.percent);
          return next;
        }, begun);
      }),
    );
  });
});

describe('whether a reading is of the same run', () => {
  test.each([
    ['the same task', 'a', 'a', 5, true],
    ['another task', 'a', 'b', 50, false],
    ['no task any more', 'a', null, 50, false],
    ['a task where there was none', null, 'a', 50, false],
    ['no tasks, further on', null, null, 50, true],
    ['no tasks, where it was', null, null, 10, true],
    ['no tasks, further back: another one has begun', null, null, 9, false],
  ])('%s', (_what, before, now, percent, same) => {
    expect(isSameRun({ ...begun, task: before }, jobOf({ task: now, percent }))).toBe(same);
  });
});

describe('how long a run may stand still', () => {
  test.each([
    ['waiting', 0, false, 15],
    ['waiting', 0, true, 15],
    ['running', 0, false, 30],
    ['running', 50, false, 30],
    ['running', 0, true, 240],
    ['running', 50, true, 30],
    ['uploading', 90, false, 240],
    ['uploading', 90, true, 240],
  ] as const)('%s at %i %%, the whole server: %s: %i min', (stage, percent, server, minutes) => {
    const run = { ...begun, stage, percent };
    expect(longestStandstill(run, server)).toBe(minutes * minute);
  });

  test('grows with the slowest step that this run has taken', () => {
    const slow = read(read(begun, 11, 3600), 12, 3700);
    expect(slow.slowestStep).toBe(60 * minute);
    expect(longestStandstill(slow, false)).toBe(180 * minute);
    expect(longestStandstill({ ...slow, stage: 'uploading' }, false)).toBe(240 * minute);
  });

  test('counts on after sleep by what was seen before it; the estimate begins anew', () => {
    const run = { ...read(begun, 20, 5), missedAt: start };
    const woken = start + 60 * minute;
    expect(rebaseRun(run, run.changedAt + 3 * minute, woken)).toMatchObject({
      watchedSince: woken,
      changedAt: woken - 3 * minute,
      stageSince: woken - 3 * minute - (run.changedAt - run.stageSince),
      missedAt: woken,
      steps: [{ at: woken, percent: 20 }],
    });
    expect(rebaseRun(begun, null, woken)).toMatchObject({ changedAt: woken, missedAt: null });
  });
});

test('a backup of one point an hour is called stuck once, before its pace is known, and no more', () => {
  const story = new Story().begins(reads({ percent: 0 }));
  for (let percent = 1; percent <= 8; percent += 1) story.passes(hour).says(reads({ percent }));
  expect(story.shell.told()).toEqual(['acme: portal task-a stuck running 0']);
  story.passes(2 * hour);
  expect(state(story)).toBe('running');
  story.passes(2 * hour);
  expect(state(story)).toBe('stuck');
});

test('the pace of a backup outlives the application', () => {
  const story = new Story().begins(reads({ percent: 0 }));
  for (let percent = 1; percent <= 3; percent += 1) story.passes(hour).says(reads({ percent }));
  const told = story.passes(minute).shell.told().length;
  expect(
    story.shell
      .restart()
      .pass(2 * hour)
      .told(),
  ).toHaveLength(told);
});
