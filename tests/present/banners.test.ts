import { describe, expect, test } from 'vitest';
import type { Application, KeyringState } from '../../src/core/state.ts';
import { bannersOf } from '../../src/present/banners.ts';
import { failures, minute, nothing, reads, readsFinished } from '../support/given.ts';
import { Story } from '../support/core/story.ts';
import { words } from '../support/present/presented.ts';

function strips(story: Story) {
  return bannersOf(story.shell.state, words, story.shell.now);
}

function withFacts(facts: Partial<Application>) {
  const story = new Story().begins(nothing);
  story.shell.does({ type: 'application', facts });
  return strips(story);
}

describe('above the list stands', () => {
  test('nothing, while nothing is amiss', () => {
    expect(strips(new Story().begins(nothing))).toEqual([]);
  });

  test.each<[Partial<Application>, string, string, string]>([
    [
      { keptUntilQuit: true },
      'warn',
      'Keys are kept only until you quit',
      'This system has no safe keyring. Start one, and enter the keys again.',
    ],
    [
      { unsaved: true },
      'warn',
      'Keepwatch cannot save to the disk',
      'The disk may be full or not writable. Watching goes on; after a restart you may be notified again.',
    ],
    [
      { setAside: [{ of: 'settings', why: 'damaged', file: 'settings.x.json' }] },
      'warn',
      'The settings file is damaged',
      'What could be read is used. The file was set aside as settings.x.json.',
    ],
    [
      { setAside: [{ of: 'settings', why: 'newer', file: 's.json' }] },
      'warn',
      'The settings are from a newer version of Keepwatch',
      'What could be read is used. The file was set aside as s.json.',
    ],
    [
      { setAside: [{ of: 'portals', why: 'damaged', file: 'portals.x.json' }] },
      'warn',
      'The record of past notifications is damaged',
      'What could be read is used. The file was set aside as portals.x.json.',
    ],
    [
      { unsandboxed: true },
      'warn',
      'The window runs without Chromium’s sandbox',
      'Keepwatch was started with --no-sandbox. Start it without, or install the package for your system.',
    ],
    [
      { trayless: true },
      'calm',
      'This desktop shows no tray icons',
      'Keepwatch goes on without one. Start it again to open this window.',
    ],
  ])('%j', (facts, tone, fact, next) => {
    expect(withFacts(facts)).toEqual([{ tone, fact, next }]);
  });

  test('that a file could not be read, and not that it was set aside where nothing can be saved', () => {
    const setAside = [{ of: 'settings', why: 'damaged', file: 'settings.x.json' }] as const;
    expect(withFacts({ unsaved: true, setAside: [...setAside] }).map(({ next }) => next)).toEqual([
      'The disk may be full or not writable. Watching goes on; after a restart you may be notified again.',
      'What could be read is used.',
    ]);
  });

  test('that the keyring is locked, rather than that there is none', () => {
    const story = new Story();
    story.shell.does({ type: 'application', facts: { keptUntilQuit: true } });
    expect(strips(story)).toEqual([
      {
        tone: 'warn',
        fact: 'The keyring is locked',
        next: 'The keys are encrypted with it. Unlock it, and watching goes on by itself.',
      },
    ]);
  });

  test.each<[KeyringState, string, string, string]>([
    [
      'locked',
      'The keyring is locked',
      'Keys are kept only until you quit. Once it is open they are encrypted with it.',
      'Unlock keyring',
    ],
    [
      'withoutDefault',
      'This system has no default keyring',
      'Keys are kept only until you quit. Make a default keyring, and they are encrypted with it.',
      'Make keyring',
    ],
    [
      'silent',
      'The keyring does not answer',
      'Keys are kept only until you quit. Once it is open they are encrypted with it.',
      'Look for keyring',
    ],
    [
      'absent',
      'This system has no keyring',
      'Keys are kept only until you quit. Install one, such as GNOME Keyring or KWallet, and start it.',
      'Look for keyring',
    ],
  ])('what is the matter with a keyring that is %s, and what can be done', (keyring, fact, next, unlock) => {
    expect(withFacts({ keyring, keptUntilQuit: true })).toEqual([{ tone: 'warn', fact, next, unlock }]);
  });

  test.each<[KeyringState, string, string, string]>([
    [
      'locked',
      'The keyring is locked',
      'The keys are encrypted with it. Unlock it, and watching goes on by itself.',
      'Unlock keyring',
    ],
    [
      'withoutDefault',
      'This system has no default keyring',
      'The keys are encrypted with the one it had. Make that one the default again, or make another one and enter the keys again.',
      'Make keyring',
    ],
    [
      'silent',
      'The keyring does not answer',
      'The keys are encrypted with it. Once it answers, watching goes on by itself.',
      'Look for keyring',
    ],
    [
      'absent',
      'This system has no keyring',
      'The keys are encrypted with the one that it had. Start that one, and watching goes on by itself.',
      'Look for keyring',
    ],
  ])('that a sealed key waits for a keyring that is %s', (keyring, fact, next, unlock) => {
    const story = new Story();
    story.shell.does({ type: 'application', facts: { keyring } });
    expect(strips(story)).toEqual([{ tone: 'warn', fact, next, unlock }]);
  });

  test.each([
    ['accent', 'Acme: backup finished', readsFinished(), null],
    ['danger', 'Acme: backup failed', reads({ completed: true, error: 'e' }), null],
    ['warn', 'Acme: backup finished, with gaps', readsFinished({ warning: 'w' }), null],
    ['calm', 'Acme: backup stopped', reads({ completed: true, status: 3 }), null],
    ['warn', 'Acme: needs a new key', null, failures.keyRefused],
  ] as const)(
    'news that no notification could show, in its own colour: %s, %s',
    (tone, fact, reading, failure) => {
      const story = new Story().begins(reads());
      story.shell.world.notifications = 'refused';
      if (reading !== null) story.says(reading);
      if (failure !== null) story.fails(failure);
      story.passes(10 * minute);
      expect(strips(story)).toEqual([{ tone, fact, next: 'This system showed no notification for it.' }]);
    },
  );
});
