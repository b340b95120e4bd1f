import { expect, test } from 'vitest';
import { Time } from './world/time.ts';

test('the time of the soak passes in whole milliseconds, and a timer never fires in the one it was set in', () => {
  const time = new Time(Date.parse('2026-11-20T03:04:11Z'));
  const clock = time.clockFor(() => true);
  const began = time.now;
  time.setWall(-300.2);
  time.at(began + 1000.3, () => time.sleep());
  time.at(began + 61_000.7, () => time.wake());
  time.run(began + 70_000);
  expect(clock.wall()).toBe(began + 70_000 - 300);
  expect(clock.steady()).toBe(began + 10_000);

  const fired: number[] = [];
  clock.after(0.000_244, () => fired.push(time.now));
  clock.after(7.2, () => fired.push(time.now));
  time.run(began + 80_000);
  expect(fired).toEqual([began + 70_001, began + 70_008]);
});
