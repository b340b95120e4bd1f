import { describe, expect, test } from 'vitest';
import { fail } from '../../../src/core/base/result.ts';
import {
  acme,
  failures,
  globex,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  second,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

function asks(story: Story, since: number): Array<[seconds: number, ask: string]> {
  return story.shell.asked
    .filter(({ at }) => at >= since)
    .map(({ at, question }) => [(at - since) / second, question.ask]);
}

describe('"check now"', () => {
  test('looks at once', () => {
    const story = new Story([acme, globex]).begins(nothing).passes(30 * second);
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: null });
    expect(asks(story, since)).toEqual([
      [0, 'progress'],
      [0, 'progress'],
    ]);
  });

  test('for one portal looks at that one only', () => {
    const story = new Story([acme, globex]).begins(nothing).passes(30 * second);
    const polls = story.shell
      .does({ type: 'checkNow', portal: 'globex' })
      .filter((effect) => effect.do === 'query');
    expect(polls).toMatchObject([{ portal: 'globex' }]);
    expect(story.shell.does({ type: 'checkNow', portal: 'nobody' })).toEqual([]);
  });

  test('never looks twice within 2 s, however often it is clicked', () => {
    const story = new Story().begins(nothing).passes(30 * second);
    const since = story.shell.now;
    for (let click = 0; click < 40; click += 1) {
      story.shell.does({ type: 'checkNow', portal: 'acme' });
      story.passes(100);
    }
    expect(asks(story, since)).toEqual([
      [0, 'progress'],
      [2, 'progress'],
      [4, 'progress'],
    ]);
  });

  test('looks at once whatever the back-off', () => {
    const story = new Story().begins(nothing).fails(failures.timeout).passes(hour);
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    expect(asks(story, since)[0]).toEqual([0, 'progress']);
  });

  test('comes before the questions that a refusal raises', () => {
    const story = new Story().begins(nothing).passes(minute).fails(failures.forbidden);
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(60);
    // The next question would be for the settings.
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    expect(asks(story.passes(3 * second), since)).toEqual([[1.94, 'progress']]);
    expect(asks(story.passes(2 * second), since)[1]?.[1]).toBe('settings');
  });

  test('comes before the history that a vanished job waits for', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.timeout);
    story.glances(nothing).glances(nothing);
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    expect(asks(story.passes(5 * second), since)[0]?.[1]).toBe('progress');
  });

  test('while the history is being asked looks right after it', () => {
    const story = new Story().begins(reads()).passes(second).says(readsFinished());
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    story.passes(60);
    story.shell.world.latency = 5 * second;
    story.passes(2 * second);
    expect(story.shell.asked.at(-1)?.question.ask).toBe('history');
    const since = story.shell.now;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    expect(asks(story.passes(8 * second), since)).toEqual([[6.99, 'progress']]);
  });

  /** Somebody presses it every second, for so many seconds. */
  function presses(story: Story, seconds: number): Story {
    for (let click = 0; click < seconds; click += 1) {
      story.shell.does({ type: 'checkNow', portal: null });
      story.passes(second);
    }
    return story;
  }

  test('pressed every second hastens what waits behind it, and keeps nothing back', () => {
    const ended = new Story().begins(reads()).says(nothing);
    ended.script().history = { ok: true, value: [] };
    expect(presses(ended, 15).shell.told()).toEqual(['acme: portal task-a unknown']);
    const refused = presses(new Story().begins(nothing).fails(failures.forbidden), 15);
    const since = refused.shell.now - 15 * second;
    expect(new Set(asks(refused, since).map(([, ask]) => ask))).toEqual(
      new Set(['progress', 'settings', 'key', 'self']),
    );
    const fresh = new Story();
    presses(fresh.says(nothing), 1).shell.open();
    expect(asks(presses(fresh, 15), 0).map(([, ask]) => ask)).toContain('key');
  });

  test('pressed every second keeps the whole server’s backup in turn', () => {
    const story = new Story([{ ...acme, standalone: true, scopes: ['portal', 'server'] }]).begins(nothing);
    const since = story.shell.now;
    presses(story, 20);
    const scopes = story.shell.asked
      .filter(({ at }) => at >= since)
      .map(({ question }) => ('scope' in question ? question.scope : ''));
    expect(scopes.filter((scope) => scope === 'server').length).toBeGreaterThan(2);
    expect(scopes.filter((scope) => scope === 'portal').length).toBeGreaterThan(2);
  });

  test('while a look is under way is answered by it', () => {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.world.latency = 10 * second;
    story.shell.does({ type: 'checkNow', portal: 'acme' });
    const since = story.shell.now;
    story.passes(second);
    expect(story.shell.does({ type: 'checkNow', portal: 'acme' })).toEqual([]);
    expect(asks(story.passes(20 * second), since)).toEqual([[0, 'progress']]);
  });
});
