import { describe, expect, test } from 'vitest';
import { failures, hour, minute, readsFinished, second, taskA } from '../../support/given.ts';
import {
  chosen,
  saving,
  endsSaved,
  endsUnsaved,
  finishing,
  folder,
  ordersOf,
  savingIn,
  savingPortal,
} from '../../support/core/saves.ts';

const network = { of: 'network', failure: failures.timeout } as const;
const missing = { of: 'folder', why: 'missing' } as const;

describe('a save that breaks off', () => {
  test('is tried again from the portal’s link, after pauses that grow', () => {
    const story = saving();
    const pauses: number[] = [];
    for (let tries = 0; tries < 9; tries++) {
      const brokeOff = story.shell.now;
      endsUnsaved(story, network);
      while (ordersOf(story).length === 0) story.passes(second);
      pauses.push((story.shell.now - brokeOff) / second);
    }
    expect(pauses[0]).toBeLessThan(10);
    expect(pauses.every((pause, index) => index === 0 || pause >= (pauses[index - 1] ?? 0))).toBe(true);
    expect(pauses.at(-1)).toBeLessThan(310);
    expect(pauses.at(-1)).toBeGreaterThan(290);
  });

  test.each([
    ['this machine wakes', { type: 'clockJumped' }],
    ['somebody wants it now', { type: 'retrySaving', portal: 'acme' }],
    ['somebody wants it once more', { type: 'saveArchive', portal: 'acme', backup: taskA }],
  ] as const)('is tried at once when %s', (_what, event) => {
    const story = saving();
    for (let tries = 0; tries < 7; tries++) {
      endsUnsaved(story, network).passes(6 * minute);
    }
    endsUnsaved(story, network);
    ordersOf(story);
    story.shell.does(event);
    story.passes(10 * second);
    expect(ordersOf(story)).toHaveLength(1);
  });

  test('by a restart is taken up again', () => {
    const story = saving();
    story.shell.restart();
    expect(ordersOf(story)).toEqual([]);
    story.passes(10 * second);
    expect(ordersOf(story)).toMatchObject([{ backup: taskA, folder }]);
  });

  test('is not tried while the portal does not answer, and as soon as it does', () => {
    const story = saving();
    endsUnsaved(story, network);
    story.fails(failures.timeout).passes(hour);
    expect(ordersOf(story)).toEqual([]);
    story.says(readsFinished()).passes(6 * minute);
    expect(ordersOf(story)).toHaveLength(1);
  });

  test('ends with its link, and is told', () => {
    const story = saving();
    endsUnsaved(story, network);
    story.fails(failures.timeout).passes(25 * hour);
    story.says(readsFinished()).passes(6 * minute);
    expect(ordersOf(story)).toEqual([]);
    expect(savingIn(story).unsaved).toMatchObject({ backup: taskA, why: 'expired' });
    expect(story.shell.told()).toContainEqual(expect.stringMatching(/^acme: portal task-a unsaved /));
  });

  test.each([
    ['a dead link', { of: 'link', why: 'expired' }, 2, 'expired'],
    ['a file that is gone', { of: 'link', why: 'gone' }, 2, 'gone'],
    ['another length', { of: 'size' }, 3, 'size'],
  ] as const)('by %s is tried anew, and given up', (_what, failure, most, why) => {
    const story = saving();
    for (let tries = 1; tries < most; tries++) {
      endsUnsaved(story, failure).passes(minute);
      expect(ordersOf(story)).toHaveLength(1);
    }
    endsUnsaved(story, failure).passes(hour);
    expect(ordersOf(story)).toEqual([]);
    expect(savingIn(story)).toMatchObject({ wanted: [], unsaved: { why } });
  });

  test.each([
    ['a dead link', { of: 'link', why: 'expired' }, 2],
    ['another length', { of: 'size' }, 3],
  ] as const)('by %s is tried as often after a bad connection', (_what, failure, most) => {
    const story = saving();
    for (let tries = 0; tries < 4; tries++) endsUnsaved(story, network).passes(2 * minute);
    ordersOf(story);
    for (let tries = 1; tries < most; tries++) {
      endsUnsaved(story, failure).passes(6 * minute);
      expect(ordersOf(story)).toHaveLength(1);
    }
    endsUnsaved(story, failure).passes(hour);
    expect(ordersOf(story)).toEqual([]);
  });

  test('is not tried before the server wants it, unless somebody wants it now', () => {
    const story = saving();
    const retryAt = story.shell.now + 10 * minute;
    const failure = { kind: 'serviceDown', detail: '503', retryAt } as const;
    endsUnsaved(story, { of: 'network', failure }).passes(9 * minute);
    expect(ordersOf(story)).toEqual([]);
    story.passes(2 * minute);
    expect(ordersOf(story)).toHaveLength(1);
    endsUnsaved(story, { of: 'network', failure: { ...failure, retryAt: story.shell.now + hour } });
    story.shell.does({ type: 'retrySaving', portal: 'acme' });
    story.passes(10 * second);
    expect(ordersOf(story)).toHaveLength(1);
  });

  test('waits while watching is paused', () => {
    const story = saving();
    endsUnsaved(story, network);
    story.shell.does({ type: 'paused', until: Infinity });
    story.passes(hour);
    expect(ordersOf(story)).toEqual([]);
    story.shell.does({ type: 'resumed' });
    story.passes(10 * second);
    expect(ordersOf(story)).toHaveLength(1);
  });
});

describe('a folder that takes nothing', () => {
  test('is told of once, looked for now and then, and forgotten when it takes the archive', () => {
    const story = saving();
    const hindered = (): string[] => story.shell.told().filter((id) => id.includes('hindered'));
    for (let tries = 0; tries < 5; tries++) {
      endsUnsaved(story, missing).passes(4 * minute);
      expect(ordersOf(story)).toEqual([]);
      story.passes(2 * minute);
      expect(ordersOf(story)).toHaveLength(1);
    }
    expect(hindered()).toHaveLength(1);
    endsSaved(story);
    expect(savingIn(story)).toMatchObject({ wanted: [], hinderedSince: null });
  });

  test('is not told of when it takes the archive before anybody was', () => {
    const story = saving();
    story.shell.does({ type: 'slept' });
    endsUnsaved(story, missing);
    endsUnsaved(story, missing);
    story.shell.does({ type: 'stopSaving', portal: 'acme', backup: taskA });
    story.shell.does({ type: 'woke' });
    story.passes(minute);
    expect(story.shell.told().filter((id) => id.includes('hindered'))).toEqual([]);
  });

  test('makes room for another one that is chosen', () => {
    const story = finishing(savingPortal());
    story.passes(5 * second);
    endsUnsaved(story, missing);
    ordersOf(story);
    story.shell.does({ ...chosen, backup: null, folder: '/elsewhere' });
    story.passes(5 * second);
    expect(ordersOf(story)).toMatchObject([{ folder: '/elsewhere' }]);
  });
});
