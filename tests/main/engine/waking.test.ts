import { describe, expect, test } from 'vitest';
import { acme, day, globex, hour, minute, second } from '../../support/given.ts';
import { World } from './world.ts';

// When the engine does something by itself: for the next look, after a sleep, and for who looks at the window.

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
    expect(world.count('query')).toBe(0);
    world.clock.pass(20 * second);
    expect(world.count('query')).toBe(1);
  });

  test('is one at a time for each portal, however long the answer takes', () => {
    const world = new World([acme, globex]);
    world.answer = undefined;
    world.begin();
    world.clock.pass(hour);
    world.does({ type: 'checkNow', portal: null });
    world.clock.pass(hour);
    expect(world.count('query')).toBe(2);
  });

  test('is not waited for when there is nothing to look at', () => {
    expect(new World([]).begin().clock.waits()).toEqual([]);
  });

  test('is not waited for without a key', () => {
    const world = new World();
    world.does({ type: 'time' });
    world.does({ type: 'keyStatus', portal: 'acme', keyStatus: 'missing' });
    world.clock.pass(minute);
    expect(world.clock.waits()).toEqual([]);
  });

  test('is not waited for while the machine sleeps, nor while watching is paused', () => {
    const world = new World().begin();
    world.does({ type: 'slept' });
    expect(world.clock.waits()).toEqual([minute]);
    world.does({ type: 'woke' }).does({ type: 'paused', until: Infinity });
    expect(world.clock.waits()).toEqual([]);
    world.does({ type: 'resumed' });
    expect(world.clock.waits()).toHaveLength(1);
  });

  test('comes though the machine told that it would sleep, and never that it woke', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.does({ type: 'slept' }).heard();
    world.clock.pass(2 * minute);
    expect(world.count('query')).toBeGreaterThan(0);
  });

  test('after a pause comes when it is over; a long one is waited for in parts', () => {
    const world = new World().begin();
    world.clock.pass(5 * second);
    world.does({ type: 'paused', until: world.clock.wall() + day });
    expect(world.clock.waits()).toEqual([10 * minute]);
    world.heard();
    world.clock.pass(day - second);
    expect(world.count('query')).toBe(0);
    world.clock.pass(5 * second);
    expect(world.count('query')).toBe(1);
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
    world.clock.shiftWall(jump);
    world.clock.pass(11 * minute);
    const heard = world.heard();
    expect(heard.filter((done) => done === 'dropConnections')).toHaveLength(1);
    expect(heard.indexOf('query')).toBeGreaterThan(heard.indexOf('dropConnections'));
  });

  test('that is corrected a little at a time is left alone', () => {
    const world = new World().begin();
    for (let step = 0; step < 100; step++) {
      world.clock.shiftWall(10 * second);
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
    expect(world.count('query')).toBe(1);
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
    expect(world.count('query')).toBe(0);
    world.online = true;
    world.clock.pass(10 * second);
    expect(world.engine.state().offlineSince).toBeNull();
    expect(world.count('query')).toBe(1);
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
    expect(world.clock.waits()).toEqual([minute]);
  });
});
