import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { failures, minute, nothing, reads, readsFinished, recordOf } from '../../support/given.ts';
import { obeying, orders, resultOf, stop } from '../../support/core/controlled.ts';

describe('a backup that is to be stopped', () => {
  test('is stopped once, and told as stopped where it vanishes', () => {
    const story = obeying().begins(reads());
    story.shell.does(stop);
    story.passesUntil(({ ask }) => ask === 'stop');
    story.script().history = succeed([]);
    story.says(nothing).passes(minute);
    expect(orders(story)).toEqual([{ ask: 'stop' }]);
    expect(resultOf(story)).toBe('stopped');
    expect(story.shell.state.watches[0]?.jobs.portal.ending).toMatchObject({ outcome: 'cancelled' });
  });

  test('that had made its archive all the same has finished', () => {
    const story = obeying().begins(reads());
    story.shell.does(stop);
    story.passesUntil(({ ask }) => ask === 'stop');
    story.script().history = succeed([recordOf('task-a')]);
    story.says(nothing).passes(minute);
    expect(story.shell.state.watches[0]?.jobs.portal.ending).toMatchObject({ outcome: 'finished' });
  });

  test('does not excuse one that vanishes later', () => {
    const story = obeying().begins(reads());
    story.shell.does(stop);
    story.passes(10 * minute);
    story.script().history = succeed([]);
    story.says(nothing).passes(minute);
    expect(story.shell.state.watches[0]?.jobs.portal.ending).toMatchObject({ outcome: 'unknown' });
  });

  test.each([
    ['over', readsFinished()],
    ['another one by now', reads({ task: 'another' })],
    ['gone', nothing],
  ])('is left alone where it is %s: the portal forgets one that has finished', (_what, reading) => {
    const story = obeying().begins(reads());
    story.says(reading);
    story.shell.does(stop);
    story.passes(minute);
    expect(orders(story)).toEqual([]);
    expect(resultOf(story)).toBe('notRunning');
  });

  test('may have ended in the moment before', () => {
    const story = obeying().begins(reads());
    story.script().stop = succeed(false);
    story.shell.does(stop);
    story.passes(10_000);
    expect(resultOf(story)).toBe('notRunning');
  });

  test('is not stopped by a server that cannot', () => {
    const story = obeying().begins(reads());
    story.script().stop = fail(failures.notThere);
    story.shell.does(stop);
    story.passes(10_000);
    expect(resultOf(story)).toBe('notThere');
  });
});
