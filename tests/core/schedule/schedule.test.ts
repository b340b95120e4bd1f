import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import { acme, day, failures, hour, minute, nothing, reads, readsFinished } from '../../support/given.ts';
import { daily, lists, nextDay, scheduled, tolds, until } from '../../support/core/scheduled.ts';
import { standing } from '../../support/core/told.ts';
import { Story } from '../../support/core/story.ts';

describe('a schedule', () => {
  test('that disappears is told of once it was missing twice, and shown for a day as something to do', () => {
    const story = scheduled();
    story.script().schedule = succeed({ schedule: null, target: null, ahead: 0 });
    story.passes(7 * hour);
    expect(tolds(story)).toEqual([expect.stringMatching(/^portal scheduleGone \d+$/)]);
    expect(standing(story)).toMatchObject({ is: 'scheduleGone', isNew: true });
    expect(standing(story.passes(day))).toMatchObject({ is: 'scheduleGone', isNew: false });
    expect(tolds(story)).toHaveLength(1);
    story.script().schedule = succeed({ schedule: daily, target: null, ahead: 0 });
    expect(standing(story.passes(7 * hour))).toMatchObject({ is: 'idle', nextAt: nextDay + 2 * day });
  });

  test('that one answer does not name is there', () => {
    const story = lists(scheduled(), nextDay + 20 * minute);
    story.script().schedule = succeed({ schedule: null, target: null, ahead: 0 });
    story.passesUntil(({ ask }) => ask === 'schedule');
    story.script().schedule = succeed({ schedule: daily, target: null, ahead: 0 });
    expect(tolds(story.passes(hour))).toEqual([]);
  });

  test('that cannot be read is asked for again, and changes nothing', () => {
    const story = scheduled();
    story.script().schedule = fail(failures.serverError);
    expect(tolds(story.passes(8 * hour))).toEqual([]);
    expect(standing(story)).toMatchObject({ is: 'idle' });
  });

  test('for a day that no month has is never due', () => {
    const story = scheduled({ ...daily, period: 'month', day: 0 });
    expect(standing(story.passes(2 * day))).toMatchObject({ is: 'idle', nextAt: null });
  });

  test('in a time zone that is not known says nothing', () => {
    const story = new Story();
    story.script().schedule = succeed({ schedule: daily, target: null, ahead: 0 });
    story.script().timeZone = succeed(null);
    expect(standing(story.begins(nothing).passes(day))).toMatchObject({ is: 'idle', nextAt: null });
    story.script().timeZone = fail(failures.serverError);
    expect(standing(story.passes(2 * day))).toMatchObject({ is: 'idle', nextAt: null });
    expect(tolds(story)).toEqual([]);
  });

  test('is news no more once a backup came before anybody was told', () => {
    const story = until(scheduled(), -minute);
    story.shell.world.notifications = 'refused';
    until(story, 2 * hour)
      .looks(reads())
      .looks(readsFinished());
    expect(story.shell.state.watches[0]?.ledger.pending.map(({ id }) => id)).toEqual([
      'portal task-a finished',
    ]);
  });
});

test.each([
  ['due backup', (story: Story) => void until(story, 2 * hour)],
  [
    'schedule that is gone',
    (story: Story) => {
      story.script().schedule = succeed({ schedule: null, target: null, ahead: 0 });
      story.passes(8 * hour);
    },
  ],
])('a missing %s that was seen in the window is not told any more', (_what, happens) => {
  const story = scheduled();
  story.shell.world.notifications = 'refused';
  happens(story);
  const pending = () => story.shell.state.watches[0]?.ledger.pending.length;
  expect(pending()).toBe(1);
  story.shell.does({ type: 'seen', visible: visibleIn(story.shell.state) });
  expect(pending()).toBe(0);
});

describe('the whole server’s schedule', () => {
  const both = { ...acme, scopes: ['portal' as const, 'server' as const], standalone: true };

  function serverScheduled(): Story {
    const story = new Story([both]);
    story.script().serverSchedule = succeed({ schedule: daily, target: null, ahead: 0 });
    story.script().history = succeed([]);
    return story.begins(nothing);
  }

  test('is late when it is late in every time zone', () => {
    const story = until(serverScheduled(), 14 * hour);
    expect(tolds(story)).toEqual([]);
    expect(tolds(until(story, 15 * hour + 3 * minute))).toEqual([`server overdue ${nextDay}`]);
  });

  test('that ran in another time zone has run', () => {
    const story = lists(serverScheduled(), nextDay - 10 * hour);
    expect(tolds(until(story, 20 * hour))).toEqual([]);
  });

  test('begins anew when the whole server is watched again', () => {
    const story = until(serverScheduled(), 16 * hour);
    story.shell.does({ type: 'watchServer', portal: 'acme', on: false });
    expect(standing(story.passes(minute)).is).toBe('idle');
    story.shell.does({ type: 'watchServer', portal: 'acme', on: true });
    expect(standing(story.passes(minute)).is).toBe('idle');
  });
});
