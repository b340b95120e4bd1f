import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import { statusOf } from '../../../src/core/status/statusOf.ts';
import { acme, globex, nothing } from '../../support/given.ts';
import { asksWhile } from '../../support/core/asked.ts';
import { Story } from '../../support/core/story.ts';

const initech = { id: 'initech', name: 'Initech', origin: 'https://initech.example' };
const imported = (...portals: Array<typeof initech>): Event => ({ type: 'portalsImported', portals });

function watching(): Story {
  const story = new Story([acme, globex]).begins(nothing);
  story.shell.does({ type: 'windowOpened' });
  return story;
}

describe('an imported list of portals', () => {
  test('adds what is not there, and each waits for its key', () => {
    const story = watching();
    story.shell.does(imported(initech));
    const watch = story.shell.state.watches[2];
    expect(watch?.portal).toEqual({ ...initech, scopes: ['portal'] });
    expect(watch && statusOf(watch, story.shell.now)).toEqual({ is: 'keyMissing', never: true });
    expect(story.shell.state.listOutcome).toEqual({ is: 'imported', added: 1, known: 0 });
  });

  test('asks none of them anything before its key is there', () => {
    const story = watching();
    story.shell.does(imported(initech));
    asksWhile(story, () => story.passes(600_000));
    expect(story.shell.asked.map(({ portal }) => portal)).not.toContain('initech');
  });

  test('leaves what is there as it is, also where it is called something else', () => {
    const story = watching();
    const before = story.shell.state.watches.slice();
    story.shell.does(imported({ ...initech, name: 'Mine', origin: acme.origin }, initech, initech));
    expect(story.shell.state.watches.slice(0, 2)).toEqual(before);
    expect(story.shell.state.watches.map(({ portal }) => portal.name)).toEqual(['Acme', 'Globex', 'Initech']);
    expect(story.shell.state.listOutcome).toEqual({ is: 'imported', added: 1, known: 2 });
  });

  test('is kept over a restart', () => {
    const story = watching();
    expect(story.shell.does(imported(initech))).toContainEqual({ do: 'saveSettings' });
    story.shell.restart();
    expect(story.shell.state.watches.map(({ portal }) => portal.id)).toEqual(['acme', 'globex', 'initech']);
  });

  test('that is refused changes nothing but what is said of it, until the window closes', () => {
    const story = watching();
    const { watches } = story.shell.state;
    story.shell.does({ type: 'importRefused', why: 'notAList' });
    expect(story.shell.state.watches).toEqual(watches);
    expect(story.shell.state.listOutcome).toEqual({ is: 'refused', why: 'notAList' });
    story.shell.does({ type: 'windowClosed' });
    expect(story.shell.state.listOutcome).toBeNull();
  });
});

test('a list that could not be exported says so, until it could', () => {
  const story = watching();
  story.shell.does({ type: 'portalsExported', saved: false });
  expect(story.shell.state.listOutcome).toEqual({ is: 'notSaved' });
  story.shell.does({ type: 'portalsExported', saved: true });
  expect(story.shell.state.listOutcome).toBeNull();
});
