import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { day, failures, hour, minute, nothing, reads, readsFinished } from '../../support/given.ts';
import { daily, lists, nextDay, overdue, scheduled, tolds, until } from '../../support/core/scheduled.ts';
import { questions, standing } from '../../support/core/told.ts';
import type { Story } from '../../support/core/story.ts';

describe('a due backup', () => {
  test('is announced in the row', () => {
    expect(standing(scheduled())).toEqual({ is: 'idle', scope: 'portal', nextAt: nextDay });
  });

  test('that does not come is told an hour after it was due, once, and shown until one finishes', () => {
    const story = until(scheduled(), hour - minute);
    expect([tolds(story), standing(story).is]).toEqual([[], 'idle']);
    expect(tolds(story.passes(3 * minute))).toEqual([overdue]);
    expect(standing(story)).toEqual({ is: 'overdue', scope: 'portal', dueAt: nextDay, lastFinishedAt: null });
    story.shell.restart();
    expect(tolds(story.passes(5 * day))).toEqual([overdue]);
    story.looks(reads()).passes(minute);
    expect(standing(story).is).toBe('running');
    story.looks(readsFinished());
    expect(standing(story).is).toBe('ended');
  });

  test('is told of again when the next one does not come either, after one that came', () => {
    const story = until(scheduled(), 2 * hour)
      .looks(reads())
      .looks(readsFinished())
      .says(nothing);
    lists(story, story.shell.now);
    const later = nextDay + 2 * day;
    story.passes(later - story.shell.now - minute);
    // The one of the next day is missing: the archive of the day before is no answer to it.
    expect(tolds(story)).toEqual([overdue, 'portal task-a finished', `portal overdue ${nextDay + day}`]);
  });

  test.each([
    ['runs', (story: Story) => story.looks(reads())],
    ['has finished', (story: Story) => story.looks(reads()).looks(readsFinished()).says(nothing)],
    [
      'has failed',
      (story: Story) =>
        story
          .looks(reads())
          .looks(readsFinished({ error: 'full' }))
          .says(nothing),
    ],
  ])('that %s did not fail to come', (_what, comes) => {
    const story = comes(until(scheduled(), 10 * minute));
    until(story, 3 * hour);
    expect(tolds(story).filter((line) => line.includes('overdue'))).toEqual([]);
  });

  test('that came while nobody watched is known from the list of archives', () => {
    const story = lists(until(scheduled(), -minute), nextDay + 20 * minute);
    story.shell.does({ type: 'slept' });
    story.shell.now += 4 * hour;
    story.shell.does({ type: 'woke' });
    expect(tolds(story.passes(hour))).toEqual([]);
    expect(standing(story)).toMatchObject({ is: 'idle', nextAt: nextDay + day });
  });

  test('that was put off is waited for, and not told of', () => {
    const story = until(scheduled(), -minute);
    story.script().schedule = succeed({ schedule: { ...daily, hour: 9 }, target: null, ahead: 0 });
    expect(tolds(until(story, 3 * hour))).toEqual([]);
    expect(standing(story)).toMatchObject({ nextAt: nextDay + 4 * hour });
    expect(tolds(until(story, 5 * hour + 3 * minute))).toEqual([`portal overdue ${nextDay + 4 * hour}`]);
  });

  test('counts from when the schedule was known: what was due before is nobody’s news', () => {
    expect(tolds(scheduled({ ...daily, hour: 2 }).passes(20 * hour))).toEqual([]);
  });

  test('of a portal whose clock is behind is late by that clock', () => {
    const story = until(scheduled(daily, -2 * hour), 2 * hour + 59 * minute);
    expect([tolds(story), standing(story).is]).toEqual([[], 'idle']);
    expect(tolds(story.passes(4 * minute))).toEqual([overdue]);
  });

  test('of which the list of archives cannot be had is judged when it can', () => {
    const story = scheduled();
    story.script().history = fail(failures.serverError);
    expect(tolds(until(story, 3 * hour))).toEqual([]);
    story.script().history = succeed([]);
    expect(tolds(story.passes(2 * hour))).toEqual([overdue]);
  });

  test('of an unpaid portal is not judged, and its list is not asked for all day', () => {
    const story = scheduled();
    story.script().history = fail(failures.unpaid);
    until(story, 20 * hour);
    expect(tolds(story)).toEqual([]);
    expect(questions(story, nextDay).filter((ask) => ask === 'history')).toHaveLength(1);
  });

  test('in the temporary storage, seen a day too late, is not judged: its archive would be gone', () => {
    const story = until(scheduled({ ...daily, period: 'week', day: 6, temporary: true }), -minute);
    story.shell.does({ type: 'slept' });
    story.shell.now += 2 * day;
    story.shell.does({ type: 'woke' });
    expect(tolds(story.passes(hour))).toEqual([]);
  });

  test('missed several times while nobody watched is told of once, for the last time it was due', () => {
    const story = until(scheduled(), -minute);
    story.shell.does({ type: 'slept' });
    story.shell.now += 3 * day;
    story.shell.does({ type: 'woke' });
    expect(tolds(story.passes(3 * hour))).toEqual([`portal overdue ${nextDay + 2 * day}`]);
  });

  test('waits for the ending that is just being found out', () => {
    const story = until(scheduled(), 30 * minute)
      .looks(reads())
      .passes(20 * minute);
    lists(story, nextDay + 55 * minute);
    story.script().history = fail(failures.serverError);
    story.says(nothing);
    expect(tolds(until(story, 75 * minute))).toEqual([]);
  });

  test('is judged anew after the clock was set back', () => {
    const story = until(scheduled(), 10 * day);
    story.shell.now -= 5 * day;
    story.shell.does({ type: 'clockJumped' });
    expect(standing(story.passes(minute))).toMatchObject({ is: 'overdue' });
    story.looks(reads()).looks(readsFinished()).says(nothing);
    lists(story, story.shell.now);
    expect(tolds(story.passes(2 * day)).at(-1)).toContain('overdue');
  });
});
