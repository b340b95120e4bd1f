import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../src/core/base/result.ts';
import {
  acme,
  failures,
  link,
  minute,
  nothing,
  reads,
  readsFinished,
  start,
  taskA,
} from '../support/given.ts';
import { endsSaved, finishing, savedArchive, savingPortal } from '../support/core/saves.ts';
import { portalsSaying, Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';
import { trayOf } from '../support/present/shown.ts';

function menu(story: Story): string[] {
  return trayOf(story.shell.state, words, story.shell.now).menu.map((line) =>
    line === null ? '---' : `${line.label}${line.enabled ? '' : ' (off)'}`,
  );
}

function links(story: Story): unknown[] {
  return trayOf(story.shell.state, words, story.shell.now)
    .menu.filter((line) => line !== null && /^(Open|Copy) link/.test(line.label) && line.enabled)
    .map((line) => [line?.label, line?.action]);
}

describe('the menu', () => {
  const deeds = [
    '---',
    'Open Keepwatch',
    'Open link (off)',
    'Copy link (off)',
    '---',
    'Check now',
    'Pause watching',
    'Pause for 30 minutes',
    'Pause until tomorrow',
    '---',
    'Quit',
  ];

  test('says first what icon and tooltip say', () => {
    expect(menu(portalsSaying([reads(), nothing]))).toEqual([
      'P0: backing up 42 %',
      'P1: no backup running',
      ...deeds,
    ]);
  });

  test('says so where nothing is watched, and then nothing can be checked', () => {
    const empty = deeds.map((line) => (line === 'Check now' ? 'Check now (off)' : line));
    expect(menu(new Story([]))).toEqual(['No portal is watched yet', ...empty]);
  });

  test('says above all that watching is paused, and resumes it', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'paused', until: Infinity });
    expect(menu(story).slice(0, 2)).toEqual(['Keepwatch: watching is paused', 'Acme: no backup running']);
    expect(menu(story).slice(-4)).toEqual(['Check now (off)', 'Resume watching', '---', 'Quit']);
    const actions = trayOf(story.shell.state, words, story.shell.now).menu.map((line) => line?.action.type);
    expect(actions).toContain('resumed');
    expect(actions).not.toContain('paused');
  });

  test('pauses with and without an end', () => {
    const pauses = trayOf(new Story().begins(nothing).shell.state, words, start)
      .menu.filter((line) => line?.label.startsWith('Pause') === true)
      .map((line) => line?.action);
    expect(pauses).toEqual([
      { type: 'paused', until: Infinity },
      { type: 'pausedBriefly' },
      { type: 'paused', until: Date.parse('2026-11-21T08:00Z') },
    ]);
  });

  test('says above all that there is no network', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'network', online: false });
    expect(menu(story)[0]).toBe('Keepwatch: no network since 03:04');
  });

  test('opens and copies the link of the newest finished backup, and says which one that is', () => {
    const story = portalsSaying([reads(), reads()]);
    story.says(readsFinished(), 'p0').passes(minute).says(readsFinished(), 'p1').passes(minute);
    expect(links(story)).toEqual([
      ['Open link: P1, today, 03:05', { type: 'openLink', portal: 'p1', backup: taskA }],
      ['Copy link: P1, today, 03:05', { type: 'copyLink', portal: 'p1', backup: taskA }],
    ]);
    story.shell.does({ type: 'remove', portal: 'p1' });
    expect(links(story)[0]).toEqual([
      'Open link: P0, today, 03:04',
      { type: 'openLink', portal: 'p0', backup: taskA },
    ]);
  });

  test('of a portal’s own backup and the whole server’s offers the newer one, under its name', () => {
    const story = new Story([{ ...acme, standalone: true, scopes: ['portal', 'server'] }]).begins(reads());
    story.looks(readsFinished());
    story.script().serverProgress = succeed(reads({ task: 'dump' }));
    story.passes(2 * minute).script().serverProgress = succeed(readsFinished({ task: 'dump' }));
    story.passes(2 * minute);
    expect(links(story)[0]).toEqual([
      'Open link: Acme, whole server, today, 03:06',
      { type: 'openLink', portal: 'acme', backup: { scope: 'server', job: 'dump' } },
    ]);
    story.script().serverProgress = fail(failures.forbidden);
    expect(links(story.passes(20 * minute))[0]).toEqual([
      'Open link: Acme, today, 03:04',
      { type: 'openLink', portal: 'acme', backup: taskA },
    ]);
  });

  test('names the host of a link that leads away from the portal before it is opened', () => {
    const story = new Story()
      .begins(reads())
      .looks(readsFinished({ link: 'https://s3.example/acme.tar.gz' }));
    const lines = menu(story);
    expect(lines.indexOf('The link leads to s3.example.')).toBe(
      lines.indexOf('Open link: Acme, today, 03:04') - 1,
    );
  });

  test('stops the archive that is saved now, and shows the one that was saved before', () => {
    const story = endsSaved(finishing(savingPortal())).looks(reads({ task: 'b' }));
    story.looks(readsFinished({ task: 'b', link: `${link}b` }));
    const lines = trayOf(story.shell.state, words, story.shell.now).menu.filter((line) => line !== null);
    expect(lines.filter(({ label }) => /archive:|saving:/.test(label)).map(({ action }) => action)).toEqual([
      { type: 'stopSaving', portal: 'acme', backup: { scope: 'portal', job: 'b' } },
      { type: 'showArchive', portal: 'acme', backup: taskA },
    ]);
  });

  test('saves an archive once more where the saved one cannot be read', () => {
    const story = endsSaved(finishing(savingPortal()), savedArchive({ contents: 'damaged' }));
    expect(menu(story)).toContain('Save archive: Acme, today, 03:04');
  });

  test('does not grow beyond eight facts', () => {
    expect(menu(portalsSaying(Array.from({ length: 20 }, () => nothing))).indexOf('---')).toBe(8);
  });
});
