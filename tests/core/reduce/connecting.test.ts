import { describe, expect, test } from 'vitest';
import type { Event } from '../../../src/core/event.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { acme, failures, minute, reads, readsFinished } from '../../support/given.ts';
import { scriptOf, Story } from '../../support/core/story.ts';
import { connects, replyTo } from '../../support/core/connects.ts';

const submitted: Event = { type: 'connectSubmitted', address: 'new.example', keyKind: 'apiKey' };

function stage(story: Story): string {
  return story.shell.state.connect.stage.is;
}

describe('adding a portal', () => {
  test('probes it, stores its key, saves it, and looks at it at once', () => {
    const story = new Story([acme]);
    story.shell.does({ type: 'connectOpened', portal: null });
    const settings = succeed({
      docSpace: true,
      standalone: false,
      name: 'Globex',
      tenant: 'active' as const,
    });
    const effects = connects(story, submitted, { settings }).map((effect) => effect.do);
    expect(effects).toEqual([
      ...['probe', 'probe', 'probe', 'probe', 'probe', 'store'],
      ...['saveSettings', 'saveWatch', 'dropAttempt', 'query'],
    ]);
    expect(story.shell.state.watches.map(({ portal }) => portal)).toEqual([
      acme,
      { id: 'new', name: 'Globex', origin: 'https://new.example', scopes: ['portal'], standalone: false },
    ]);
    expect(story.shell.state.watches[1]?.keyStatus).toBe('ready');
  });

  test('of a portal that is standalone this is kept, and only its own backup is watched at first', () => {
    const story = new Story();
    connects(story, submitted, {
      settings: succeed({ docSpace: true, standalone: true, name: 'Globex', tenant: 'active' }),
    });
    expect(story.shell.restart().state.watches[1]?.portal).toMatchObject({
      standalone: true,
      scopes: ['portal'],
    });
  });

  test('a portal with the name of another one goes by its host', () => {
    const story = new Story();
    connects(story, submitted);
    expect(story.shell.state.watches.map(({ portal }) => portal.name)).toEqual(['Acme', 'new.example']);
  });

  test('a portal without a name goes by its host', () => {
    const story = new Story();
    connects(story, submitted, {
      settings: succeed({ docSpace: true, standalone: true, name: '', tenant: 'active' }),
    });
    expect(story.shell.state.watches[1]?.portal.name).toBe('new.example');
  });

  test('a refusal stores nothing, and the key is forgotten', () => {
    const story = new Story();
    const effects = connects(story, submitted, { key: fail(failures.keyRefused) });
    expect(effects.map((effect) => effect.do)).toEqual([...Array(5).fill('probe'), 'dropAttempt']);
    expect([stage(story), story.shell.state.watches.length]).toEqual(['refused', 1]);
  });

  test('a key that could not be kept is no portal', () => {
    const story = new Story();
    story.shell.does(submitted);
    const { attempt } = story.shell.state.connect;
    story.shell.does({ type: 'connectStored', attempt, stored: fail(null) });
    expect([stage(story), story.shell.state.watches.length]).toEqual(['refused', 1]);
  });

  test('what an earlier attempt brings counts no more', () => {
    const story = new Story();
    story.shell.does(submitted);
    const { attempt } = story.shell.state.connect;
    expect(story.shell.does({ type: 'connectEdited' })).toEqual([{ do: 'dropAttempt' }]);
    const portal = { ...acme, id: 'late' };
    expect(
      story.shell.does({ type: 'connectStored', attempt, stored: succeed({ portal, kept: 'sealed' }) }),
    ).toEqual([]);
    expect([stage(story), story.shell.state.watches.length]).toEqual(['form', 1]);
  });
});

describe('a question of consent', () => {
  const other: Event = { type: 'connectSubmitted', address: 'http://portal.lan', keyKind: 'apiKey' };

  test('is asked before the key goes anywhere, and a yes goes on', () => {
    const story = new Story();
    connects(story, other);
    expect(stage(story)).toBe('consent');
    connects(story, { type: 'connectAgreed' });
    expect([stage(story), story.shell.state.watches[1]?.portal.origin]).toEqual([
      'connected',
      'http://portal.lan',
    ]);
  });

  test('that is left alone when the window closes is given up, with its key', () => {
    const story = new Story();
    connects(story, other);
    expect(story.shell.does({ type: 'windowClosed' })).toEqual([{ do: 'dropAttempt' }]);
    expect(story.shell.does({ type: 'connectAgreed' })).toEqual([]);
    expect(stage(story)).toBe('form');
  });
});

describe('a window that closes ends what is being connected', () => {
  test('while the portal is asked: its answers count no more, and the key is forgotten', () => {
    const story = new Story();
    story.shell.does(submitted);
    const { attempt } = story.shell.state.connect;
    expect(story.shell.does({ type: 'windowClosed' })).toEqual([{ do: 'dropAttempt' }]);
    expect(story.shell.does(replyTo({ attempt, question: { ask: 'settings' } }, scriptOf()))).toEqual([]);
    expect(stage(story)).toBe('form');
  });

  test('after a refusal the next window begins with an empty form', () => {
    const story = new Story();
    connects(story, submitted, { key: fail(failures.keyRefused) });
    story.shell.does({ type: 'windowClosed' });
    expect(stage(story)).toBe('form');
  });

  test('but not a portal whose key is being put away', () => {
    const story = new Story();
    story.shell.does(submitted);
    for (const ask of ['settings', 'version', 'key', 'self'] as const) {
      story.shell.does(replyTo({ ...story.shell.state.connect, question: { ask } }, scriptOf()));
    }
    const question = { ask: 'progress', scope: 'portal' } as const;
    const { attempt } = story.shell.state.connect;
    story.shell.does(replyTo({ attempt, question }, scriptOf()));
    expect(story.shell.does({ type: 'windowClosed' })).toEqual([]);
    const portal = { ...acme, id: 'new' };
    story.shell.does({ type: 'connectStored', attempt, stored: succeed({ portal, kept: 'sealed' }) });
    expect(story.shell.state.watches).toHaveLength(2);
  });
});

describe('another key for a portal', () => {
  function refused(): Story {
    return new Story()
      .begins(reads())
      .fails(failures.keyRefused)
      .passes(10 * minute);
  }
  const newKey: Event = { type: 'connectSubmitted', address: '', keyKind: 'apiKey' };

  test('keeps the portal, its name and what was told, and looks at once', () => {
    const story = refused();
    story.shell.does({ type: 'rename', portal: 'acme', name: 'Our portal' });
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    story.says(readsFinished());
    const effects = connects(story, newKey);
    expect(effects.at(-1)).toMatchObject({ do: 'query', portal: 'acme', question: { ask: 'progress' } });
    expect(effects.map((effect) => effect.do)).not.toContain('saveSettings');
    story.passes(minute);
    expect(story.shell.state.watches.map(({ portal }) => portal.name)).toEqual(['Our portal']);
    expect(story.shell.told()).toEqual(['acme: access keyRefused', 'acme: portal task-a finished']);
  });

  test('learns anew whether the portal is standalone, and changes nothing else of it', () => {
    const story = refused();
    story.shell.does({ type: 'rename', portal: 'acme', name: 'Our portal' });
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    const standalone = { docSpace: true, standalone: true, name: 'Elsewhere', tenant: 'active' as const };
    connects(story, newKey, { settings: succeed(standalone) });
    expect(story.shell.state.watches[0]?.portal).toEqual({ ...acme, name: 'Our portal', standalone: true });
  });

  test('an answer to the old key that comes late says nothing any more', () => {
    const story = new Story().begins(reads()).fails(failures.keyRefused);
    story.shell.world.latency = 10_000;
    story.shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    story.shell.world.latency = 50;
    connects(story.says(reads()), newKey);
    expect(story.passes(10 * minute).shell.told()).toEqual([]);
    expect(story.shell.state.watches[0]?.access.trouble).toBeNull();
  });

  test('tries the whole server’s backup again', () => {
    const story = new Story([{ ...acme, scopes: ['portal', 'server'] }]);
    story.script().serverProgress = fail(failures.forbidden);
    story.begins();
    expect(story.shell.state.watches[0]?.serverTrouble.times).toBe(1);
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    connects(story, newKey);
    expect(story.shell.state.watches[0]?.serverTrouble.times).toBe(0);
  });

  test('of a portal that is removed meanwhile does not bring it back', () => {
    const story = refused();
    story.shell.does({ type: 'connectOpened', portal: 'acme' });
    story.shell.does(newKey);
    const { attempt } = story.shell.state.connect;
    const effects = story.shell.does({ type: 'remove', portal: 'acme' }).map((effect) => effect.do);
    expect(effects).toEqual(['saveSettings', 'dropAttempt', 'forget']);
    const stored = succeed({ portal: acme, kept: 'sealed' as const });
    story.shell.does({ type: 'connectStored', attempt, stored });
    expect(story.shell.state.watches).toEqual([]);
  });

  test('for a portal that is not there is a new portal', () => {
    const story = new Story();
    story.shell.does({ type: 'connectOpened', portal: 'nobody' });
    expect(story.shell.state.connect.portal).toBeNull();
  });
});
