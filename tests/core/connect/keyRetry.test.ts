import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../src/core/effect.ts';
import type { Event } from '../../../src/core/event.ts';
import { fail } from '../../../src/core/base/result.ts';
import { failures, hour, second } from '../../support/given.ts';
import { replyTo } from '../../support/core/connects.ts';
import { type Script, scriptOf } from '../../support/core/story.ts';
import { Shell } from '../../support/core/shell.ts';

// DocSpace answers an empty 401 to a good key, too, when its database fails for a moment.

const refusing = fail(failures.keyRefused);

/** Somebody who adds the first portal: nothing is watched, so that nothing else wakes the application. */
class Adding {
  readonly shell = new Shell({ answer: () => expect.unreachable() }, []);
  /** When each question was asked, in seconds. */
  readonly asked: Array<[ask: string, at: number]> = [];
  readonly #began = this.shell.now;
  readonly #answers: Array<Partial<Script>>;

  /** What the portal answers to one question after the other; to all after that, what all is well. */
  constructor(...answers: Array<Partial<Script>>) {
    this.#answers = answers;
    this.does({ type: 'connectOpened', portal: null });
    this.does({ type: 'connectSubmitted', address: 'acme.example', keyKind: 'apiKey' });
  }

  does(event: Event): this {
    this.#perform(this.shell.does(event));
    return this;
  }

  passes(length: number): this {
    for (let passed = 0; passed < length; passed += 100) {
      const before = this.shell.effects.length;
      this.shell.pass(100);
      this.#perform(this.shell.effects.slice(before));
    }
    return this;
  }

  get stage() {
    return this.shell.state.connect.stage;
  }

  /** What was asked with the key. */
  get tries(): Array<[ask: string, at: number]> {
    return this.asked.filter(([ask]) => ask !== 'settings' && ask !== 'version');
  }

  #perform(effects: Effect[]): void {
    for (const effect of effects) {
      if (effect.do !== 'probe') continue;
      this.asked.push([effect.question.ask, (this.shell.now - this.#began) / second]);
      const keyed = effect.question.ask !== 'settings' && effect.question.ask !== 'version';
      const answer = keyed ? this.#answers.shift() : {};
      this.does(replyTo(effect, { ...scriptOf(), ...answer }));
    }
  }
}

describe('a key that is refused', () => {
  test('is tried three times, two seconds apart, and then said to be refused', () => {
    const adding = new Adding({ key: refusing }, { key: refusing }, { key: refusing });
    expect(adding.stage.is).toBe('waiting');
    adding.passes(10 * second);
    expect(adding.tries).toEqual([
      ['key', 0],
      ['key', 2],
      ['key', 4],
    ]);
    expect(adding.stage).toEqual({ is: 'refused', refusal: { at: 'key', why: 'refused' } });
  });

  test.each([
    ['on its own page', [{ key: refusing }]],
    ['where it asks for its owner', [{}, { self: refusing }]],
    ['where it asks for backups', [{}, {}, { progress: refusing }]],
    ['twice, here and there', [{ key: refusing }, {}, { self: refusing }]],
  ])('%s and then taken is a good one', (_where, answers) => {
    expect(new Adding(...answers).passes(10 * second).stage.is).toBe('storing');
  });

  test.each<[string, Event]>([
    ['whoever edits the form', { type: 'connectEdited' }],
    ['whoever closes it', { type: 'windowClosed' }],
    ['whoever leaves it', { type: 'connectOpened', portal: null }],
  ])('is tried no more by %s', (_who, event) => {
    const adding = new Adding({ key: refusing }).does(event).passes(10 * second);
    expect([adding.stage.is, adding.tries]).toEqual(['form', [['key', 0]]]);
    expect(adding.shell.effects.at(-1)).toEqual({ do: 'dropAttempt' });
  });

  test('is tried again while watching is paused, and after the clock was set back', () => {
    const paused = new Adding({ key: refusing }).does({ type: 'paused', until: Infinity });
    expect(paused.passes(10 * second).stage.is).toBe('storing');
    const set = new Adding({ key: refusing });
    set.shell.now -= hour;
    set.does({ type: 'clockJumped' });
    expect(set.passes(3 * second).stage.is).toBe('storing');
  });

  test('is tried again only where one waits for that', () => {
    const adding = new Adding();
    expect(adding.stage.is).toBe('storing');
    expect(adding.does({ type: 'connectDue' }).stage.is).toBe('storing');
    expect(adding.shell.effects.filter((effect) => effect.do === 'store')).toHaveLength(1);
  });
});
