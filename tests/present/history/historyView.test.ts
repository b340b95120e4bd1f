import { describe, expect, test } from 'vitest';
import { historyViewSchema } from '../../../src/contract/historyView.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { Outcome } from '../../../src/core/backup/outcome.ts';
import { newRunRecord, type RunRecord } from '../../../src/core/history/runRecord.ts';
import { historyView } from '../../../src/present/history/historyView.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  reads,
  readsFinished,
  second,
  start,
} from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';
import { Story } from '../../support/core/story.ts';
import { words } from '../../support/words.ts';

// The clock of all tests begins on 20 November 2026, at 03:05 or so: `words.when` says it.

/** Acme's runs as they are looked at, the newest first, after its list was read. */
function view(runs: RunRecord[], story = new Story().begins()) {
  story.shell.does({ type: 'historyOpened', portal: 'acme' });
  story.shell.does({ type: 'runsRead', portal: 'acme', runs });
  story.passes(5 * second);
  return viewOf(story);
}

function viewOf({ shell }: Story) {
  const shown = historyView(shell.state, words, shell.now);
  if (shown === null) throw new Error('no runs are shown');
  // Whatever is shown may leave for the window.
  expect(historyViewSchema.parse(shown)).toEqual(shown);
  return shown;
}

const end = { outcome: 'finished', at: start + 20 * minute, timed: true, percent: 100, reason: '' } as const;

function ended(outcome: Outcome, parts: Partial<RunRecord['end']> = {}): RunRecord {
  return runOf('a', { end: { ...end, outcome, percent: 63, ...parts } });
}

describe('the view of a portal’s runs', () => {
  test('is none while it is closed, and before its file was read', () => {
    const story = new Story().begins();
    expect(historyView(story.shell.state, words, start)).toBeNull();
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    expect(historyView(story.shell.state, words, start)).toBeNull();
  });

  test('without runs says so, and that they will come', () => {
    expect(view([])).toEqual({
      note: null,
      none: {
        fact: 'No backup has been seen yet',
        next: 'Every backup that runs from now on is listed here.',
      },
      latest: null,
      chosen: null,
      durations: null,
      runs: [],
      more: null,
    });
  });

  test('says that the portal is asked for its list, and why there is none', () => {
    const story = new Story().begins();
    story.script().history = fail(failures.unpaid);
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    story.shell.does({ type: 'runsRead', portal: 'acme', runs: [] });
    expect(viewOf(story).note).toBe('Asking the portal for its list of backups…');
    story.passes(5 * second);
    expect(viewOf(story).note).toMatch(/^The portal’s plan does not include its list/);
    story.script().history = fail(failures.timeout);
    story.passes(hour + minute);
    expect(viewOf(story).note).toMatch(/cannot be read now/);
    story.script().history = succeed([]);
    story.passes(hour + minute);
    expect(viewOf(story).note).toBeNull();
  });

  test('lists the newest fifty, and all when they are wanted', () => {
    const runs = Array.from({ length: 60 }, (_, index) =>
      runOf(`${index}`, { start: { at: start - index * day, seen: true } }),
    );
    const story = new Story().begins();
    const few = view(runs, story);
    expect([few.runs.length, few.more]).toEqual([50, 'Show all 60 runs']);
    story.shell.does({ type: 'allRunsWanted' });
    const all = viewOf(story);
    expect([all.runs.length, all.more]).toEqual([60, null]);
  });

  test('shows what is known of the run that was chosen, and nothing of one that is gone', () => {
    const story = new Story().begins();
    view([runOf('a'), runOf('b', { start: { at: start - day, seen: true } })], story);
    story.shell.does({ type: 'runChosen', run: { scope: 'portal', id: 'b' } });
    expect(viewOf(story).chosen).toMatchObject({ run: { id: 'b' }, detail: { progress: null } });
    story.shell.does({ type: 'runChosen', run: { scope: 'server', id: 'b' } });
    expect(viewOf(story).chosen).toBeNull();
  });
});

describe('a run in the list', () => {
  test.each<[string, RunRecord, object]>([
    ['finished', runOf('a'), { outcome: 'Finished', tone: 'accent', took: '20 min' }],
    ['with gaps', ended('gaps'), { outcome: 'Finished, with gaps', tone: 'warn' }],
    ['with a problem', ended('problem'), { outcome: 'Finished, with a problem' }],
    ['failed', ended('failed'), { outcome: 'Failed at 63 %', tone: 'danger' }],
    ['stopped', ended('cancelled'), { outcome: 'Stopped at 63 %', tone: 'calm' }],
    ['unknown', ended('unknown'), { outcome: 'Ended, outcome unknown' }],
    ['nobody saw end', runOf('a', { end: null }), { outcome: 'Ended, outcome unknown', took: 'unknown' }],
    ['of the whole server', runOf('a', { scope: 'server' }), { outcome: 'Finished, whole server' }],
    [
      'seen late',
      runOf('a', { start: { at: start, seen: false } }),
      { began: `before ${words.when(start, start)}`, took: 'unknown' },
    ],
    [
      'only listed',
      {
        ...newRunRecord('portal', 'a'),
        archive: { name: 'a', storage: null, createdAt: start, expiresAt: null },
      },
      { outcome: 'Finished', began: `ended ${words.when(start, start)}`, took: 'unknown' },
    ],
  ])('%s', (_what, run, row) => {
    const [shown] = view([run]).runs;
    expect(shown).toMatchObject(row);
    expect(shown?.name).toBe(`${shown?.outcome}, ${shown?.began}, ${shown?.took}`);
  });

  test.each([
    ['finished', 'Portal restored'],
    ['failed', 'Restoring the portal failed'],
  ] as const)('lists a restore as what it is, and draws it among no backups: %s', (outcome, said) => {
    const restore = { ...ended(outcome), id: `restore ${start}`, kind: 'restore' as const };
    const shown = view([restore, runOf('b'), runOf('c')]);
    expect(shown.runs.map((run) => run.outcome).toSorted()).toEqual(
      ['Finished', 'Finished', said].toSorted(),
    );
    expect(shown.durations?.bars).toHaveLength(2);
  });

  test('that goes on says what it is doing, and for how long', () => {
    const story = new Story().begins().looks(reads({ status: 0, percent: 0 }));
    expect(view([], story).runs).toMatchObject([
      {
        outcome: 'Waiting to start',
        glyph: { shape: 'running', percent: 0 },
        took: expect.stringMatching(/so far$/),
      },
    ]);
    story.looks(reads({ percent: 42 }));
    expect(viewOf(story).runs).toMatchObject([
      { outcome: 'Backing up', glyph: { shape: 'running', percent: 42 } },
    ]);
    story.looks(reads({ percent: 90 }));
    expect(viewOf(story).runs).toMatchObject([{ outcome: 'Uploading', glyph: { shape: 'uploading' } }]);
  });
});

describe('what is known of a run', () => {
  const detailOf = (run: RunRecord) => view([run]).latest?.detail;

  test.each<[Outcome, string, string | null]>([
    ['failed', 'Folder not found.', 'Folder not found.'],
    ['failed', '', 'The portal gave no reason.'],
    ['problem', 'Mail failed.', 'Mail failed.'],
    ['problem', '', 'The archive was made, but the portal reported an error afterwards.'],
    ['gaps', '', 'Some files are missing.'],
    ['unknown', '', 'It is not in the portal’s list of backups.'],
    ['finished', '', null],
    ['cancelled', '', null],
  ])('%s, %j: %j', (outcome, reason, said) => {
    expect(detailOf(ended(outcome, { reason }))?.reason).toBe(said);
  });

  test('is where its archive lies, and until when', () => {
    const archive = {
      name: 'acme.tar.gz',
      storage: 'temporary',
      createdAt: null,
      expiresAt: start + day,
    } as const;
    expect(detailOf(runOf('a', { archive }))?.facts).toEqual([
      { term: 'Began', detail: words.when(start, start) },
      { term: 'Ended', detail: words.when(start + 20 * minute, start) },
      { term: 'Archive', detail: 'acme.tar.gz' },
      { term: 'Stored in', detail: 'the portal, for a day' },
      { term: 'Kept until', detail: words.when(start + day, start) },
    ]);
  });

  test('is how long it waited, where that was long', () => {
    const stages = { waiting: start, running: start + 3 * minute, uploading: null };
    expect(detailOf(runOf('a', { stages }))?.facts).toContainEqual({ term: 'Waiting', detail: '3 min' });
    const soon = { ...stages, running: start + second };
    expect(detailOf(runOf('a', { stages: soon }))?.facts).toHaveLength(2);
  });

  test('of a run that goes on has no end', () => {
    const story = new Story().begins().looks(reads());
    story.shell.does({ type: 'historyOpened', portal: 'acme' });
    story.shell.does({ type: 'runsRead', portal: 'acme', runs: [] });
    // At the very moment at which it was first seen there is nothing to be drawn.
    const [run] = story.shell.state.watches.map(({ recorder }) => recorder.open[0]?.start?.at ?? 0);
    const shown = historyView(story.shell.state, words, run ?? 0);
    expect(shown?.latest?.detail).toMatchObject({ progress: null, facts: [{ term: 'Began' }] });
    expect(shown?.latest?.detail.facts).toHaveLength(1);
  });

  test('of an end that was only seen says when, and of none says nothing', () => {
    const seen = { ...end, timed: false };
    expect(detailOf(runOf('a', { end: seen }))?.facts.at(-1)?.detail).toBe(words.seen(end.at, start));
    expect(detailOf(runOf('a', { end: null }))?.facts).toHaveLength(1);
    const archive = { name: '', storage: null, createdAt: start + minute, expiresAt: null };
    expect(detailOf(runOf('a', { end: seen, archive }))?.facts.at(-1)?.detail).toBe(
      words.when(start + minute, start),
    );
  });
});

describe('the newest run', () => {
  test('is this run while it goes on, with how long it still takes', () => {
    const story = new Story([acme]).begins();
    for (let percent = 0; percent <= 40; percent += 4) story.glances(reads({ percent }));
    const { latest } = view([], story);
    expect(latest).toMatchObject({ title: 'This run' });
    expect(latest?.summary).toMatch(/^\d+ s so far, about .* left$/);
    story.looks(reads({ percent: 90 }));
    expect(viewOf(story).latest?.summary).toMatch(/^\d+ s so far$/);
    story.script().history = null;
    story.looks(readsFinished());
    expect(viewOf(story).latest).toMatchObject({ title: 'Last run' });
  });

  test('says how long it took, where that is known', () => {
    expect(view([runOf('a')]).latest).toMatchObject({ title: 'Last run', summary: '20 min' });
    expect(view([runOf('a', { end: null })]).latest?.summary).toBeNull();
  });
});
