import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/result.ts';
import type { SetAside, State } from '../../../src/core/state.ts';
import { acme, day, globex, hour, minute, reads, readsFinished, second } from '../../core/given.ts';
import { World } from './world.ts';

/** A world in which a backup has just been seen running. */
function running(): World {
  const world = new World().begin();
  world.clock.pass(5 * second);
  world.answer = succeed(reads());
  world.does({ type: 'checkNow', portal: null });
  world.clock.pass(1);
  world.heard();
  return world;
}

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
    world.does({ type: 'openPage', portal: 'acme' });
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

describe('the next look', () => {
  test('is waited for by one timer, whatever happens in between', () => {
    const world = new World([acme, globex]).begin();
    for (let event = 0; event < 20; event++) {
      world.does({ type: 'time' }).does({ type: 'windowBlurred' });
      world.clock.pass(700);
      expect(world.clock.waits().length).toBeLessThanOrEqual(1);
    }
  });

  test('comes at its time', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.heard();
    world.clock.pass(50 * second);
    expect(world.count('look')).toBe(0);
    world.clock.pass(20 * second);
    expect(world.count('look')).toBe(1);
  });

  test('is one at a time for each portal, however long the answer takes', () => {
    const world = new World([acme, globex]);
    world.answer = undefined;
    world.begin();
    world.clock.pass(hour);
    world.does({ type: 'checkNow', portal: null });
    world.clock.pass(hour);
    expect(world.count('look')).toBe(2);
  });

  test('is not waited for when there is nothing to look at', () => {
    expect(new World([]).begin().clock.waits()).toEqual([]);
  });

  test('is not waited for without a key', () => {
    const world = new World();
    world.does({ type: 'time' });
    world.does({ type: 'credential', portal: 'acme', credential: 'missing' });
    world.clock.pass(minute);
    expect(world.clock.waits()).toEqual([]);
  });

  test('is not waited for while the machine sleeps, nor while watching is paused', () => {
    const world = new World().begin();
    world.does({ type: 'slept' });
    expect(world.clock.waits()).toEqual([]);
    world.does({ type: 'woke' }).does({ type: 'paused', until: Infinity });
    expect(world.clock.waits()).toEqual([]);
    world.does({ type: 'resumed' });
    expect(world.clock.waits()).toHaveLength(1);
  });

  test('after a pause comes when it is over; a long one is waited for in parts', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.does({ type: 'paused', until: world.clock.wall() + day });
    expect(world.clock.waits()).toEqual([10 * minute]);
    world.heard();
    world.clock.pass(day - second);
    expect(world.count('look')).toBe(0);
    world.clock.pass(10 * second);
    expect(world.count('look')).toBe(1);
  });
});

describe('the clock', () => {
  test.each([
    ['forward by an hour', hour],
    ['forward by a day', day],
    ['back by an hour', -hour],
    ['back by a day', -day],
  ])('that is set %s is noticed: one look soon, over new connections', (_how, jump) => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.heard();
    world.clock.set(world.clock.wall() + jump);
    world.clock.pass(11 * minute);
    const heard = world.heard();
    expect(heard.filter((done) => done === 'dropConnections')).toHaveLength(1);
    expect(heard.indexOf('look')).toBeGreaterThan(heard.indexOf('dropConnections'));
  });

  test('that is corrected a little at a time is left alone', () => {
    const world = new World().begin();
    for (let step = 0; step < 100; step++) {
      world.clock.set(world.clock.wall() + 10 * second);
      world.clock.pass(minute);
    }
    expect(world.count('dropConnections')).toBe(0);
  });

  test('tells of a sleep that nobody announced', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.heard();
    world.clock.sleep(8 * hour);
    world.clock.pass(70 * second);
    expect(world.count('dropConnections')).toBe(1);
  });

  test('and the system both tell of a sleep: it is one waking, and one look', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.does({ type: 'slept' }).does({ type: 'slept' });
    world.clock.sleep(8 * hour);
    world.heard();
    world.does({ type: 'woke' }).does({ type: 'woke' });
    world.clock.pass(10 * second);
    expect(world.count('look')).toBe(1);
  });
});

describe('the network', () => {
  test('that goes is noticed with the next look, and that it is back within seconds', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.online = false;
    world.clock.pass(70 * second);
    expect(world.engine.state().offlineSince).not.toBeNull();
    world.heard();
    world.clock.pass(10 * minute);
    expect(world.count('look')).toBe(0);
    world.online = true;
    world.clock.pass(10 * second);
    expect(world.engine.state().offlineSince).toBeNull();
    expect(world.count('look')).toBe(1);
  });
});

describe('an open window', () => {
  test('is renewed each second while somebody looks, less often while nobody does, and never when it is closed', () => {
    const world = new World().begin();
    world.answer = undefined;
    world.clock.pass(5 * second);
    const renewals = (length: number): number => {
      world.heard();
      world.clock.pass(length);
      return world.count('present');
    };
    world.does({ type: 'windowOpened' });
    expect(renewals(30 * second)).toBeGreaterThanOrEqual(30);
    world.does({ type: 'windowBlurred' });
    expect(renewals(30 * second)).toBe(6);
    world.does({ type: 'windowClosed' });
    expect(renewals(30 * second)).toBe(0);
  });

  test('is not renewed while the machine sleeps', () => {
    const world = new World();
    world.answer = undefined;
    world.begin().does({ type: 'windowOpened' }).does({ type: 'slept' });
    expect(world.clock.waits()).toEqual([]);
  });
});

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
  [{ of: 'ledger', why: 'damaged', file: 'ledger.set-aside.json' }, 'save acme'],
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
    expect(world.count('look')).toBeGreaterThan(5);
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
        world.does({ type: 'checkNow', portal: null }).does({ type: 'openPage', portal: 'acme' }),
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
  world.does({ type: 'openPage', portal: 'acme' });
  expect(world.clock.waits()).toEqual([]);
});
