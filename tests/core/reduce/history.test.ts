import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { acme, day, globex, minute, reads, readsFinished, recordOf, start } from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';
import { Story } from '../../support/core/story.ts';

function opened(): Story {
  const story = new Story([acme, globex]).begins();
  story.shell.does({ type: 'historyOpened', portal: 'acme' });
  return story;
}

const historyOf = ({ shell }: Story) => shell.state.history;

describe('the runs of a portal', () => {
  test('are read from their file when somebody opens them', () => {
    const story = new Story([acme, globex]).begins();
    const effects = story.shell.does({ type: 'historyOpened', portal: 'acme' });
    expect(effects).toContainEqual({ do: 'readRuns', portal: 'acme' });
    expect(historyOf(story)).toMatchObject({ portal: 'acme', runs: [], read: false });
    story.shell.does({ type: 'runsRead', portal: 'acme', runs: [runOf('a')] });
    expect(historyOf(story)).toMatchObject({ runs: [{ id: 'a' }], read: true, chosen: null, whole: false });
  });

  test('learn what is recorded while they are open, before their file was read and after', () => {
    const story = opened();
    story.looks(reads());
    story.shell.does({
      type: 'runsRead',
      portal: 'acme',
      runs: [runOf('a', { start: { at: start - day, seen: true } })],
    });
    story.script().history = succeed([recordOf()]);
    story.looks(readsFinished());
    expect(historyOf(story)?.runs).toMatchObject([
      { id: 'task-a', end: { outcome: 'finished' }, archive: { storage: 'temporary' } },
      { id: 'a' },
    ]);
  });

  test('learn nothing of another portal', () => {
    const story = opened();
    story.looks(reads(), 'globex');
    story.shell.does({ type: 'runsRead', portal: 'globex', runs: [runOf('a')] });
    expect(historyOf(story)).toMatchObject({ runs: [], read: false });
  });

  test('of which one is chosen, and all are wanted', () => {
    const story = opened();
    story.shell.does({ type: 'runChosen', run: { scope: 'portal', id: 'a' } });
    story.shell.does({ type: 'allRunsWanted' });
    expect(historyOf(story)).toMatchObject({ chosen: { id: 'a' }, whole: true });
    story.shell.does({ type: 'historyOpened', portal: 'globex' });
    expect(historyOf(story)).toMatchObject({ portal: 'globex', chosen: null, whole: false });
    expect(story.shell.state.watches.map(({ listing }) => listing.openedAt)).toEqual([null, story.shell.now]);
  });

  test.each([
    ['closed', { type: 'historyClosed' }],
    ['closed with the window', { type: 'windowClosed' }],
    ['drawn anew with the window', { type: 'windowOpened' }],
    ['removed with the portal', { type: 'remove', portal: 'acme' }],
  ] as const)('are not kept in memory once they are %s', (_what, event) => {
    const story = opened();
    story.shell.does(event);
    expect(historyOf(story)).toBeNull();
    story.passes(minute);
    for (const { listing } of story.shell.state.watches) expect(listing.openedAt).toBeNull();
  });

  test('are looked at no less when another portal is removed', () => {
    const story = opened();
    story.shell.does({ type: 'remove', portal: 'globex' });
    expect(historyOf(story)?.portal).toBe('acme');
  });

  test('that nobody has opened are neither chosen nor filled', () => {
    const story = new Story().begins();
    story.shell.does({ type: 'historyOpened', portal: 'nobody' });
    story.shell.does({ type: 'runsRead', portal: 'acme', runs: [runOf('a')] });
    story.shell.does({ type: 'runChosen', run: { scope: 'portal', id: 'a' } });
    story.shell.does({ type: 'allRunsWanted' });
    story.shell.does({ type: 'historyClosed' });
    expect(historyOf(story)).toBeNull();
  });
});
