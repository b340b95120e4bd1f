import { describe, expect, test } from 'vitest';
import { beginRun, type Run } from '../../../src/core/backup/run.ts';
import { isStuck, standstillOf } from '../../../src/core/foresight/standstill.ts';
import { Story } from '../../support/core/story.ts';
import { pastRun } from '../../support/core/pastRun.ts';
import { state } from '../../support/core/told.ts';
import { hour, jobOf, minute, nothing, reads, readsFinished, start } from '../../support/given.ts';

const begun = beginRun(jobOf({ percent: 10 }), 'running', start);
const past = [
  pastRun({ waiting: 20 * minute, preparing: 2 * hour, uploading: 3 * hour, slowest: 25 * minute }),
  pastRun({ uploading: hour }),
];

describe('how long a run may stand still', () => {
  test.each([
    ['waiting', 0, false, 15, 60],
    ['running', 0, false, 30, 360],
    ['running', 50, false, 30, 75],
    ['running', 0, true, 240, 360],
    ['uploading', 90, false, 240, 540],
  ] as const)(
    '%s at %i, the whole server: %s: %i min without a past; with one three times what was before: %i min',
    (stage, percent, server, minutes, withPast) => {
      const run: Run = { ...begun, stage, percent };
      for (const [runs, longest] of [
        [[], minutes],
        [[pastRun({ uploading: minute, slowest: 1 })], minutes],
        [past, withPast],
      ] as const) {
        expect(isStuck(run, server, runs, start + longest * minute - 1)).toBe(false);
        expect(isStuck(run, server, runs, start + longest * minute)).toBe(true);
      }
    },
  );

  test('a run that is missing does not stand still', () => {
    expect(isStuck({ ...begun, missedAt: start }, false, [], start + 9 * hour)).toBe(false);
  });

  test('it is told with what was before', () => {
    const where = { stage: 'uploading', percent: 90, since: start };
    expect(standstillOf({ ...begun, stage: 'uploading', percent: 90 }, past)).toEqual({
      ...where,
      before: 3 * hour,
    });
    expect(standstillOf({ ...begun, stage: 'uploading', percent: 90 }, [])).toEqual({ ...where, before: 0 });
  });
});

/** A portal whose backup has been uploaded for so long. */
function uploaded(length: number): Story {
  const story = new Story()
    .begins()
    .glances(reads({ percent: 10 }))
    .passes(10 * minute);
  story
    .looks(reads({ percent: 90 }))
    .passes(length)
    .looks(readsFinished())
    .looks(nothing);
  return story;
}

describe('an upload that takes long', () => {
  test('as it always does here is not called stuck', () => {
    const told = (story: Story): string[] => story.shell.told().filter((line) => line.includes('stuck'));
    const story = uploaded(3 * hour)
      .glances(reads({ task: 'b', percent: 20 }))
      .passes(10 * minute);
    story.looks(reads({ task: 'b', percent: 90 })).passes(8 * hour);
    expect(state(story)).toBe('uploading');
    expect(told(story)).toEqual([]);
    expect(state(story.passes(2 * hour))).toBe('stuck');
    expect(told(story)).toEqual(['acme: portal b stuck uploading 90']);
    expect(told(story.passes(20 * hour))).toHaveLength(1);
  });

  test('as it never did here is', () => {
    const story = uploaded(5 * minute)
      .glances(reads({ task: 'b', percent: 20 }))
      .passes(10 * minute);
    expect(state(story.looks(reads({ task: 'b', percent: 90 })).passes(4 * hour))).toBe('stuck');
  });
});
