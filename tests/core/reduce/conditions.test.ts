import { describe, expect, test } from 'vitest';
import { nextWakeAt } from '../../../src/core/nextWake.ts';
import { usesNetwork } from '../../../src/core/state.ts';
import { acme, failures, globex, hour, minute, nothing, second } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { asksWhile } from '../../support/core/asked.ts';

const here = { ...globex, id: 'here', origin: 'http://localhost:8092' };

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

describe('which network it is matters', () => {
  test.each<[string, boolean, (story: Story) => unknown]>([
    ['while portals are asked over it', true, () => undefined],
    ['not while watching is paused', false, ({ shell }) => shell.does({ type: 'paused', until: Infinity })],
    ['not while the machine sleeps', false, ({ shell }) => shell.does({ type: 'slept' })],
    ['not while there is none', false, ({ shell }) => shell.does({ type: 'network', online: false })],
    [
      'not for a portal without its key',
      false,
      ({ shell }) => shell.does({ type: 'keyStatus', portal: 'acme', keyStatus: 'missing' }),
    ],
  ])('%s', (_when, matters, happens) => {
    const story = new Story([acme, here]).begins(nothing);
    happens(story);
    expect(usesNetwork(story.shell.state)).toBe(matters);
  });

  test('not where only this machine is watched', () => {
    expect(usesNetwork(new Story([here]).begins(nothing).shell.state)).toBe(false);
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
    expect(story.shell.state.windowFocused).toBe(false);
    story.shell.does({ type: 'windowOpened' });
    story.shell.does({ type: 'windowBlurred' });
    expect(story.shell.state).toMatchObject({ windowOpen: true, windowFocused: false });
    story.shell.does({ type: 'windowFocused' });
    expect(story.shell.state.windowFocused).toBe(true);
    expect(story.shell.does({ type: 'windowFocused' })).toEqual([]);
    story.shell.does({ type: 'windowClosed' });
    expect(story.shell.state).toMatchObject({ windowOpen: false, windowFocused: false });
  });
});

test('facts about the application are taken over one by one', () => {
  const story = new Story();
  story.shell.does({ type: 'application', facts: { unsaved: true } });
  story.shell.does({ type: 'application', facts: { trayless: true } });
  expect(story.shell.state.application).toMatchObject({ unsaved: true, trayless: true, version: '0.1.0' });
});
