import { describe, expect, test } from 'vitest';
import { nextWakeAt } from '../../../src/core/nextWake.ts';
import {
  acme,
  day,
  globex,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  start,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { asksWhile } from '../../support/core/asked.ts';

describe('while watching is paused', () => {
  test('nothing is asked and nothing announced; then each portal is looked at once, soon', () => {
    const story = new Story([acme, globex]).begins(reads()).passes(minute);
    story.shell.does({ type: 'paused', until: Infinity });
    story.says(readsFinished());
    expect(asksWhile(story, () => story.passes(day))).toBe(0);
    expect([story.shell.told(), nextWakeAt(story.shell.state, story.shell.now)]).toEqual([[], Infinity]);
    story.shell.does({ type: 'resumed' });
    expect(asksWhile(story, () => story.passes(4050))).toBeGreaterThanOrEqual(2);
    expect(story.passes(minute).shell.told()).toEqual(['acme: portal task-a finished']);
  });

  test('also what was already under way is not announced before it is over', () => {
    const story = new Story().begins(reads());
    story.says(readsFinished()).shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'paused', until: story.shell.now + hour });
    expect(story.passes(59 * minute).shell.told()).toEqual([]);
    expect(story.passes(2 * minute).shell.told()).toEqual(['acme: portal task-a finished']);
  });

  test('for a while, it resumes by itself, also over a restart', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'paused', until: start + hour });
    story.shell.restart();
    expect(story.shell.state.pausedUntil).toBe(start + hour);
    expect(asksWhile(story, () => story.passes(start + hour - 1 - story.shell.now))).toBe(0);
    expect(asksWhile(story, () => story.passes(minute))).toBeGreaterThan(0);
    expect(story.shell.state.pausedUntil).toBeNull();
  });

  test('for half an hour, and what ended in between is told then', () => {
    const story = new Story().begins(reads());
    story.shell.does({ type: 'pausedBriefly' });
    story.says(readsFinished());
    expect(asksWhile(story, () => story.passes(30 * minute - 1))).toBe(0);
    expect(story.passes(minute).shell.told()).toEqual(['acme: portal task-a finished']);
  });

  test('its end is kept over a sleep', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'pausedBriefly' });
    story.shell.does({ type: 'slept' });
    story.shell.now += 29 * minute;
    story.shell.does({ type: 'woke' });
    expect(asksWhile(story, () => story.passes(minute - 1))).toBe(0);
    expect(asksWhile(story, () => story.passes(minute))).toBeGreaterThan(0);
  });

  test('a clock that is set back makes no pause longer than there is one', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'paused', until: start + 33 * hour });
    story.shell.now = start - minute;
    story.shell.does({ type: 'clockJumped' });
    story.shell.does({ type: 'time' });
    expect(story.shell.state.pausedUntil).toBeNull();
    story.shell.does({ type: 'pausedBriefly' });
    story.shell.now -= hour;
    story.shell.does({ type: 'time' });
    expect(story.shell.state.pausedUntil).toBe(start + 29 * minute);
  });

  test('until resumed, it stays so over a restart', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'paused', until: Infinity });
    expect(story.shell.restart().pass(day).state.pausedUntil).toBe(Infinity);
  });

  test('right after a look, resuming asks how the backup is before it asks about the key', () => {
    const story = new Story();
    story.shell.open();
    while (story.shell.state.watches[0]?.jobs.portal.readAt === null) story.passes(50);
    story.shell.does({ type: 'paused', until: Infinity });
    story.shell.does({ type: 'resumed' });
    const before = story.shell.asked.length;
    story.passes(4050);
    expect(story.shell.asked[before]?.question).toEqual({ ask: 'progress', scope: 'portal' });
  });

  test('"check now" asks nothing either', () => {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.does({ type: 'paused', until: Infinity });
    expect(asksWhile(story, () => story.shell.does({ type: 'checkNow', portal: null }))).toBe(0);
  });

  test('resuming what is not paused changes nothing', () => {
    const story = new Story().begins(nothing);
    expect(story.shell.does({ type: 'resumed' })).toEqual([]);
  });
});
