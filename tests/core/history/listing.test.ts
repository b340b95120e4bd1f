import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  reads,
  readsFinished,
  recordOf,
  second,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

/** When its list of archives was asked for, in seconds since the story began to count. */
function listsAsked(story: Story, since: number): number[] {
  return story.shell.asked
    .filter(({ at, question }) => question.ask === 'history' && at >= since)
    .map(({ at }) => Math.round((at - since) / second));
}

function opened(): { story: Story; at: number } {
  const story = new Story().begins();
  story.passes(hour);
  const at = story.shell.now;
  story.shell.does({ type: 'historyOpened', portal: 'acme' });
  return { story, at };
}

describe('a portal is asked for its list', () => {
  test('not while nobody looks at its runs', () => {
    const story = new Story().begins();
    story.passes(day);
    expect(listsAsked(story, 0)).toEqual([]);
  });

  test('at once when somebody opens them, and hourly while they stay open', () => {
    const { story, at } = opened();
    story.passes(3 * hour - minute);
    expect(listsAsked(story, at).map((seconds) => Math.round(seconds / 60))).toEqual([0, 60, 120]);
    expect(listsAsked(story, at)[0]).toBeLessThan(3);
  });

  test('not again by who closes and opens them within a minute, and not once they are closed', () => {
    const { story, at } = opened();
    story.passes(10 * second);
    story.shell.does({ type: 'historyClosed' });
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    story.passes(10 * minute);
    expect(listsAsked(story, at)).toHaveLength(1);
    story.shell.does({ type: 'historyClosed' });
    story.passes(day);
    expect(listsAsked(story, at)).toHaveLength(1);
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    story.passes(minute);
    expect(listsAsked(story, at)).toHaveLength(2);
  });

  test('when a backup ends, and then not again for an hour', () => {
    const { story, at } = opened();
    story.passes(30 * minute).looks(reads());
    story.script().history = succeed([recordOf()]);
    story.looks(readsFinished()).passes(45 * minute);
    expect(listsAsked(story, at)).toHaveLength(2);
  });

  test('of each of its scopes', () => {
    const story = new Story([{ ...acme, scopes: ['portal', 'server'], standalone: true }]).begins();
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    story.passes(minute);
    const asked = story.shell.asked.map(({ question }) => question);
    expect(asked.filter(({ ask }) => ask === 'history')).toEqual([
      { ask: 'history', scope: 'portal' },
      { ask: 'history', scope: 'server' },
    ]);
  });

  test('not while the portal refuses or is silent, and as soon as it answers again', () => {
    const story = new Story()
      .begins()
      .fails(failures.timeout)
      .passes(10 * minute);
    const at = story.shell.now;
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    story.passes(10 * minute);
    expect(listsAsked(story, at)).toEqual([]);
    story.looks(reads());
    expect(listsAsked(story, at)).toHaveLength(1);
  });

  test('once an hour too where its plan does not include that, and the portal is well all the same', () => {
    const { story, at } = opened();
    story.script().history = fail(failures.unpaid);
    story.passes(2 * hour - minute);
    expect(listsAsked(story, at)).toHaveLength(2);
    expect(story.shell.state.watches[0]?.listing.failure).toBe('unpaid');
    expect(story.shell.state.watches[0]?.access.trouble).toBeNull();
    expect(story.shell.told()).toEqual([]);
  });

  test('no more often by a clock that was set back', () => {
    const { story, at } = opened();
    story.passes(minute);
    story.shell.now -= day;
    story.shell.does({ type: 'clockJumped' });
    story.passes(2 * hour - minute);
    expect(listsAsked(story, at - day)).toHaveLength(2);
  });

  test('whatever somebody asks to check', () => {
    const { story, at } = opened();
    for (let press = 0; press < 10; press += 1) {
      story.shell.does({ type: 'checkNow', portal: 'acme' });
      story.passes(second);
    }
    expect(listsAsked(story, at)).toHaveLength(1);
  });
});
