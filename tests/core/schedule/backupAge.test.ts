import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { AgeLimit } from '../../../src/core/portal.ts';
import { lists, daily } from '../../support/core/scheduled.ts';
import { Story } from '../../support/core/story.ts';
import { questions, standing, told } from '../../support/core/told.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  start,
} from '../../support/given.ts';

/** A portal without a schedule, whose user is warned after so many days, watched since now. */
function limited(days: AgeLimit = 1): Story {
  const story = new Story();
  lists(story).shell.does({ type: 'warnAfter', portal: 'acme', days });
  return story.begins(nothing).passes(minute);
}

/** It has made a backup, of which its list says nothing any more. */
function finished(story = limited()): Story {
  story.looks(reads()).looks(readsFinished()).says(nothing);
  return story.passes(minute);
}

function warnings(story: Story): string[] {
  return told(story).filter((line) => line.startsWith('acme: outdated'));
}

describe('the age of the last finished backup', () => {
  test('is told once when it is over the limit, and shown until a backup finishes', () => {
    const story = finished().passes(day - 10 * minute);
    expect([warnings(story), standing(story).is]).toEqual([[], 'ended']);
    story.passes(20 * minute);
    expect(warnings(story)).toHaveLength(1);
    expect(standing(story)).toMatchObject({ is: 'outdated', scope: 'portal' });
    story.passes(2 * day).shell.restart();
    expect(warnings(story.passes(hour))).toHaveLength(1);
    story.looks(reads({ task: 'b' }));
    expect(standing(story).is).toBe('running');
    story.looks(readsFinished({ task: 'b' }));
    expect(standing(story).is).toBe('ended');
    story.says(nothing).passes(2 * day);
    expect(warnings(story)).toHaveLength(2);
  });

  test('is not judged where no limit is set, and where there is a schedule', () => {
    const story = finished(new Story().begins(nothing));
    expect(warnings(story.passes(3 * day))).toEqual([]);
    const scheduled = limited();
    scheduled.script().schedule = succeed({ schedule: daily, target: null, ahead: 0 });
    scheduled.script().timeZone = succeed('UTC');
    scheduled.shell.restart();
    expect(warnings(scheduled.passes(2 * day))).toEqual([]);
  });

  test('a failed backup does not make it younger', () => {
    const story = finished().passes(0.5 * day);
    story.looks(reads({ task: 'b' })).looks(reads({ task: 'b', completed: true, error: 'full' }));
    expect(warnings(story.passes(0.6 * day))).toHaveLength(1);
  });

  test('where none is known it counts from when the limit was set', () => {
    const story = limited(2).passes(2 * day - hour);
    expect(warnings(story)).toEqual([]);
    expect(warnings(story.passes(2 * hour))).toHaveLength(1);
    expect(standing(story)).toMatchObject({ is: 'outdated', lastFinishedAt: null });
  });

  test('what the portal lists counts as well: made while nobody watched, or long before', () => {
    const story = finished().passes(0.6 * day);
    lists(story, story.shell.now);
    expect(warnings(story.passes(0.9 * day))).toEqual([]);
    expect(warnings(story.passes(0.2 * day))).toHaveLength(1);
    const old = lists(new Story(), start - 10 * day, start - 30 * day);
    old.shell.does({ type: 'warnAfter', portal: 'acme', days: 7 });
    expect(warnings(old.begins(nothing).passes(minute))).toHaveLength(1);
    expect(standing(old)).toMatchObject({ lastFinishedAt: start - 10 * day });
  });

  test('by the portal’s clock, which may be wrong', () => {
    const story = limited();
    story.script().schedule = succeed({ schedule: null, target: null, ahead: 10 * day });
    story.shell.restart();
    story.passes(0.6 * day);
    lists(story, story.shell.now + 10 * day);
    expect(warnings(story.passes(0.9 * day))).toEqual([]);
  });

  test('is asked for only when it seems too old, and then four times a day', () => {
    const story = finished();
    const before = story.shell.now;
    story.passes(0.9 * day);
    expect(questions(story, before)).not.toContain('history');
    const old = story.passes(0.2 * day).shell.now;
    story.passes(day);
    expect(questions(story, old).filter((ask) => ask === 'history').length).toBeLessThanOrEqual(4);
  });

  test('is judged by what was seen where the portal keeps its list to itself, and later where it fails', () => {
    const unpaid = finished();
    unpaid.script().history = fail(failures.unpaid);
    expect(warnings(unpaid.passes(day + hour))).toHaveLength(1);
    const failing = finished();
    failing.script().history = fail(failures.serverError);
    expect(warnings(failing.passes(1.2 * day))).toEqual([]);
    lists(failing);
    expect(warnings(failing.passes(2 * hour))).toHaveLength(1);
  });

  test('is taken back, and not told, when the limit goes or grows, or a schedule comes', () => {
    const story = finished();
    story.shell.world.notifications = 'refused';
    story.passes(1.2 * day);
    expect(story.shell.state.delivery.refused).toHaveLength(1);
    story.shell.does({ type: 'warnAfter', portal: 'acme', days: 2 });
    story.passes(minute);
    expect([story.shell.state.delivery.refused, standing(story).is]).toEqual([[], 'idle']);
    story.passes(day);
    expect(standing(story).is).toBe('outdated');
    story.shell.does({ type: 'warnAfter', portal: 'acme', days: null });
    expect(standing(story.passes(2 * minute)).is).toBe('idle');
    expect(story.shell.state.watches[0]?.portal).toEqual(acme);
  });

  test('a backup that comes and goes over a sleep takes it back', () => {
    const story = finished().passes(1.2 * day);
    expect(standing(story).is).toBe('outdated');
    lists(story, story.shell.now);
    story.shell.does({ type: 'slept' });
    story.shell.now += 2 * hour;
    story.shell.does({ type: 'woke' });
    expect(standing(story.passes(minute)).is).toBe('idle');
  });

  test('of a clock that is set back nothing is left in the future', () => {
    const story = lists(limited(1), start);
    story.passes(2 * day).shell.now = start - 5 * day;
    story.shell.does({ type: 'clockJumped' });
    expect(standing(story.passes(hour)).is).toBe('idle');
    expect(story.shell.state.watches[0]?.age.since).toBeLessThan(start);
  });
});
