import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  second,
  start,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { buttons, failed, row } from '../../support/present/row.ts';

describe('the row of a portal', () => {
  test('names it, and asks by its name before it is removed', () => {
    expect(row(new Story())).toMatchObject({
      id: 'acme',
      name: 'Acme',
      host: 'acme.onlyoffice.com',
      removalQuestion: 'Remove Acme?',
    });
  });

  test('says where the first check goes', () => {
    const story = new Story();
    story.shell.open();
    expect(row(story)).toMatchObject({
      state: 'First check',
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

  test('of a portal that asks to wait says what was going on before, when it is asked next, and why', () => {
    const story = new Story().begins(reads());
    const retryAt = story.shell.now + 11 * minute;
    story.fails({ ...failures.serverError, retryAt }).passes(minute);
    expect(row(story)).toMatchObject({
      state: 'Portal reports an error',
      progress: null,
      figure: null,
      otherBackup: 'Before that: backing up 42 %, seen at 03:04',
      explanation: { next: expect.stringMatching(/Keepwatch keeps trying, next in 10 min\.$/) },
    });
    const asked = new Story();
    asked.script().key = fail({ ...failures.serviceDown, retryAt: asked.shell.now + 11 * minute });
    expect(row(asked.begins(nothing).passes(minute))).toMatchObject({
      state: 'Portal asks to wait',
      time: 'until 03:15',
      otherBackup: null,
      explanation: { next: 'Keepwatch checks again by itself.' },
    });
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
    expect(buttons(story)).toEqual(['[Open link]', 'Save archive', 'Copy link']);
    expect(row(story).expiry).toBe('Link works until 06:04, 2 h 59 min left');
    expect(row(story).facts).toEqual([
      { term: 'Archive', detail: 'acme_2026-11-20_03-04-11.tar.gz' },
      { term: 'Link works until', detail: 'today, 06:04' },
    ]);
    expect(row(story).lastFinished).toBeNull();
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
    expect(row(story).lastFinished).toBe('Last finished backup: today, 03:04');
    expect(row(story).facts).toEqual([
      { term: 'Started', detail: 'today, 03:04' },
      { term: 'Last finished backup', detail: 'today, 03:04' },
    ]);
    story.looks(reads({ task: 'b', completed: true, error: 'e' }));
    expect([row(story).lastFinished, row(story).facts]).toEqual([
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
    missing.shell.does({ type: 'keyStatus', portal: 'acme', keyStatus: 'missing' });
    expect(buttons(missing)).toEqual(['[Change key]']);
    const gone = new Story().begins(reads());
    gone.script().history = fail(failures.timeout);
    expect(buttons(gone.looks(nothing).passes(5 * minute))).toEqual(['Open backup page']);
  });

  test('says why, and what to do', () => {
    expect(row(new Story().begins(reads()).looks(failed)).explanation).toEqual({
      reason: 'Disk full.',
      next: 'Look at the portal’s backup page, then back up again.',
    });
  });

  test('is marked for ever where the connection is not encrypted, but for this machine itself', () => {
    const at = (origin: string) => row(new Story([{ ...acme, origin }]).begins(nothing)).warning;
    expect(at('http://portal.lan')).toBe('This connection is not encrypted.');
    expect([at('http://localhost:8092'), at('https://acme.example')]).toEqual([null, null]);
  });

  test('says for a week that its server has moved it to https, and before that what becomes of the key', () => {
    const story = (encryptedSince: number | null) => new Story([{ ...acme, encryptedSince }]);
    const moving = story(null);
    moving.script().settings = fail(failures.timeout);
    const { warning, encrypted } = row(moving.begins(nothing));
    expect(warning).toMatch(
      /^Its server redirects from http to https: the key goes nowhere else from now on/,
    );
    expect(encrypted).toBeNull();
    const moved = story(start).begins(nothing);
    expect(row(moved)).toMatchObject({
      warning: null,
      encrypted: 'Encrypted (https) since today, 03:04: its server has moved there.',
    });
    expect(row(moved.passes(8 * day)).encrypted).toBeNull();
  });
});
