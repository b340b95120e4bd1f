import { describe, expect, test } from 'vitest';
import { dropScope, newSaving, type Saving, stopSave, wantSave } from '../../../src/core/saving/saving.ts';
import { mostLeftovers } from '../../../src/core/saving/leftovers.ts';
import { fail } from '../../../src/core/base/result.ts';
import {
  day,
  failures,
  hour,
  link,
  minute,
  reads,
  readsFinished,
  start,
  taskA,
} from '../../support/given.ts';
import {
  chosen,
  doneOf,
  endsSaved,
  endsUnsaved,
  finishing,
  folder,
  savingIn,
  savingPortal,
  saving,
} from '../../support/core/saves.ts';
import type { Story } from '../../support/core/story.ts';

const cut = { of: 'network', failure: failures.timeout } as const;
const deletion = { do: 'deletePart', portal: 'acme', backup: taskA, folder } as const;
const gone = { type: 'partGone', portal: 'acme', backup: taskA, folder } as const;
const stop = { type: 'stopSaving', portal: 'acme', backup: taskA } as const;

function deletionsOf(story: Story): unknown[] {
  return doneOf(story).filter((effect) => effect.do === 'deletePart');
}

/** Half of it has come, and its user wants no more. */
function stopped(): Story {
  const story = saving();
  story.shell.does(stop);
  return endsUnsaved(story, { of: 'stopped' });
}

describe('what has come of an archive', () => {
  test('stays while its link works, and goes with it', () => {
    const story = stopped().passes(day - hour);
    expect(deletionsOf(story)).toEqual([]);
    story.passes(2 * hour);
    expect(deletionsOf(story)).toEqual([deletion]);
    story.shell.does(gone);
    expect(deletionsOf(story.passes(3 * hour))).toEqual([]);
    expect(savingIn(story).leftovers).toEqual([]);
  });

  test('goes at once where it was given up because its link has expired', () => {
    const story = endsUnsaved(saving(), cut);
    story.script().progress = fail(failures.timeout);
    doneOf(story.passes(day));
    expect(deletionsOf(story.says(readsFinished()).passes(10 * minute))).toEqual([deletion]);
    expect(savingIn(story)).toMatchObject({ wanted: [], unsaved: { why: 'expired' } });
  });

  test('goes once another backup has ended: nobody can ask for the older one any more', () => {
    const story = stopped();
    story.looks(reads({ task: 'b' })).looks(readsFinished({ task: 'b', link: `${link}b` }));
    expect(deletionsOf(story)).toEqual([deletion]);
  });

  test('is what the next save of it begins with', () => {
    const story = stopped();
    story.shell.does(chosen);
    expect(savingIn(story).leftovers).toEqual([]);
    story.passes(minute);
    expect(deletionsOf(endsSaved(story).passes(day + hour))).toEqual([]);
  });

  test('goes where its archive is saved elsewhere', () => {
    const story = stopped();
    story.shell.does({ ...chosen, folder: '/elsewhere' });
    expect(deletionsOf(story)).toEqual([deletion]);
  });

  test('goes also once its archive lies elsewhere', () => {
    const story = stopped();
    story.shell.does({ ...chosen, folder: '/elsewhere' });
    story.passes(minute);
    doneOf(endsSaved(story));
    expect(deletionsOf(story.passes(hour))).toEqual([deletion]);
  });

  test('stays where its archive goes after all', () => {
    const story = endsUnsaved(finishing(savingPortal()), { of: 'folder', why: 'full' });
    for (const other of ['/elsewhere', folder])
      story.shell.does({
        type: 'folderChosen',
        portal: 'acme',
        backup: null,
        keep: null,
        folder: other,
      });
    doneOf(story);
    expect(savingIn(story).leftovers).toMatchObject([{ folder: '/elsewhere' }]);
    expect(deletionsOf(story.passes(2 * hour))).toContainEqual({ ...deletion, folder: '/elsewhere' });
    expect(savingIn(story).leftovers).toMatchObject([{ folder: '/elsewhere' }]);
  });

  test('goes where it waits for a folder, and another one is chosen', () => {
    const story = endsUnsaved(finishing(savingPortal()), { of: 'folder', why: 'full' });
    story.shell.does({
      type: 'folderChosen',
      portal: 'acme',
      backup: null,
      keep: null,
      folder: '/elsewhere',
    });
    expect(deletionsOf(story)).toEqual([deletion]);
  });

  test('is tried to be deleted once more each hour, where its folder is away, and after a restart', () => {
    const story = stopped().passes(day + minute);
    expect(deletionsOf(story)).toEqual([deletion]);
    expect(deletionsOf(story.passes(30 * minute))).toEqual([]);
    expect(deletionsOf(story.passes(hour))).toEqual([deletion]);
    story.shell.restart().pass(minute);
    expect(deletionsOf(story)).toEqual([deletion]);
  });

  test('stays over a restart while its link works, also where nobody answers then', () => {
    const story = stopped();
    story.script().progress = fail(failures.timeout);
    story.shell.restart().pass(hour);
    expect(deletionsOf(story)).toEqual([]);
    expect(savingIn(story).leftovers).toMatchObject([{ backup: taskA, folder }]);
  });

  test('goes with its portal', () => {
    const story = stopped();
    doneOf(story);
    story.shell.does({ type: 'remove', portal: 'acme' });
    expect(deletionsOf(story)).toEqual([deletion]);
  });
});

test('of a scope that is not watched any more it is left, too', () => {
  const wanted = { backup: { scope: 'server', job: 'dump' }, folder, by: 'rule' } as const;
  const waiting = wantSave(newSaving, wanted);
  expect(dropScope(waiting, 'server').leftovers).toEqual([{ backup: wanted.backup, folder, tryAt: 0 }]);
  expect(dropScope(waiting, 'portal')).toBe(waiting);
});

test('only so many are remembered, the newest', () => {
  const backups = Array.from({ length: 40 }, (_, index) => ({ scope: 'portal', job: `${index}` }) as const);
  const after = backups.reduce<Saving>(
    (left, backup) => stopSave(wantSave(left, { backup, folder, by: 'hand' }), backup, start),
    newSaving,
  );
  expect(after.leftovers.map(({ backup }) => backup)).toEqual(backups.slice(-mostLeftovers));
});
