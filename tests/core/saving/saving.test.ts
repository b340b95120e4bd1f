import { describe, expect, test } from 'vitest';
import {
  acme,
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
  chosen,
  saving,
  doneOf,
  endsSaved,
  finishing,
  folder,
  ordersOf,
  savedArchive,
  savingIn,
  savingPortal,
} from '../../support/core/saves.ts';
import { backupPage } from '../../../src/core/docspace/backupPage.ts';
import { Story } from '../../support/core/story.ts';

const save = { type: 'saveArchive', portal: 'acme', backup: taskA } as const;

describe('an archive that somebody wants', () => {
  test('goes to a folder that they are asked for, from the link that the portal names then', () => {
    const story = finishing();
    ordersOf(story);
    story.shell.does(save);
    expect(doneOf(story)).toEqual([
      { do: 'askFolder', portal: 'acme', backup: taskA, keep: null, suggested: null },
    ]);
    const fresh = link.replace('auth=', 'auth=FRESH');
    story.says(readsFinished({ link: fresh }));
    story.shell.does(chosen);
    expect(ordersOf(story)).toEqual([]);
    story.passes(5 * second);
    expect(ordersOf(story)).toEqual([
      {
        portal: 'acme',
        backup: taskA,
        origin: acme.origin,
        certificate: null,
        link: acme.origin + fresh,
        folder,
        name: 'acme_2026-11-20_03-04-11.tar.gz',
      },
    ]);
  });

  test('goes without a question to where all of them go', () => {
    const story = new Story([savingPortal()]).begins(readsFinished());
    story.shell.does(save);
    story.passes(5 * second);
    expect(ordersOf(story)).toMatchObject([{ folder }]);
    expect(doneOf(story)).toEqual([]);
  });

  test('is ordered once, however often it is wanted', () => {
    const story = saving();
    story.shell.does(chosen);
    story.passes(minute);
    expect(ordersOf(story)).toEqual([]);
  });

  test.each([
    ['another backup has finished', readsFinished({ task: 'another', link: `${link}2` }), 'gone'],
    ['the portal knows of none', { job: null }, 'gone'],
  ])('is given up where %s', (_what, reading, why) => {
    const story = finishing();
    if (reading.job === null) story.shell.restart();
    story.says(reading);
    story.shell.does(chosen);
    story.passes(10 * second);
    expect(ordersOf(story)).toEqual([]);
    expect(savingIn(story)).toMatchObject({ wanted: [], unsaved: { why } });
    expect(story.shell.told()).toContainEqual(expect.stringMatching(/^acme: portal task-a unsaved /));
  });

  test('is still to be had while the next backup runs', () => {
    const story = finishing();
    story.says(reads({ task: 'another' }));
    story.shell.does(chosen);
    story.passes(5 * second);
    expect(ordersOf(story)).toHaveLength(1);
  });

  test('leads to the portal’s page where its link is gone', () => {
    const story = finishing();
    story.shell.does({ ...save, backup: { ...taskA, job: 'another' } });
    expect(story.shell.effects.at(-1)).toEqual({ do: 'open', url: backupPage(acme.origin) });
    expect(doneOf(story)).toEqual([]);
  });

  test('counts as seen', () => {
    const story = finishing();
    story.shell.does(chosen);
    expect(story.shell.state.watches[0]?.jobs.portal.ending?.seen).toBe(true);
  });
});

describe('what was saved', () => {
  test('is told once, and found again', () => {
    const story = endsSaved(saving());
    story.passes(minute).shell.restart().pass(minute);
    expect(story.shell.told().filter((id) => id.includes(' saved '))).toHaveLength(1);
    doneOf(story);
    story.shell.does({ type: 'showArchive', portal: 'acme', backup: taskA });
    expect(doneOf(story)).toEqual([{ do: 'showFile', file: savedArchive().file }]);
  });

  test('and cannot be read is told as a failure', () => {
    const story = endsSaved(saving(), savedArchive({ contents: 'damaged' }));
    story.passes(minute);
    expect(story.shell.told().filter((id) => id.includes(' unsaved '))).toHaveLength(1);
  });

  test('needs no word about its link', () => {
    const story = finishing(savingPortal()).passes(5 * second);
    endsSaved(story)
      .says(readsFinished())
      .passes(23 * hour);
    expect(story.shell.told().filter((id) => id.includes('linkEnds'))).toEqual([]);
  });

  test('and cannot be read leaves a link that is spoken of before it dies', () => {
    const story = finishing(savingPortal()).passes(5 * second);
    endsSaved(story, savedArchive({ contents: 'damaged' }))
      .says(readsFinished())
      .passes(23 * hour);
    expect(story.shell.told().filter((id) => id.includes('linkEnds'))).toHaveLength(1);
  });

  test('holds no link, nor does what is wanted', () => {
    const story = saving();
    expect([...story.shell.memories.values()].join()).not.toContain('auth=');
    endsSaved(story);
    expect([...story.shell.memories.values()].join()).not.toContain('auth=');
    expect(story.says(nothing)).toBe(story);
  });
});
