import { describe, expect, test } from 'vitest';
import type { Headline } from '../../src/contract/snapshot.ts';
import { fail, succeed } from '../../src/core/base/result.ts';
import {
  acme,
  failures,
  globex,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  second,
  start,
  taskA,
} from '../support/given.ts';
import { portalsSaying, Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';
import { windowOf } from '../support/present/shown.ts';

function verdict(story: Story): Headline {
  return windowOf(story.shell.state, words, story.shell.now).headline;
}

function says(story: Story): [string, string] {
  const { title, detail } = verdict(story);
  return [title, detail];
}

const failed = reads({ completed: true, error: 'e' });

describe('the verdict', () => {
  test('is that all is well, when every portal was read in its interval and none needs anybody', () => {
    const story = portalsSaying([nothing, reads(), nothing, nothing]);
    expect(says(story.passes(3 * second))).toEqual([
      'All’s well',
      expect.stringMatching(/^4 portals, checked \d+ s ago$/),
    ]);
    const one = new Story().begins(nothing);
    one.shell.now = (one.shell.state.watches[0]?.access.answeredAt ?? start) + 999;
    expect(verdict(one)).toEqual({
      title: 'All’s well',
      detail: '1 portal, checked just now',
      glyph: { shape: 'idle' },
      tone: 'calm',
    });
  });

  test('takes the shape of the portal that says most', () => {
    expect(verdict(portalsSaying([nothing, reads()]))).toMatchObject({
      glyph: { shape: 'running', percent: 42 },
      tone: 'accent',
    });
  });

  test('shortens a long name, never what is said of it', () => {
    const name = 'The archive of the backups of the office in the north of the town';
    const story = new Story([{ ...acme, name }]).begins(reads({ completed: true, error: 'e' }));
    expect(verdict(story).detail).toBe('The archive of the backups of the offic…: backup failed');
  });

  test('is never well from an old reading', () => {
    const story = new Story().begins(nothing);
    const answeredAt = story.shell.state.watches[0]?.access.answeredAt ?? start;
    story.shell.now = answeredAt + 150 * second;
    expect(says(story)[0]).toBe('All’s well');
    story.shell.now += 1;
    expect(verdict(story)).toEqual({
      title: 'Checking…',
      detail: '1 portal',
      glyph: { shape: 'idle' },
      tone: 'calm',
    });
  });

  test('is that it looks, before the first reading', () => {
    const story = new Story();
    story.shell.open();
    expect(says(story)).toEqual(['Checking…', '1 portal, added just now']);
    const restarted = new Story([acme, globex]).begins(nothing);
    restarted.says(nothing, 'globex').passes(minute).shell.restart();
    expect(says(restarted)).toEqual(['Checking…', '2 portals']);
  });

  test('is that somebody is needed, and names the worst', () => {
    const story = portalsSaying([reads(), reads(), nothing]);
    story.says(failed, 'p1').passes(minute);
    expect(verdict(story)).toEqual({
      title: '1 portal needs you',
      detail: 'P1: backup failed',
      glyph: { shape: 'failed' },
      tone: 'danger',
    });
    story.says(readsFinished({ warning: 'w' }), 'p0').passes(minute);
    expect(says(story)).toEqual(['2 portals need you', 'P1: backup failed']);
  });

  test('stays so after somebody has looked, until the next backup', () => {
    const story = new Story().begins(reads()).looks(failed);
    story.shell.does({ type: 'openPage', portal: 'acme', backup: taskA });
    expect(says(story)[0]).toBe('1 portal needs you');
    expect(says(story.looks(reads({ task: 'b' })))[0]).toBe('All’s well');
  });

  test('is that a portal does not answer, and after half an hour that somebody is needed', () => {
    const story = new Story([acme, globex]).begins(nothing).says(nothing, 'globex');
    story.fails(failures.timeout, 'globex').passes(10 * minute);
    expect(verdict(story)).toEqual({
      title: '1 portal does not answer',
      detail: 'Globex: does not answer',
      glyph: { shape: 'offline' },
      tone: 'calm',
    });
    expect(says(story.passes(hour))).toEqual(['1 portal needs you', 'Globex: does not answer']);
  });

  test.each([
    ['restoring', 'is being restored'],
    ['busy', 'is being moved or encrypted'],
  ] as const)('is not well while a portal is %s', (tenant, said) => {
    const story = new Story().begins(nothing).fails(failures.forbidden);
    story.script().settings = succeed({ docSpace: true, standalone: false, name: '', tenant });
    expect(says(story.passes(2 * minute))).toEqual(['1 portal does not answer', `Acme: ${said}`]);
  });

  test('is not well while a portal asks to wait', () => {
    const story = new Story()
      .begins(nothing)
      .fails({ kind: 'rateLimited', retryAt: start + hour })
      .passes(2 * minute);
    expect(says(story)).toEqual(['1 portal does not answer', 'Acme: asks to wait']);
  });

  test('is that the keyring is waited for', () => {
    expect(verdict(new Story())).toEqual({
      title: 'Waiting for the keyring',
      detail: 'it is locked; watching goes on when it is unlocked',
      glyph: { shape: 'attention' },
      tone: 'warn',
    });
  });

  test('is that there is no network, or that watching is paused, above everything else', () => {
    const story = new Story().begins(reads()).looks(failed);
    story.shell.does({ type: 'network', online: false });
    expect(verdict(story)).toEqual({
      title: 'No network',
      detail: 'since 03:04; watching goes on by itself',
      glyph: { shape: 'offline' },
      tone: 'calm',
    });
    story.shell.does({ type: 'paused', until: start + 2 * hour });
    expect(says(story)).toEqual(['Watching is paused', 'until 05:04; nothing is announced']);
    story.shell.does({ type: 'paused', until: Infinity });
    expect(verdict(story)).toEqual({
      title: 'Watching is paused',
      detail: 'until you resume it; nothing is announced',
      glyph: { shape: 'paused' },
      tone: 'calm',
    });
  });

  test('is only a name where nothing is watched', () => {
    expect(verdict(new Story([]))).toEqual({
      title: 'Keepwatch',
      detail: '',
      glyph: { shape: 'idle' },
      tone: 'calm',
    });
  });

  test('says when it is about the whole server', () => {
    const story = new Story([{ ...acme, scopes: ['portal', 'server'] }]).begins(nothing);
    story.script().serverProgress = succeed(reads({ error: 'e', status: 4 }));
    story.script().history = fail(failures.unpaid);
    expect(says(story.passes(2 * minute))).toEqual([
      '1 portal needs you',
      'Acme, whole server: backup failed',
    ]);
  });
});
