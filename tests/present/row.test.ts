import { describe, expect, test } from 'vitest';
import type { PortalRow } from '../../src/contract/snapshot.ts';
import { fail, succeed } from '../../src/core/result.ts';
import { portalRow } from '../../src/present/portalRow.ts';
import {
  acme,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  second,
} from '../core/given.ts';
import { Story } from '../core/scripted.ts';
import { words } from './given.ts';

function row(story: Story): PortalRow {
  const { state, now } = story.shell;
  const watch = state.watches[0];
  if (watch === undefined) throw new Error('nothing is watched');
  return portalRow(watch, state, words, now);
}

function buttons(story: Story): string[] {
  return row(story).buttons.map(({ label, weight }) => (weight === 'main' ? `[${label}]` : label));
}

const failed = reads({ completed: true, error: 'Disk full.' });

describe('the row of a portal', () => {
  test('names it, and asks by its name before it is removed', () => {
    expect(row(new Story())).toMatchObject({
      id: 'acme',
      name: 'Acme',
      host: 'acme.onlyoffice.com',
      removal: 'Remove Acme?',
    });
  });

  test('says where the first look goes', () => {
    const story = new Story();
    story.shell.open();
    expect(row(story)).toMatchObject({
      state: 'First look',
      time: 'acme.onlyoffice.com',
      figure: null,
      progress: null,
    });
  });

  test('shows figure and progress while a backup runs, and when it began', () => {
    const story = new Story()
      .begins(reads({ percent: 10 }))
      .passes(20 * second)
      .looks(reads({ percent: 40 }));
    const shown = row(story);
    expect(shown).toMatchObject({
      glyph: { shape: 'running', percent: 40 },
      figure: '40 %',
      progress: { now: 40, plateau: false },
      expiry: null,
      buttons: [],
    });
    expect(shown.progress?.text).toBe(`Backing up, ${shown.time}`);
    expect(shown.facts).toEqual([{ term: 'Started', detail: 'today, 03:04' }]);
  });

  test('before anything can be said of the time, progress is only the state', () => {
    expect(row(new Story().begins(reads())).progress).toEqual({
      now: 42,
      text: 'Backing up',
      plateau: false,
    });
  });

  test('stays at 90 on the plateau, and counts the time up', () => {
    const story = new Story().begins(reads({ percent: 90 })).passes(12 * minute);
    expect(row(story)).toMatchObject({
      figure: '90 %',
      time: 'for 12 min so far',
      progress: { now: 90, text: 'Uploading, for 12 min so far', plateau: true },
    });
    expect(row(story).facts).toEqual([{ term: 'Started', detail: 'today, 03:04' }]);
  });

  test('has no bar while a backup waits', () => {
    expect(row(new Story().begins(reads({ percent: 0, status: 0 })))).toMatchObject({
      figure: null,
      progress: null,
      facts: [],
    });
  });

  test('offers the link of a finished backup, and says how long it works', () => {
    const story = new Story().begins(reads());
    story.script().history = succeed([recordOf('task-a', { expiresAt: story.shell.now + 3 * hour })]);
    story.looks(readsFinished());
    expect(buttons(story)).toEqual(['[Open link]', 'Copy link']);
    expect(row(story).expiry).toBe('Link works until 06:04, 2 h 59 min left');
    expect(row(story).facts).toEqual([
      { term: 'Archive', detail: 'acme_2026-11-20_03-04-11.tar.gz' },
      { term: 'Link works until', detail: 'today, 06:04' },
    ]);
    expect(row(story).last).toBeNull();
  });

  test.each([
    [23 * hour + 59 * minute, '23 h left'],
    [10 * hour, '10 h left'],
    [10 * hour - minute, '9 h 59 min left'],
  ])('counts no minutes of many hours: %i ms', (left, says) => {
    const story = new Story().begins(reads()).looks(readsFinished());
    const until = story.shell.state.watches[0]?.jobs.portal.ending?.linkUntil ?? 0;
    story.shell.now = until - left;
    expect(row(story).expiry).toContain(`, ${says}`);
  });

  test('without a link offers the portal’s page, and names the archive all the same', () => {
    const story = new Story().begins(reads());
    story.script().history = succeed([recordOf()]);
    story.looks(readsFinished({ link: '' }));
    expect([buttons(story), row(story).expiry]).toEqual([['Open backup page'], null]);
    expect(row(story).facts).toEqual([{ term: 'Archive', detail: 'acme_2026-11-20_03-04-11.tar.gz' }]);
  });

  test('of a portal without a history names no archive that nobody knows', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.unpaid);
    expect(row(story.looks(readsFinished({ link: '' }))).facts).toEqual([]);
  });

  test('says when the last backup finished, where nothing else is to be done', () => {
    const story = new Story()
      .begins(reads())
      .looks(readsFinished({ link: '' }))
      .looks(reads({ task: 'b' }));
    expect(row(story).last).toBe('Last finished backup: today, 03:04');
    expect(row(story).facts).toEqual([
      { term: 'Started', detail: 'today, 03:04' },
      { term: 'Last finished backup', detail: 'today, 03:04' },
    ]);
    story.looks(reads({ task: 'b', completed: true, error: 'e' }));
    expect([row(story).last, row(story).facts]).toEqual([
      null,
      [{ term: 'Last finished backup', detail: 'today, 03:04' }],
    ]);
  });

  test.each<[string, (story: Story) => Story, string[]]>([
    ['nothing', (story) => story, []],
    ['a failure', (story) => story.looks(failed), ['Open backup page']],
    ['a stop', (story) => story.looks(reads({ completed: true, status: 3 })), []],
    ['a standstill', (story) => story.looks(reads()).passes(hour), ['Open backup page']],
    ['a refused key', (story) => story.fails(failures.keyRefused).passes(2 * minute), ['[Change key]']],
    ['a missing right', (story) => story.fails(failures.forbidden).passes(2 * minute), ['[Change key]']],
    ['an unpaid plan', (story) => story.fails(failures.unpaid).passes(2 * minute), ['Open backup page']],
    ['a silence', (story) => story.fails(failures.timeout).passes(hour), []],
    ['a foreign page', (story) => story.fails(failures.notDocSpace).passes(hour), ['Open portal']],
  ])('offers what is the next step after %s', (_what, happens, offered) => {
    expect(buttons(happens(new Story().begins(nothing)))).toEqual(offered);
  });

  test.each([
    ['restoring', []],
    ['busy', []],
    ['suspended', ['Open portal']],
  ] as const)('offers no new key to a portal that is %s', (tenant, offered) => {
    const story = new Story().begins(nothing).fails(failures.forbidden);
    story.script().settings = succeed({ docSpace: true, standalone: false, name: '', tenant });
    expect(buttons(story.passes(2 * minute))).toEqual(offered);
  });

  test('offers no new key where it is the network that the portal does not let in', () => {
    const story = new Story().begins(nothing).fails(failures.forbidden);
    Object.assign(story.script(), { key: fail(failures.forbidden), self: fail(failures.forbidden) });
    expect(buttons(story.passes(2 * minute))).toEqual(['Open portal']);
  });

  test('offers a key where one is missing, and the page where a job is gone', () => {
    const missing = new Story().begins(nothing);
    missing.shell.does({ type: 'credential', portal: 'acme', credential: 'missing' });
    expect(buttons(missing)).toEqual(['[Change key]']);
    const gone = new Story().begins(reads());
    gone.script().history = fail(failures.timeout);
    expect(buttons(gone.looks(nothing).passes(5 * minute))).toEqual(['Open backup page']);
  });

  test('says why, and what to do', () => {
    expect(row(new Story().begins(reads()).looks(failed)).why).toEqual({
      reason: 'Disk full.',
      next: 'Look at the portal’s backup page, then back up again.',
    });
  });

  test('is marked for ever where the connection is not encrypted, but for this machine itself', () => {
    const at = (origin: string) => row(new Story([{ ...acme, origin }]).begins(nothing)).mark;
    expect(at('http://portal.lan')).toBe('This connection is not encrypted.');
    expect([at('http://localhost:8092'), at('https://acme.example')]).toEqual([null, null]);
  });
});

describe('the row of a portal that is not being looked at', () => {
  test.each([
    ['paused', { type: 'paused', until: Infinity }],
    ['offline', { type: 'network', online: false }],
  ] as const)('%s: the last known state, and when it was seen', (shape, event) => {
    const story = new Story().begins(reads({ percent: 37 }));
    story.shell.does(event);
    story.passes(5 * hour);
    expect(row(story)).toMatchObject({
      glyph: { shape },
      tone: 'calm',
      state: 'Was backing up, 37 %',
      time: 'seen at 03:04',
      figure: null,
      progress: null,
      why: null,
    });
    story.passes(24 * hour);
    expect(row(story).time).toBe('seen yesterday, 03:04');
  });

  test('still offers the link, and says until when it works', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    story.shell.does({ type: 'paused', until: Infinity });
    expect(row(story)).toMatchObject({
      state: 'Backup finished',
      time: 'today, 03:04',
      expiry: null,
      last: 'Link works until tomorrow, 03:04',
    });
    expect(buttons(story)).toEqual(['[Open link]', 'Copy link']);
  });

  test('says once when the last backup finished, where there is no link', () => {
    const story = new Story().begins(reads()).looks(readsFinished({ link: '' }));
    story.shell.does({ type: 'paused', until: Infinity });
    expect(row(story)).toMatchObject({ time: 'today, 03:04', last: null });
    const failing = new Story().begins(reads()).looks(readsFinished({ link: '' }));
    failing.looks(reads({ task: 'b' })).looks(reads({ task: 'b', completed: true, error: 'e' }));
    failing.shell.does({ type: 'paused', until: Infinity });
    expect(row(failing).last).toBe('Last finished backup: today, 03:04');
  });

  test('has no time where nothing was ever answered', () => {
    const story = new Story();
    story.shell.does({ type: 'paused', until: Infinity });
    expect(row(story)).toMatchObject({ time: null, last: null });
  });

  test('on this machine itself needs no network', () => {
    const story = new Story([{ ...acme, origin: 'http://localhost' }]).begins(reads());
    story.shell.does({ type: 'network', online: false });
    expect(row(story).glyph).toEqual({ shape: 'running', percent: 42 });
  });
});

test('a row is about the job that it shows: the whole server’s began when it began', () => {
  const story = new Story([{ ...acme, scopes: ['portal', 'server'] }]).begins(nothing).passes(hour);
  story.script().serverProgress = succeed(reads({ task: 'dump' }));
  expect(row(story.passes(2 * minute))).toMatchObject({
    state: 'Backing up, whole server',
    facts: [{ term: 'Started', detail: 'today, 04:04' }],
  });
});

describe('the whole server', () => {
  const own = { ...acme, standalone: true };
  const both = { ...own, scopes: ['portal' as const, 'server' as const] };
  const note = 'Its backup is a job of its own, beside the portal’s.';

  test('can be watched where the portal is standalone, and left wherever it is watched', () => {
    expect(row(new Story()).server).toBeNull();
    expect(row(new Story([{ ...acme, standalone: false }])).server).toBeNull();
    expect(row(new Story([own])).server).toEqual({ on: false, note });
    expect(row(new Story([both])).server).toEqual({ on: true, note });
    expect(row(new Story([{ ...acme, scopes: both.scopes }])).server).toEqual({ on: true, note });
  });

  test('that may not be seen says so', () => {
    const story = new Story([both]);
    story.script().serverProgress = fail(failures.forbidden);
    expect(row(story.begins()).server?.note).toMatch(/does not let this key see/);
    expect(row(story).also).toBeNull();
  });

  test('and the portal alone: the row speaks of the one that says more, and mentions the other', () => {
    const story = new Story([both]).begins(reads());
    expect(row(story)).toMatchObject({ state: 'Backing up', also: 'Whole server: no backup running' });
    story.script().serverProgress = succeed(failed);
    story.passes(minute);
    expect(row(story)).toMatchObject({
      state: 'Backup failed, whole server',
      also: 'Portal alone: backing up 42 %',
    });
  });

  test('is not mentioned where access is what there is to say, nor in a row that rests', () => {
    const refused = new Story([both])
      .begins(nothing)
      .fails(failures.keyRefused)
      .passes(2 * minute);
    expect(row(refused).also).toBeNull();
    const resting = new Story([both]).begins(nothing);
    resting.shell.does({ type: 'paused', until: Infinity });
    expect(row(resting).also).toBeNull();
  });
});
