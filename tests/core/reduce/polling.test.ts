import { describe, expect, test } from 'vitest';
import type { Polling } from '../../../src/core/settings.ts';
import { asksWhile } from '../../support/core/asked.ts';
import { Story } from '../../support/core/story.ts';
import { hour, nothing, reads } from '../../support/given.ts';

function polled(polling: Polling, reading = nothing): Story {
  const story = new Story();
  story.shell.does({ type: 'polling', polling });
  return story.begins(reading);
}

describe('a fixed interval', () => {
  test.each([
    ['halfMinute', 120],
    ['minute', 60],
  ] as const)('%s is kept whether or not a backup runs, with the window open too', (polling, anHour) => {
    for (const reading of [nothing, reads()]) {
      const story = polled(polling, reading);
      story.shell.does({ type: 'windowOpened' });
      expect(Math.abs(asksWhile(story, () => story.passes(hour)) - anHour)).toBeLessThan(5);
    }
  });

  test('is kept over a restart, until it is automatic again', () => {
    const story = polled('minute', reads());
    story.shell.restart().pass(hour / 60);
    expect(asksWhile(story, () => story.passes(hour / 4))).toBeLessThan(20);
    story.shell.does({ type: 'polling', polling: 'automatic' });
    expect(asksWhile(story, () => story.passes(hour / 4))).toBeGreaterThan(100);
  });
});
