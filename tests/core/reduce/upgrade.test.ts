import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/core/effect.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { acme, minute, redirect } from '../../support/given.ts';
import { connects, replyTo } from '../../support/core/connects.ts';
import { scriptOf, Story } from '../../support/core/story.ts';

const plain = 'http://acme.lan';
const secure = 'https://acme.lan';
const moved = redirect(`${secure}/api/2.0/settings`, plain);

function probes(effects: Effect[]): string[] {
  return effects.flatMap((effect) =>
    effect.do === 'probe' ? [`${effect.origin} ${effect.question.ask}`] : [],
  );
}

function portal({ shell: { state } }: Story) {
  return state.watches[0]?.portal;
}

describe('a new key that is on its way', () => {
  function changing(): Story {
    const story = new Story([{ ...acme, origin: plain }]).begins();
    connects(story, { type: 'connectOpened', portal: 'acme' });
    return story;
  }
  const submitted = { type: 'connectSubmitted', address: '', keyKind: 'apiKey' } as const;

  test('goes to https only once the form meets the redirect, and so does the one before', () => {
    const story = changing();
    const first = story.shell.does(submitted).find((effect) => effect.do === 'probe');
    if (first === undefined) throw new Error('nothing is asked');
    const next = story.shell.does(replyTo(first, { ...scriptOf(), settings: fail(moved) }));
    expect(probes(next)).toEqual([`${secure} settings`]);
    expect(portal(story)).toMatchObject({ origin: secure, encryptedSince: null });
    const before = story.shell.effects.length;
    story.passes(2 * minute);
    const later = story.shell.effects.slice(before).filter((effect) => effect.do === 'query');
    expect(new Set(later.map(({ origin }) => origin))).toEqual(new Set([secure]));
  });

  test('goes to https only once the watch meets the redirect', () => {
    const story = changing();
    const first = story.shell.does(submitted).find((effect) => effect.do === 'probe');
    if (first === undefined) throw new Error('nothing is asked');
    const reply = { ask: 'progress', scope: 'portal', got: fail(moved) } as const;
    const effects = story.shell.does({ type: 'replied', portal: 'acme', ticket: -1, reply });
    expect(probes(effects)).toEqual([`${secure} settings`]);
    // What comes of the question that was asked before is heard no more.
    expect(probes(story.shell.does(replyTo(first, scriptOf())))).toEqual([]);
  });

  test('is typed in for the address of now, where the portal moved while the form was open', () => {
    const story = changing();
    story.fails(moved).passesUntil(({ ask }) => ask === 'settings');
    expect(probes(story.shell.does(submitted))).toEqual([`${secure} settings`]);
    const { attempt } = story.shell.state.connect;
    const settings = { attempt, question: { ask: 'settings' } } as const;
    const effects = connects(story, replyTo(settings, scriptOf()));
    expect(effects).toContainEqual(
      expect.objectContaining({ do: 'store', portal: expect.objectContaining({ origin: secure }) }),
    );
    expect(portal(story)?.origin).toBe(secure);
  });

  test('is kept where the portal moves while it is being stored', () => {
    const story = changing();
    const queue = story.shell.does(submitted);
    for (let effect = queue.shift(); effect !== undefined; effect = queue.shift()) {
      if (effect.do === 'probe') queue.push(...story.shell.does(replyTo(effect, scriptOf())));
      if (effect.do !== 'store') continue;
      const reply = { ask: 'progress', scope: 'portal', got: fail(moved) } as const;
      const late = story.shell.does({ type: 'replied', portal: 'acme', ticket: -1, reply });
      expect(late.map((each) => each.do)).not.toContain('store');
      const stored = succeed({ portal: { ...acme, origin: plain }, kept: 'sealed' as const });
      story.shell.does({ type: 'connectStored', attempt: effect.attempt, stored });
    }
    expect(story.shell.state.connect.stage.is).toBe('connected');
    expect(portal(story)?.origin).toBe(secure);
  });
});
