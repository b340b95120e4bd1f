import { expect, test } from 'vitest';
import { SimulatedClock } from './simulatedClock.ts';

test('time passes in whole milliseconds, and no timer of a process fires in the one it was set in', () => {
  const time = new SimulatedClock();
  const clock = time.clockFor(() => true);
  const began = time.now();
  time.shiftWall(-300.2);
  time.at(began + 1000.3, () => time.fallAsleep());
  time.at(began + 61_000.7, () => time.wake());
  time.run(began + 70_000);
  expect(clock.wall()).toBe(began + 70_000 - 300);
  expect(clock.steady()).toBe(began + 10_000);

  const fired: number[] = [];
  clock.after(0.000_244, () => fired.push(time.now()));
  clock.after(7.2, () => fired.push(time.now()));
  time.run(began + 80_000);
  expect(fired).toEqual([began + 70_001, began + 70_008]);
});

test('timers wake in order, each at its own time, also one that another sets', () => {
  const clock = new SimulatedClock();
  const woken: [string, number][] = [];
  const wake = (name: string) => () => woken.push([name, clock.steady()]);
  const began = clock.steady();
  clock.after(20, wake('second'));
  clock.after(10, () => {
    wake('first')();
    clock.after(5, wake('between'));
  });
  clock.after(15, wake('called off'))();
  expect(clock.waits()).toEqual([10, 20]);
  clock.pass(100);
  expect(woken.map(([name, at]) => [name, at - began])).toEqual([
    ['first', 10],
    ['between', 15],
    ['second', 20],
  ]);
});

test('asleep, only the wall clock goes on; set wrong, only it is wrong', () => {
  const clock = new SimulatedClock();
  const { now, wall, steady } = clock;
  const [trueTime, steadily] = [now(), steady()];
  let woken = false;
  clock.after(60_000, () => (woken = true));
  clock.sleep(3_600_000);
  expect([wall() - trueTime, steady() - steadily, woken]).toEqual([3_600_000, 0, false]);
  clock.shiftWall(-1000);
  expect([wall() - now(), steady() - steadily, now() - trueTime]).toEqual([-1000, 0, 3_600_000]);
  clock.pass(60_000);
  expect(woken).toBe(true);
});
