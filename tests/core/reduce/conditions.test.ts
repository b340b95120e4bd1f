import { describe, expect, test } from 'vitest';
import { nextWakeAt } from '../../../src/core/state.ts';
import { asked, firstLook, rouse } from '../../../src/core/watch/look.ts';
import {
  acme,
  day,
  failures,
  globex,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  second,
  start,
} from '../given.ts';
import { Story } from '../scripted.ts';

const here = { ...globex, id: 'here', origin: 'http://localhost:8092' };

/** What was asked from now on, while something goes on. */
function asksWhile(story: Story, does: () => unknown): number {
  const before = story.shell.asked.length;
  does();
  return story.shell.asked.length - before;
}

function effects(story: Story): string[] {
  return story.shell.effects.map((effect) => effect.do);
}

describe('while watching is paused', () => {
  test('nothing is asked and nothing announced; then each portal is looked at once, soon', () => {
    const story = new Story([acme, globex]).begins(reads()).passes(minute);
    story.shell.does({ type: 'paused', until: Infinity });
    story.says(readsFinished());
    expect(asksWhile(story, () => story.passes(day))).toBe(0);
    expect([story.shell.told(), nextWakeAt(story.shell.state, story.shell.now)]).toEqual([[], Infinity]);
    story.shell.does({ type: 'resumed' });
    expect(asksWhile(story, () => story.passes(4050))).toBeGreaterThanOrEqual(2);
    expect(story.passes(minute).shell.told()).toEqual(['acme: portal task-a finished']);
  });

  test('also what was already under way is not announced before it is over', () => {
    const story = new Story().begins(reads());
    story.says(readsFinished()).shell.does({ type: 'checkNow', portal: null });
    story.shell.does({ type: 'paused', until: story.shell.now + hour });
    expect(story.passes(59 * minute).shell.told()).toEqual([]);
    expect(story.passes(2 * minute).shell.told()).toEqual(['acme: portal task-a finished']);
  });

  test('for a while, it resumes by itself, also over a restart', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'paused', until: start + hour });
    story.shell.restart();
    expect(story.shell.state.pausedUntil).toBe(start + hour);
    expect(asksWhile(story, () => story.passes(start + hour - 1 - story.shell.now))).toBe(0);
    expect(asksWhile(story, () => story.passes(minute))).toBeGreaterThan(0);
    expect(story.shell.state.pausedUntil).toBeNull();
  });

  test('until resumed, it stays so over a restart', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'paused', until: Infinity });
    expect(story.shell.restart().pass(day).state.pausedUntil).toBe(Infinity);
  });

  test('right after a look, resuming asks how the backup is before it asks about the key', () => {
    const story = new Story();
    story.shell.open();
    while (story.shell.state.watches[0]?.jobs.portal.readAt === null) story.passes(50);
    story.shell.does({ type: 'paused', until: Infinity });
    story.shell.does({ type: 'resumed' });
    const before = story.shell.asked.length;
    story.passes(4050);
    expect(story.shell.asked[before]?.question).toEqual({ ask: 'progress', scope: 'portal' });
  });

  test('"check now" asks nothing either', () => {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.does({ type: 'paused', until: Infinity });
    expect(asksWhile(story, () => story.shell.does({ type: 'checkNow', portal: null }))).toBe(0);
  });

  test('resuming what is not paused changes nothing', () => {
    const story = new Story().begins(nothing);
    expect(story.shell.does({ type: 'resumed' })).toEqual([]);
  });
});

describe('while this machine sleeps', () => {
  test('nothing is asked; after waking there is one look, over new connections', () => {
    const story = new Story().begins(reads());
    story.shell.does({ type: 'slept' });
    expect(asksWhile(story, () => story.passes(8 * hour))).toBe(0);
    expect(nextWakeAt(story.shell.state, story.shell.now)).toBe(Infinity);
    story.shell.does({ type: 'woke' });
    expect(effects(story).at(-1)).toBe('dropConnections');
    expect(asksWhile(story, () => story.passes(4050))).toBe(1);
  });

  test('a nap of a moment brings no second look within 2 s of the one before it', () => {
    const look = asked(firstLook(start, 0), { ask: 'progress', scope: 'portal' }, start);
    expect(rouse(look, start + 100, 1 * second).dueAt).toBe(start + 2 * second);
    expect(rouse(look, start + 100, 4 * second).dueAt).toBe(start + 4100);
    // A clock set back says nothing about how long ago that was.
    expect(rouse(look, start - hour, 1 * second).dueAt).toBe(start - hour + 2 * second);
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
    const ticket = story.shell.state.watches[0]?.look.ticket ?? 0;
    story.shell.does({ type: 'slept' });
    story.says(reads()).shell.does({ type: 'woke' });
    const reply = {
      ask: 'progress',
      scope: 'portal',
      got: { ok: false, reason: failures.keyRefused },
    } as const;
    story.shell.does({ type: 'replied', portal: 'acme', ticket, reply });
    expect(story.shell.state.watches[0]?.reach.trouble).toBeNull();
    expect(story.passes(minute).shell.told()).toEqual([]);
  });
});

describe('an answer', () => {
  test('counts once, and only while it is waited for', () => {
    const story = new Story().begins(reads());
    const watch = story.shell.state.watches[0];
    const reply = { ask: 'progress', scope: 'portal', got: { ok: false, reason: failures.timeout } } as const;
    story.shell.does({ type: 'replied', portal: 'acme', ticket: watch?.look.ticket ?? 0, reply });
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

  test('back by a moment that nobody notices, "check now" still works', () => {
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

describe('without a network', () => {
  test('only portals on this machine are asked; the network is looked for every 5 s', () => {
    const story = new Story([acme, here]).begins(nothing).passes(minute);
    story.shell.does({ type: 'network', online: false });
    story.shell.does({ type: 'network', online: false });
    const since = story.shell.now;
    expect(story.shell.state.offlineSince).toBe(since);
    expect(nextWakeAt(story.shell.state, since)).toBeLessThanOrEqual(since + 5 * second);
    story.passes(10 * minute);
    const asked = story.shell.asked.filter(({ at }) => at > since).map(({ portal }) => portal);
    expect(new Set(asked)).toEqual(new Set(['here']));
  });

  test('where only this machine is watched nothing is looked for', () => {
    const story = new Story([here]).begins(nothing);
    story.shell.does({ type: 'network', online: false });
    expect(nextWakeAt(story.shell.state, story.shell.now)).toBeGreaterThan(story.shell.now + 30 * second);
  });

  test('when it is back, there is one look each, soon', () => {
    const story = new Story([acme, globex]).begins(nothing);
    story.shell.does({ type: 'network', online: false });
    story.passes(hour);
    expect(asksWhile(story, () => story.shell.does({ type: 'network', online: true }))).toBe(0);
    expect(asksWhile(story, () => story.passes(4050))).toBe(2);
    expect(story.shell.does({ type: 'network', online: true })).toEqual([]);
  });
});

describe('when somebody begins to look', () => {
  test('what they see is not older than 10 s, and looks come faster from then on', () => {
    const story = new Story().begins(nothing).passes(30 * second);
    expect(asksWhile(story, () => story.shell.does({ type: 'windowOpened' }))).toBe(1);
    expect(asksWhile(story, () => story.passes(minute))).toBeGreaterThanOrEqual(5);
    story.shell.does({ type: 'windowBlurred' });
    expect(asksWhile(story, () => story.passes(5 * minute))).toBeLessThanOrEqual(6);
  });

  test('a portal that does not answer is not hurried', () => {
    const story = new Story()
      .begins(nothing)
      .fails(failures.timeout)
      .passes(10 * minute);
    expect(asksWhile(story, () => story.shell.does({ type: 'windowOpened' }))).toBe(0);
  });

  test('a window that was only blurred is looked at again when it gets the focus', () => {
    const story = new Story().begins(nothing);
    story.shell.does({ type: 'windowFocused' });
    expect(story.shell.state.looking).toBe(false);
    story.shell.does({ type: 'windowOpened' });
    story.shell.does({ type: 'windowBlurred' });
    expect(story.shell.state).toMatchObject({ windowOpen: true, looking: false });
    story.shell.does({ type: 'windowFocused' });
    expect(story.shell.state.looking).toBe(true);
    expect(story.shell.does({ type: 'windowFocused' })).toEqual([]);
    story.shell.does({ type: 'windowClosed' });
    expect(story.shell.state).toMatchObject({ windowOpen: false, looking: false });
  });
});

test('facts about the application are taken over one by one', () => {
  const story = new Story();
  story.shell.does({ type: 'application', facts: { unsaved: true } });
  story.shell.does({ type: 'application', facts: { trayless: true } });
  expect(story.shell.state.application).toMatchObject({ unsaved: true, trayless: true, version: '0.1.0' });
});
