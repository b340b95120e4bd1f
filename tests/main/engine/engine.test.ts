import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { acme, globex, hour, minute, readsFinished, second, taskA } from '../../support/given.ts';
import { running } from './running.ts';
import { World } from './world.ts';

describe('what comes of an event', () => {
  test('is saved before anybody is told', () => {
    const world = running();
    world.answer = succeed(readsFinished());
    world.clock.pass(10 * second);
    const heard = world.heard();
    expect(heard).toContain('notify');
    expect(heard.indexOf('save acme')).toBeLessThan(heard.indexOf('notify'));
  });

  test('is shown once, when all of it is done', () => {
    const world = new World([acme, globex]).begin();
    world.heard();
    world.does({ type: 'rename', portal: 'acme', name: 'Other' });
    expect(world.heard()).toEqual(['save settings', 'present']);
    expect(world.shown.at(-1)?.watches[0]?.portal.name).toBe('Other');
  });

  test('can be another event: it is taken after this one, and shown with it', () => {
    const world = new World().begin();
    world.onPerform = (effect) => {
      if (effect.do !== 'open') return;
      world.does({ type: 'rename', portal: 'acme', name: 'Later' });
      expect(world.engine.state().watches[0]?.portal.name).toBe('Acme');
    };
    world.heard();
    world.does({ type: 'openPage', portal: 'acme', backup: taskA });
    expect(world.heard()).toEqual(['open', 'save settings', 'present']);
    expect(world.engine.state().watches[0]?.portal.name).toBe('Later');
  });

  test('can be an event while it is shown: that is not lost', () => {
    const world = new World().begin();
    world.onPresent = () => {
      world.onPresent = () => undefined;
      world.does({ type: 'rename', portal: 'acme', name: 'Later' });
    };
    world.does({ type: 'time' });
    expect(world.shown.at(-1)?.watches[0]?.portal.name).toBe('Later');
    expect(world.clock.waits()).toHaveLength(1);
  });
});

describe('after a bug', () => {
  test('the watching goes on', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.onPerform = () => {
      world.onPerform = () => undefined;
      throw new Error('a bug');
    };
    expect(() => world.clock.pass(2 * minute)).toThrow('a bug');
    world.heard();
    world.does({ type: 'woke' }).does({ type: 'clockJumped' });
    world.clock.pass(10 * minute);
    expect(world.count('query')).toBeGreaterThan(5);
  });

  test('in what shows it, the watching goes on', () => {
    const world = new World().begin();
    world.onPresent = () => {
      throw new Error('a bug');
    };
    expect(() => world.does({ type: 'time' })).toThrow('a bug');
    expect(world.clock.waits()).toHaveLength(1);
  });

  test('that comes back at once, the machine is not kept busy', () => {
    const world = new World().begin();
    world.onPerform = () => {
      throw new Error('a bug');
    };
    for (let turn = 0; turn < 5; turn++) {
      expect(() =>
        world
          .does({ type: 'checkNow', portal: null })
          .does({ type: 'openPage', portal: 'acme', backup: taskA }),
      ).toThrow('a bug');
      expect(Math.min(...world.clock.waits())).toBeGreaterThanOrEqual(second);
    }
  });
});

test('what is stopped does nothing any more', () => {
  const world = new World().begin();
  world.engine.stop();
  expect(world.clock.waits()).toEqual([]);
  world.heard();
  world.does({ type: 'checkNow', portal: null }).does({ type: 'windowOpened' });
  world.clock.pass(hour);
  expect(world.heard()).toEqual([]);
});

test('stopped in the middle of a turn, it does not wake again', () => {
  const world = new World().begin();
  world.onPerform = () => world.engine.stop();
  world.does({ type: 'openPage', portal: 'acme', backup: taskA });
  expect(world.clock.waits()).toEqual([]);
});
