import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  day,
  failures,
  hour,
  link,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  second,
  start,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

// A job that is no longer there did not necessarily succeed, nor fail: a second look, then the history, tell.

function running(): Story {
  return new Story().begins().looks(reads({ percent: 55 }));
}

function told(story: Story): string[] {
  return story.shell.told().map((line) => line.replace('acme: portal ', ''));
}

function runOf(story: Story) {
  return story.shell.state.watches[0]?.jobs.portal.run ?? null;
}

describe('a job that vanishes', () => {
  test('is not missed by one look alone: the run goes on as it was', () => {
    const story = running();
    const before = runOf(story);
    story.glances(nothing);
    expect(runOf(story)).toMatchObject({ percent: 55, missedAt: story.shell.now - 2010 });
    story.glances(reads({ percent: 54 }));
    expect(runOf(story)).toEqual(before);
    expect(told(story)).toEqual([]);
  });

  test('during hours without an answer has ended, and is not called stuck for being missing', () => {
    const story = running()
      .fails(failures.serverError)
      .passes(5 * hour)
      .looks(nothing)
      .passes(minute);
    expect(told(story)).toContain('task-a unknown');
    expect(told(story)).not.toContain('task-a stuck');
  });

  test('without a record has ended, nobody knows how', () => {
    expect(told(running().looks(nothing).passes(minute))).toEqual(['task-a unknown']);
  });

  test('with a record has finished, when the record says', () => {
    const story = running();
    story.script().history = succeed([
      recordOf('task-b'),
      recordOf('task-a', { createdAt: start + 7 * second }),
    ]);
    expect(told(story.looks(nothing).passes(minute))).toEqual(['task-a finished']);
    expect(story.shell.state.watches[0]?.jobs.portal.ending).toMatchObject({
      outcome: 'finished',
      endedAt: start + 7 * second,
      timed: true,
      linkUntil: start + day,
    });
  });

  test('and is back with a link, has that link', () => {
    const story = running();
    story.script().history = succeed([recordOf('task-a', { expiresAt: null })]);
    story.looks(nothing).passes(minute).looks(readsFinished());
    expect(told(story)).toEqual(['task-a finished']);
    const ending = story.shell.state.watches[0]?.jobs.portal.ending;
    expect(ending).toMatchObject({ link });
    expect(ending?.linkUntil).toBeGreaterThan(story.shell.now);
  });

  test('with a record that does not expire never had a link', () => {
    const story = running();
    story.script().history = succeed([recordOf('task-a', { expiresAt: null })]);
    story.looks(nothing).passes(minute);
    expect(story.shell.state.watches[0]?.jobs.portal.ending).toMatchObject({
      outcome: 'finished',
      linkUntil: null,
    });
  });

  test('and comes back as finished is told as that, once', () => {
    const story = running().glances(nothing).looks(readsFinished()).passes(minute);
    expect(told(story)).toEqual(['task-a finished']);
  });

  test('before the start of the application is asked for as well', () => {
    const story = running();
    story.says(nothing).shell.restart();
    expect(told(story.passes(3 * minute))).toEqual(['task-a unknown']);
  });

  test('is asked for again while the history is silent, for a day, and the looks go on', () => {
    const story = running();
    story.script().history = fail(failures.serverError);
    story.looks(nothing).passes(hour);
    expect(told(story)).toEqual([]);
    const asks = story.shell.asked
      .filter(({ at }) => at > start + 10 * minute)
      .map(({ question }) => question.ask);
    expect(asks.join(' ')).not.toContain('history history');
    expect(asks.filter((ask) => ask === 'history').length).toBeGreaterThan(5);
    expect(asks.filter((ask) => ask === 'progress').length).toBeGreaterThan(30);
    story.script().history = succeed([recordOf()]);
    expect(told(story.passes(10 * minute))).toEqual(['task-a finished']);
  });

  test('is given up after a day of silence', () => {
    const story = running();
    story.script().history = fail(failures.timeout);
    expect(told(story.looks(nothing).passes(23 * hour))).toEqual([]);
    expect(told(story.passes(2 * hour))).toEqual(['task-a unknown']);
  });

  test.each(['forbidden', 'notThere'] as const)('is given up after three refusals: %s', (kind) => {
    const story = running();
    story.script().history = fail(failures[kind]);
    story.looks(nothing).passes(10 * minute);
    expect(told(story)).toEqual(['task-a unknown']);
    expect(story.shell.asked.filter(({ question }) => question.ask === 'history')).toHaveLength(3);
  });

  test('is given up at once where the plan has no history', () => {
    const story = running();
    story.script().history = fail(failures.unpaid);
    expect(told(story.looks(nothing))).toEqual(['task-a unknown']);
  });
});

describe('a job that is replaced', () => {
  test('by a running one is doubted, and the new one is shown', () => {
    const story = running();
    story.script().history = succeed([recordOf('task-a')]);
    story.looks(reads({ task: 'task-b', percent: 3 }));
    expect(runOf(story)).toMatchObject({ task: 'task-b', percent: 3 });
    expect(told(story.passes(minute))).toEqual(['task-a finished']);
  });

  test('by a finished one: both are told, the newer one is shown', () => {
    const story = running()
      .looks(readsFinished({ task: 'task-b' }))
      .passes(2 * minute);
    expect(told(story)).toEqual(['task-b finished', 'task-a unknown']);
    expect(story.shell.state.watches[0]?.jobs.portal.ending).toMatchObject({ job: 'task-b', link });
  });

  test('and comes back, since a server behind a cache was late: nothing was wrong', () => {
    const story = running()
      .glances(reads({ task: 'task-b', percent: 3 }))
      .glances(reads({ percent: 50 }));
    expect(runOf(story)).toMatchObject({ task: 'task-a', percent: 55 });
    story.looks(reads({ percent: 60 })).passes(minute);
    expect(told(story)).toEqual(['task-b unknown']);
  });

  test('after it was missed needs no second look', () => {
    const story = running()
      .glances(nothing)
      .glances(reads({ task: 'task-b' }));
    expect(story.shell.asked.at(-1)?.question).toEqual({ ask: 'history', scope: 'portal' });
  });

  test('dozens of times while the history is silent is doubted until it answers; the oldest of more are given up', () => {
    const story = running();
    story.script().history = fail(failures.timeout);
    for (let number = 1; number <= 40; number += 1) story.looks(reads({ task: `next-${number}` }));
    expect(told(story)).toEqual([]);
    story.looks(reads({ task: 'next-41' }));
    expect(told(story)).toEqual(['task-a unknown']);
  });

  test('again and again, while the history is silent, is not forgotten', () => {
    const story = new Story().begins();
    story.script().history = fail(failures.timeout);
    for (let index = 0; index < 12; index += 1) story.looks(reads({ task: `task-${index}` }));
    story.script().history = succeed([]);
    story.looks(nothing).passes(10 * minute);
    expect(told(story).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, index) => `task-${index} unknown`).toSorted(),
    );
  });

  test('and found in the history after the next one has finished is not the last one that did', () => {
    const story = running();
    story.script().history = fail(failures.timeout);
    story.looks(reads({ task: 'task-b' })).looks(readsFinished({ task: 'task-b' }));
    story.script().history = succeed([recordOf('task-a'), recordOf('task-b')]);
    expect(told(story.passes(10 * minute))).toEqual(['task-b finished', 'task-a finished']);
    expect(story.shell.state.watches[0]?.jobs.portal.lastFinished).toMatchObject({ job: 'task-b' });
  });

  test('before a day asleep is not given up for the first failure after it', () => {
    const story = running();
    story.script().history = fail(failures.timeout);
    story.looks(nothing).looks(nothing);
    story.shell.does({ type: 'slept' });
    story.shell.now += 25 * hour;
    story.shell.does({ type: 'woke' });
    story.passesUntil(({ ask }) => ask === 'history');
    story.script().history = succeed([recordOf()]);
    story.passes(second);
    expect(told(story.passes(hour))).toEqual(['task-a finished']);
  });
});
