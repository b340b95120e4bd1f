import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import type { SetAside, State } from '../../../src/core/state.ts';
import { acme, minute, readsFinished, second } from '../../support/given.ts';
import { running } from './running.ts';
import { World } from './world.ts';

describe('what cannot be saved', () => {
  const unsaved = ({ application }: State): boolean => application.unsaved;

  test('is told, and told no longer when it could be; it is not forgotten meanwhile', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.full.add('settings');
    world.does({ type: 'rename', portal: 'acme', name: 'Other' });
    expect(unsaved(world.engine.state())).toBe(true);
    const before = world.shown.length;
    world.clock.pass(10 * minute);
    expect(world.shown.slice(before).every(unsaved)).toBe(true);
    world.full.clear();
    world.heard();
    world.clock.pass(2 * minute);
    expect(world.heard()).toContain('save settings');
    expect(unsaved(world.engine.state())).toBe(false);
    world.clock.pass(10 * minute);
    expect(world.heard()).not.toContain('save settings');
  });

  test('is told as long as any of it cannot be', () => {
    const world = running();
    world.full.add('acme');
    world.answer = succeed(readsFinished());
    world.clock.pass(10 * second);
    expect(unsaved(world.engine.state())).toBe(true);
    world.does({ type: 'rename', portal: 'acme', name: 'Other' });
    expect(unsaved(world.engine.state())).toBe(true);
    world.full.clear();
    world.does({ type: 'time' });
    expect(unsaved(world.engine.state())).toBe(false);
  });

  test('is shown to the user all the same', () => {
    const world = running();
    world.full.add('acme').add('settings');
    world.answer = succeed(readsFinished());
    world.clock.pass(10 * second);
    expect(world.count('notify')).toBe(1);
  });

  test('of a portal that was removed is forgotten', () => {
    const world = running();
    world.full.add('acme');
    world.answer = succeed(readsFinished());
    world.clock.pass(10 * second);
    world.does({ type: 'remove', portal: 'acme' });
    expect(unsaved(world.engine.state())).toBe(false);
  });
});

test.each<[SetAside, string]>([
  [{ of: 'settings', why: 'damaged', file: 'settings.set-aside.json' }, 'save settings'],
  [{ of: 'portals', why: 'damaged', file: 'portals.set-aside.json' }, 'save acme'],
])('what is to be set aside is written anew at once: %j', (aside, saved) => {
  const change = (state: State): State => ({
    ...state,
    application: { ...state.application, setAside: [aside] },
  });
  const saves = (world: World): string[] =>
    world
      .begin()
      .heard()
      .filter((done) => done.startsWith('save'));
  expect(saves(new World([acme], change))).toEqual([saved]);
  expect(saves(new World([acme]))).toEqual([]);
});
