import { describe, expect, test } from 'vitest';
import { visibleIn } from '../../../src/core/reduce/visible.ts';
import { acme, link, minute, reads, readsFinished, second, taskA } from '../../support/given.ts';
import {
  chosen,
  doneOf,
  endsSaved,
  endsUnsaved,
  finishing,
  ordersOf,
  savedArchive,
  saving,
  savingIn,
  savingPortal,
} from '../../support/core/saves.ts';

describe('across a restart', () => {
  test('what is wanted is wanted still, though nothing else has changed with that', () => {
    const story = finishing();
    story.shell.does({ type: 'openLink', portal: 'acme', backup: taskA });
    story.passes(minute).shell.does({ type: 'paused', until: Infinity });
    story.shell.does(chosen);
    story.shell.restart();
    expect(savingIn(story).wanted).toMatchObject([{ backup: taskA }]);
  });

  test('what is gone stays forgotten', () => {
    const story = endsSaved(saving());
    story.passes(minute);
    story.shell.does({ type: 'archivesGone', portal: 'acme', files: [savedArchive().file] });
    story.shell.restart();
    expect(savingIn(story).written).toEqual([]);
  });
});

test('an answer that comes while watching is paused begins nothing, and is asked for anew once it is resumed', () => {
  const story = finishing();
  story.shell.world.latency = second;
  story.shell.does(chosen);
  story.shell.does({ type: 'paused', until: Infinity });
  story.passes(minute);
  expect(ordersOf(story)).toEqual([]);
  const later = `${link}&later`;
  story.says(readsFinished({ link: later })).shell.does({ type: 'resumed' });
  story.passes(10 * second);
  expect(ordersOf(story)).toMatchObject([{ link: acme.origin + later }]);
});

test('an archive with the name of one that its user has removed is another one, and is kept', () => {
  const story = endsSaved(finishing(savingPortal({ keep: 1 })));
  story.looks(reads({ task: 'b' })).looks(readsFinished({ task: 'b', link: `${link}b` }));
  doneOf(story);
  endsSaved(story, savedArchive(), { scope: 'portal', job: 'b' });
  expect(savingIn(story).written).toMatchObject([{ backup: { job: 'b' } }]);
  expect(doneOf(story)).toEqual([]);
});

describe('what the window shows of it has been seen', () => {
  test.each([
    ['saved', () => endsSaved(finishing(savingPortal())), / saved /],
    [
      'damaged',
      () => endsSaved(finishing(savingPortal()), savedArchive({ contents: 'damaged' })),
      / unsaved /,
    ],
    [
      'hindered',
      () => endsUnsaved(finishing(savingPortal()), { of: 'folder', why: 'full' }),
      /^saving hindered /,
    ],
  ] as const)('%s', (_what, end, id) => {
    const { state } = end().shell;
    expect(visibleIn(state).items).toContainEqual({ portal: 'acme', id: expect.stringMatching(id) });
  });
});
