import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { SavedArchive } from '../../../src/core/saving/order.ts';
import type { SaveTo } from '../../../src/core/portal.ts';
import {
  day,
  failures,
  hour,
  link,
  minute,
  nothing,
  reads,
  readsFinished,
  second,
  taskA,
} from '../../support/given.ts';
import {
  deletedBy,
  doneOf,
  endsSaved,
  endsUnsaved,
  finishing,
  folder,
  ordersOf,
  savedArchive,
  savingIn,
  savingPortal,
} from '../../support/core/saves.ts';
import { Story } from '../../support/core/story.ts';

/** One backup after the other finishes, and each is saved. */
function saves(
  story: Story,
  count: number,
  archive: (index: number) => Partial<SavedArchive> = () => ({}),
): Story {
  for (let index = 0; index < count; index++) {
    const saved = savedArchive({ file: `${folder}/${index}.tar.gz`, ...archive(index) });
    const task = `of ${saved.file}`;
    story.looks(reads({ task })).looks(readsFinished({ task, link: `${link}${index}` }));
    endsSaved(story, saved, { scope: 'portal', job: task });
    story.passes(hour);
  }
  return story;
}

function kept(keep: SaveTo['keep']): Story {
  return new Story([savingPortal({ keep })]).begins(nothing);
}

describe('where every finished backup is to be saved', () => {
  test('each is, without anybody’s doing', () => {
    expect(ordersOf(finishing(savingPortal()))).toMatchObject([{ backup: taskA, folder }]);
  });

  test('one that finished while the application was closed is, too', () => {
    const story = new Story([savingPortal()]).begins(reads());
    story.says(readsFinished());
    story.shell
      .pass(0)
      .restart()
      .pass(10 * second);
    expect(ordersOf(story)).toMatchObject([{ backup: taskA }]);
  });

  test.each([
    ['has failed, whatever link it names', readsFinished({ error: 'Disk full.' })],
    ['has no link', readsFinished({ link: '' })],
    ['was stopped', reads({ status: 3, completed: true })],
  ])('one that %s is not', (_what, reading) => {
    const story = new Story([savingPortal()]).begins(reads());
    story.script().history = succeed([]);
    story.looks(reading).passes(hour);
    expect(savingIn(story)).toMatchObject({ wanted: [], unsaved: null });
    expect(ordersOf(story)).toEqual([]);
  });

  test('one that had finished before its portal was added is not', () => {
    const story = new Story([savingPortal()]).begins(readsFinished()).passes(hour);
    expect(ordersOf(story)).toEqual([]);
  });

  test('elsewhere none is', () => {
    expect(ordersOf(finishing().passes(hour))).toEqual([]);
  });

  test('one that was saved is not saved again', () => {
    const story = endsSaved(finishing(savingPortal()));
    ordersOf(story);
    story.looks(readsFinished()).passes(day);
    story.shell.restart().pass(hour);
    expect(ordersOf(story)).toEqual([]);
  });

  test('one that somebody saved before its end was certain is not saved again', () => {
    const story = new Story([savingPortal()]).begins(reads());
    story.script().history = fail(failures.timeout);
    story
      .says(readsFinished())
      .shell.restart()
      .pass(20 * second);
    expect(ordersOf(story)).toEqual([]);
    story.shell.does({ type: 'saveArchive', portal: 'acme', backup: taskA });
    story.passes(10 * second);
    expect(ordersOf(story)).toHaveLength(1);
    endsSaved(story);
    story.script().history = null;
    story.passes(hour);
    expect(story.shell.told().join()).toContain('task-a finished');
    expect(ordersOf(story)).toEqual([]);
  });

  test('one that cannot be read is not fetched again by itself, and can be by hand', () => {
    const story = endsSaved(finishing(savingPortal()), savedArchive({ contents: 'damaged' }));
    ordersOf(story);
    story.passes(hour);
    expect(ordersOf(story)).toEqual([]);
    story.shell.does({ type: 'saveArchive', portal: 'acme', backup: taskA });
    story.passes(10 * second);
    expect(ordersOf(story)).toHaveLength(1);
  });

  test('one waits for the other, and is told where its link is gone by then', () => {
    const story = finishing(savingPortal());
    expect(ordersOf(story)).toHaveLength(1);
    story.looks(reads({ task: 'b' })).looks(readsFinished({ task: 'b', link: `${link}b` }));
    story.looks(reads({ task: 'c' })).looks(readsFinished({ task: 'c', link: `${link}c` }));
    expect(ordersOf(story)).toEqual([]);
    endsSaved(story).passes(minute);
    expect(ordersOf(story)).toMatchObject([{ backup: { job: 'c' } }]);
    expect(story.shell.told()).toContainEqual(expect.stringMatching(/^acme: portal b unsaved /));
  });
});

describe('of what was saved', () => {
  test('the oldest are deleted once more are there than are to be kept', () => {
    const story = saves(kept(2), 2);
    expect(deletedBy(story)).toEqual([]);
    story.looks(reads({ task: 'c' })).looks(readsFinished({ task: 'c', link: `${link}c` }));
    // Not before the newest is safe.
    expect(deletedBy(story)).toEqual([]);
    endsSaved(story, savedArchive({ file: `${folder}/c` }), { scope: 'portal', job: 'c' });
    expect(deletedBy(story)).toEqual([`${folder}/0.tar.gz`]);
  });

  test('all are kept where nobody says how many', () => {
    expect(deletedBy(saves(kept(null), 12))).toEqual([]);
  });

  test('what could not be deleted is tried again after the next', () => {
    const story = saves(kept(1), 2);
    expect(deletedBy(story)).toEqual([`${folder}/0.tar.gz`]);
    saves(story, 1, () => ({ file: `${folder}/bad`, contents: 'damaged' }));
    expect(deletedBy(story)).toEqual([]);
    saves(story, 3, (index) => ({ file: `${folder}/later-${index}` }));
    expect(deletedBy(story)).toContain(`${folder}/0.tar.gz`);
  });

  test('what is gone is forgotten', () => {
    const story = saves(kept(1), 2);
    story.shell.does({ type: 'archivesGone', portal: 'acme', files: [`${folder}/0.tar.gz`] });
    expect(savingIn(story).written.map(({ file }) => file)).toEqual([`${folder}/1.tar.gz`]);
  });

  test('a damaged one neither counts nor makes a good one go', () => {
    const story = saves(kept(2), 4, (index) => (index >= 2 ? { contents: 'damaged' } : {}));
    expect(deletedBy(story)).toEqual([]);
    expect(savingIn(story).written).toHaveLength(4);
    saves(story, 1, () => ({ file: `${folder}/good` }));
    expect(deletedBy(story)).toEqual([`${folder}/0.tar.gz`]);
  });

  test('a failed save makes none go', () => {
    const story = saves(kept(2), 2);
    story.shell.does({ type: 'saveEvery', portal: 'acme', keep: 1 });
    story.looks(reads({ task: 'c' })).looks(readsFinished({ task: 'c', link: `${link}c` }));
    endsUnsaved(story, { of: 'folder', why: 'full' }, { scope: 'portal', job: 'c' }).passes(hour);
    expect(deletedBy(story)).toEqual([]);
  });

  test('what somebody saved by hand is theirs', () => {
    const story = kept(null);
    story.shell.does({ type: 'saveEvery', portal: 'acme', keep: 'off' });
    saves(story, 1);
    const backup = { scope: 'portal', job: `of ${folder}/0.tar.gz` } as const;
    story.shell.does({
      type: 'folderChosen',
      portal: 'acme',
      backup: backup,
      keep: null,
      folder,
    });
    story.passes(10 * second);
    endsSaved(story, savedArchive({ file: `${folder}/by-hand` }), backup);
    story.shell.does({ type: 'folderChosen', portal: 'acme', backup: null, keep: 1, folder });
    saves(story, 3, (index) => ({ file: `${folder}/later-${index}` }));
    const deleted = deletedBy(story);
    expect(deleted).not.toContain(`${folder}/by-hand`);
    expect(deleted).toContain(`${folder}/later-0`);
  });

  test('what lies in the folder before stays there', () => {
    const story = saves(kept(1), 1);
    story.shell.does({ type: 'folderChosen', portal: 'acme', backup: null, keep: 1, folder: '/elsewhere' });
    saves(story, 2, (index) => ({ file: `/elsewhere/${index}` }));
    expect(deletedBy(story)).toEqual(['/elsewhere/0']);
  });
});

describe('the setting', () => {
  test('wants a folder first', () => {
    const story = finishing();
    ordersOf(story);
    story.shell.does({ type: 'saveEvery', portal: 'acme', keep: 3 });
    expect(doneOf(story)).toEqual([
      { do: 'askFolder', portal: 'acme', backup: null, keep: 3, suggested: null },
    ]);
    expect(portalOf(story).saveTo).toBeUndefined();
    story.shell.does({ type: 'folderChosen', portal: 'acme', backup: null, keep: 3, folder });
    expect(portalOf(story).saveTo).toEqual({ folder, keep: 3 });
  });

  test('changes how many are kept, and is turned off', () => {
    const story = finishing(savingPortal());
    story.shell.does({ type: 'saveEvery', portal: 'acme', keep: 2 });
    expect(portalOf(story).saveTo).toEqual({ folder, keep: 2 });
    story.shell.does({ type: 'saveEvery', portal: 'acme', keep: 'all' });
    expect(portalOf(story).saveTo).toEqual({ folder, keep: null });
    story.shell.does({ type: 'saveEvery', portal: 'acme', keep: 'off' });
    expect(portalOf(story)).not.toHaveProperty('saveTo');
  });

  test('outlives a restart', () => {
    const story = finishing();
    story.shell.does({ type: 'folderChosen', portal: 'acme', backup: null, keep: 7, folder });
    story.shell.restart();
    expect(portalOf(story).saveTo).toEqual({ folder, keep: 7 });
  });
});

function portalOf({ shell }: Story): Story['shell']['state']['watches'][number]['portal'] {
  const [watch] = shell.state.watches;
  if (watch === undefined) throw new Error('nothing is watched');
  return watch.portal;
}
