import { expect, test } from 'vitest';
import type { SavedArchive } from '../../../src/core/saving/order.ts';
import { historyView } from '../../../src/present/history/historyView.ts';
import { day, second, start } from '../../support/given.ts';
import { endsSaved, finishing, savedArchive, savingPortal } from '../../support/core/saves.ts';
import { runOf } from '../../support/core/runs.ts';
import type { Story } from '../../support/core/story.ts';
import { words } from '../../support/words.ts';

const older = runOf('older', { start: { at: start - day, seen: true } });

/** What the view says of the run that was saved, or was not. */
function factsOf(story: Story): Array<[string, string]> {
  story.shell.does({ type: 'historyOpened', portal: 'acme' });
  story.shell.does({ type: 'runsRead', portal: 'acme', runs: [runOf('task-a'), older] });
  story.passes(second);
  const view = historyView(story.shell.state, words, story.shell.now);
  const about = ['Saved', 'Saved as', 'Checked'];
  const facts = view?.latest?.detail.facts ?? [];
  return facts.filter(({ term }) => about.includes(term)).map(({ term, detail }) => [term, detail]);
}

function saved(parts: Partial<SavedArchive> = {}): Story {
  return endsSaved(finishing(savingPortal()), savedArchive(parts));
}

test('a run whose archive was saved says when, where, and whether it can be read', () => {
  expect(factsOf(saved())).toEqual([
    ['Saved', 'today, 03:04'],
    ['Saved as', '/backups/acme/a.tar.gz'],
    ['Checked', 'Saved and readable, 14,203 files, 2 missing'],
  ]);
  expect(factsOf(saved({ contents: 'damaged' })).at(-1)).toEqual(['Checked', 'Saved, but it cannot be read']);
});

test('one that was not saved, or whose archive was deleted since, says nothing of it', () => {
  expect(factsOf(finishing())).toEqual([]);
  const story = saved();
  story.shell.does({ type: 'archivesGone', portal: 'acme', files: [savedArchive().file] });
  expect(factsOf(story)).toEqual([]);
});

test('it is the run of its own backup that says so', () => {
  const story = saved();
  story.shell.does({ type: 'historyOpened', portal: 'acme' });
  const runs = [runOf('task-a'), older];
  story.shell.does({ type: 'runsRead', portal: 'acme', runs });
  story.shell.does({ type: 'runChosen', run: { scope: 'portal', id: 'older' } });
  const view = historyView(story.shell.state, words, story.shell.now);
  expect(view?.chosen?.detail.facts.map(({ term }) => term)).not.toContain('Saved');
  expect(view?.latest?.detail.facts.map(({ term }) => term)).toContain('Saved');
});
