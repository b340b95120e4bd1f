import { describe, expect, test } from 'vitest';
import { fail } from '../../../src/core/base/result.ts';
import { pauseAfterWaking } from '../../../src/core/watch/pollInterval.ts';
import { asked, firstPoll, resume } from '../../../src/core/watch/poll.ts';
import { day, failures, hour, minute, nothing, reads, second, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { asksWhile } from '../../support/core/asked.ts';

// While this machine sleeps, or its clock is set, time passes in which nothing was seen: what is made of it afterwards.

function effects(story: Story): string[] {
  return story.shell.effects.map((effect) => effect.do);
}

describe('while this machine sleeps', () => {
  test('nothing is asked; after waking there is one look, over new connections', () => {
    const story = new Story().begins(reads());
    story.shell.does({ type: 'slept' });
    expect(asksWhile(story, () => story.passes(50 * second))).toBe(0);
    story.shell.now += 8 * hour;
    story.shell.does({ type: 'woke' });
    expect(effects(story).at(-1)).toBe('dropConnections');
    expect(asksWhile(story, () => story.passes(4050))).toBe(1);
  });

  test('a nap of a moment brings no second look within 2 s of the one before it', () => {
    const due = { question: { ask: 'progress', scope: 'portal' }, overtakes: false } as const;
    const poll = asked(firstPoll(start, 0), due, start);
    // A clock that was set, forward or back, says nothing about how long ago that was.
    for (const now of [start + 100, start + hour, start - hour])
      expect(
        resume(
          poll,
          now,
          pauseAfterWaking(() => 0),
        ).dueAt - now,
      ).toBe(2 * second);
  });

  test('an answer that lay unread over a sleep says one thing still: for how long the portal wants to be left alone', () => {
    const story = new Story().begins(nothing);
    const { ticket } = story.shell.state.watches[0]?.poll ?? { ticket: 0 };
    story.shell.does({ type: 'slept' });
    story.shell.does({ type: 'woke' });
    const got = fail({ ...failures.serverError, retryAt: story.shell.now + 10 * minute });
    story.shell.does({
      type: 'replied',
      portal: 'acme',
      ticket,
      reply: { ask: 'progress', scope: 'portal', got },
    });
    expect(asksWhile(story, () => story.passes(9 * minute))).toBe(0);
    expect(asksWhile(story, () => story.passes(2 * minute))).toBeGreaterThan(0);
  });

  test('being told twice that it woke wakes nothing twice', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'slept' });
    story.shell.does({ type: 'woke' });
    const { state } = story.shell;
    expect(story.shell.does({ type: 'woke' })).toEqual([]);
    expect(story.shell.state).toEqual(state);
  });

  test('an answer that the sleep has overtaken says nothing any more', () => {
    const story = new Story().begins(reads());
    story.fails(failures.keyRefused);
    story.shell.does({ type: 'checkNow', portal: null });
    const ticket = story.shell.state.watches[0]?.poll.ticket ?? 0;
    story.shell.does({ type: 'slept' });
    story.says(reads()).shell.does({ type: 'woke' });
    const reply = {
      ask: 'progress',
      scope: 'portal',
      got: { ok: false, reason: failures.keyRefused },
    } as const;
    story.shell.does({ type: 'replied', portal: 'acme', ticket, reply });
    expect(story.shell.state.watches[0]?.access.trouble).toBeNull();
    expect(story.passes(minute).shell.told()).toEqual([]);
  });
});

describe('a sleep that was announced and never ended', () => {
  function put(): Story {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.does({ type: 'slept' });
    return story;
  }

  test('ends by itself: whose timers run is awake, and the portals are asked as before', () => {
    const story = put();
    expect(asksWhile(story, () => story.passes(50 * second))).toBe(0);
    expect(asksWhile(story, () => story.passes(hour))).toBeGreaterThan(40);
    expect(effects(story)).toContain('dropConnections');
  });

  test.each([
    ['somebody checks now', { type: 'checkNow', portal: null } as const],
    ['somebody opens the window', { type: 'windowOpened' } as const],
  ])('ends at once when %s', (_what, event) => {
    const story = put().passes(30 * second);
    expect(asksWhile(story, () => story.shell.does(event) && story.passes(4 * second))).toBeGreaterThan(0);
  });

  test('ends with an answer that comes', () => {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.world.latency = 30 * second;
    story.shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'slept' });
    story.passes(31 * second).shell.world.latency = 50;
    expect(asksWhile(story, () => story.passes(4 * second))).toBe(1);
  });

  test('loses no answer that was under way and comes with the waking', () => {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.world.latency = 10 * second;
    story.says(reads()).shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'slept' });
    story.shell.now += 91 * second;
    story.says(nothing).passes(0).shell.does({ type: 'woke' });
    expect(story.shell.state.watches[0]?.jobs.portal.run).not.toBeNull();
  });

  test('is not what happens in the seconds before this machine really sleeps', () => {
    const story = put().passes(3 * second);
    expect(asksWhile(story, () => story.shell.does({ type: 'checkNow', portal: null }))).toBe(0);
    story.shell.now += 8 * hour;
    expect(story.shell.does({ type: 'woke' })).toEqual([{ do: 'dropConnections' }]);
  });

  test('and a clock that was set back meanwhile keeps nothing asleep', () => {
    const story = put();
    story.shell.now -= day;
    expect(asksWhile(story, () => story.passes(2 * minute))).toBeGreaterThan(0);
  });
});

describe('what lasts', () => {
  const addressGoes = ({ shell }: Story): void => void shell.does({ type: 'addressGone' });
  const networkDrops = (story: Story): void => {
    story.shell.does({ type: 'network', online: false });
    story.passes(5 * second).shell.does({ type: 'network', online: true });
  };

  test.each<[string, Story, (story: Story) => void, number, string]>([
    ['a standstill', new Story().begins(reads()), addressGoes, 20, 'portal task-a stuck running 42'],
    ['a standstill', new Story().begins(reads()), networkDrops, 20, 'portal task-a stuck running 42'],
    ['a silence', new Story().begins().fails(failures.timeout), addressGoes, 20, 'access silent'],
    ['a certificate', new Story().begins().fails(failures.certificate), addressGoes, 8, 'access certificate'],
  ])('%s is told of however often the network changes meanwhile', (_what, story, changes, minutes, news) => {
    for (let times = 0; times < 10; times += 1) {
      changes(story.passes(minutes * minute));
    }
    expect(story.shell.told()).toEqual([`acme: ${news}`]);
  });

  test('is not what nobody has seen: a night asleep makes no standstill', () => {
    const story = new Story().begins(reads()).passes(10 * minute);
    story.shell.does({ type: 'slept' });
    story.shell.now += 8 * hour;
    story.shell.does({ type: 'woke' });
    expect(story.passes(15 * minute).shell.told()).toEqual([]);
    expect(story.passes(10 * minute).shell.told()).toEqual(['acme: portal task-a stuck running 42']);
  });
});

describe('an answer', () => {
  test('counts once, and only while it is waited for', () => {
    const story = new Story().begins(reads());
    const watch = story.shell.state.watches[0];
    const reply = { ask: 'progress', scope: 'portal', got: { ok: false, reason: failures.timeout } } as const;
    story.shell.does({ type: 'replied', portal: 'acme', ticket: watch?.poll.ticket ?? 0, reply });
    expect(story.shell.state.watches[0]).toEqual(watch);
    story.shell.does({ type: 'replied', portal: 'nobody', ticket: 1, reply });
    expect(story.shell.state.watches).toEqual([watch]);
  });
});

describe('when the clock is set', () => {
  test.each([-day, -hour, hour, day, 30 * day])(
    'by %i ms, one look follows within seconds, and nothing is stuck',
    (jump) => {
      const story = new Story().begins(reads({ percent: 37 })).passes(minute);
      story.shell.now += jump;
      story.shell.does({ type: 'clockJumped' });
      expect(asksWhile(story, () => story.passes(4050))).toBe(1);
      expect(story.passes(10 * minute).shell.told()).toEqual([]);
    },
  );

  test('back, a portal that asked to wait is not waited for any longer than it wanted', () => {
    const story = new Story().begins(nothing);
    story.fails({ kind: 'rateLimited', retryAt: story.shell.now + 2 * minute }).passes(minute + 10 * second);
    story.shell.now -= 12 * hour;
    story.shell.does({ type: 'clockJumped' });
    // Told twice of the same jump.
    story.shell.does({ type: 'clockJumped' });
    expect(asksWhile(story, () => story.says(nothing).passes(30 * second))).toBe(0);
    expect(asksWhile(story, () => story.passes(2 * minute))).toBeGreaterThan(0);
  });

  test('back by a moment that nobody notifications, "check now" still works', () => {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.now -= 25 * second;
    story.shell.does({ type: 'checkNow', portal: null });
    expect(asksWhile(story, () => story.passes(2 * second))).toBe(1);
  });

  test('back, a history that is waited for is asked soon', () => {
    const story = new Story().begins(reads());
    story.script().history = { ok: false, reason: failures.timeout };
    story.looks(nothing).passes(30 * minute);
    story.shell.now -= day;
    story.shell.does({ type: 'clockJumped' });
    story.script().history = { ok: true, value: [] };
    expect(story.passes(2 * minute).shell.told()).toEqual(['acme: portal task-a unknown']);
  });
});
