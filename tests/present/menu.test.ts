import { describe, expect, test } from 'vitest';
import { menuOf } from '../../src/present/menu.ts';
import { minute, nothing, reads, readsFinished } from '../support/given.ts';
import { portalsSaying, Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';

function menu(story: Story): string[] {
  return menuOf(story.shell.state, words, story.shell.now).map((line) =>
    line === null ? '---' : `${line.label}${line.enabled ? '' : ' (off)'}`,
  );
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
    const actions = menuOf(story.shell.state, words, story.shell.now).map((line) => line?.action.do);
    expect(actions).toContain('resume');
    expect(actions).not.toContain('pause');
  });

  test('says above all that there is no network', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'network', online: false });
    expect(menu(story)[0]).toBe('Keepwatch: no network since 03:04');
  });

  test('opens and copies the link of the newest finished backup', () => {
    const story = portalsSaying([reads(), reads()]);
    story.says(readsFinished(), 'p0').passes(minute).says(readsFinished(), 'p1').passes(minute);
    const lines = menuOf(story.shell.state, words, story.shell.now);
    const find = (label: string) => lines.find((line) => line?.label === label);
    expect(find('Open link')).toEqual({
      label: 'Open link',
      enabled: true,
      action: { do: 'openLink', portal: 'p1' },
    });
    expect(find('Copy link')).toEqual({
      label: 'Copy link',
      enabled: true,
      action: { do: 'copyLink', portal: 'p1' },
    });
    story.shell.does({ type: 'remove', portal: 'p1' });
    expect(
      menuOf(story.shell.state, words, story.shell.now).find((line) => line?.label === 'Open link')?.action,
    ).toEqual({
      do: 'openLink',
      portal: 'p0',
    });
  });

  test('names the host of a link that leads away from the portal before it is opened', () => {
    const story = new Story()
      .begins(reads())
      .looks(readsFinished({ link: 'https://s3.example/acme.tar.gz' }));
    const lines = menu(story);
    expect(lines.indexOf('The link leads to s3.example.')).toBe(lines.indexOf('Open link') - 1);
  });

  test('does not grow beyond eight facts', () => {
    expect(menu(portalsSaying(Array.from({ length: 20 }, () => nothing))).indexOf('---')).toBe(8);
  });
});
