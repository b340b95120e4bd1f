import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { day, failures, hour, minute, nothing, second, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

// A key that ends soon is told of 14, 3 and 1 days before, each once.

function withKey(endsAt: number | null): Story {
  const story = new Story();
  story.script().key = succeed({
    name: '',
    readsBackups: true,
    writes: false,
    readOnly: true,
    expiresAt: endsAt,
  });
  return story;
}

function told(story: Story): Array<[daysLeft: number, id: string]> {
  return story.shell.shown.flatMap(({ at, notification }) => {
    if (notification.kind !== 'one' || notification.announcement.news.of !== 'keyEnds') return [];
    const left = (notification.announcement.news.endsAt - at) / day;
    return [[Math.round(left * 10) / 10, notification.announcement.id] as [number, string]];
  });
}

function warnings(story: Story): number[] {
  return told(story).map(([left]) => left);
}

function keyQuestions({ shell }: Story): number[] {
  return shell.asked.filter(({ question }) => question.ask === 'key').map(({ at }) => at);
}

describe('a key that ends', () => {
  test('is told of three times: 14, 3 and 1 days before', () => {
    const story = withKey(start + 20 * day).begins();
    expect(warnings(story.passes(21 * day))).toEqual([14, 3, 1]);
  });

  test('is not told of again by a clock that was set back', () => {
    const story = withKey(start + 4 * day)
      .begins()
      .passes(2 * day);
    expect(warnings(story)).toEqual([4, 3]);
    story.shell.now -= 5 * day;
    story.shell.does({ type: 'clockJumped' });
    expect(warnings(story.passes(day))).toEqual([4, 3]);
  });

  test('within hours when it is first seen is told of once', () => {
    const story = withKey(start + 5 * hour).begins();
    expect(warnings(story.passes(4 * hour))).toEqual([0.2]);
  });

  test('is told of no more once it has ended, nor one that never ends', () => {
    expect(
      warnings(
        withKey(start - hour)
          .begins()
          .passes(day),
      ),
    ).toEqual([]);
    expect(warnings(withKey(null).begins().passes(day))).toEqual([]);
  });

  test('is told of once across restarts, and after many other things were told', () => {
    const story = withKey(start + 10 * day).begins();
    for (let round = 0; round < 60; round += 1) {
      story.shell.restart().pass(minute);
      story
        .fails(failures.keyRefused)
        .passes(2 * minute)
        .looks(nothing);
    }
    expect(warnings(story)).toEqual([10]);
  });

  test('is told of anew when it is another one', () => {
    const story = withKey(start + 2 * day).begins();
    story.script().key = succeed({
      name: '',
      readsBackups: true,
      writes: false,
      readOnly: true,
      expiresAt: start + 10 * day,
    });
    const portal = story.shell.state.watches[0]?.portal;
    if (portal === undefined) throw new Error('nothing is watched');
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    const { attempt } = story.shell.state.connect;
    const stored = succeed({ portal, kept: 'sealed' as const });
    story.shell.does({ type: 'connectStored', attempt, stored });
    expect(warnings(story.passes(minute))).toEqual([2, 10]);
  });

  test('that could not be told of is overtaken by the next warning', () => {
    const story = withKey(start + 4 * day);
    story.shell.world.notifications = 'refused';
    story.begins().passes(2 * day);
    story.shell.world.notifications = 'taken';
    story.shell.does({ type: 'notificationsBack' });
    expect(warnings(story.passes(minute))).toEqual([2]);
  });
});

describe('how long a key lives', () => {
  test('is asked right after the first reading, and daily', () => {
    const story = withKey(null)
      .begins()
      .passes(3 * day + hour);
    const [first = 0, ...later] = keyQuestions(story);
    expect(first).toBe(start + 2550);
    expect(later).toHaveLength(3);
  });

  test('is never asked in the place of a look', () => {
    const story = withKey(null)
      .begins()
      .passes(3 * day);
    const polls = story.shell.asked.filter(({ question }) => question.ask === 'progress').map(({ at }) => at);
    const pauses = polls.map((at, index) => at - (polls[index - 1] ?? at));
    expect(Math.max(...pauses)).toBeLessThan(63 * second);
  });

  test('is not asked in the place of the look after a short pause', () => {
    const story = withKey(null);
    story.shell.open().pass(600);
    story.shell.does({ type: 'paused', until: Infinity });
    story.shell.does({ type: 'resumed' });
    const resumed = story.shell.now;
    story.passes(4 * second);
    const asked = story.shell.asked.filter(({ at }) => at >= resumed).map(({ question }) => question.ask);
    expect(asked[0]).toBe('progress');
  });

  test.each([
    [failures.timeout, hour],
    [failures.notThere, day],
  ])('is asked again where it was not answered: %j', (failure, pause) => {
    const story = withKey(null);
    story.script().key = fail(failure);
    story.begins().passes(3 * pause);
    const [first = 0, second_ = 0] = keyQuestions(story);
    expect(second_ - first).toBeGreaterThanOrEqual(pause);
    expect(second_ - first).toBeLessThan(pause + 2 * minute);
  });

  test('is not asked of a portal that is in trouble, and is not forgotten for a clock that was set back', () => {
    const story = withKey(null).begins();
    story.shell.now -= 30 * day;
    story.shell.does({ type: 'clockJumped' });
    story.passes(day + hour);
    expect(keyQuestions(story)).toHaveLength(2);
    const troubled = withKey(null).fails(failures.timeout);
    troubled.shell.open().pass(hour);
    expect(keyQuestions(troubled)).toEqual([]);
  });
});
