import { expect, test } from 'vitest';
import { Desktop } from './desktop.ts';
import { driveApplication } from './drivenApplication.ts';
import { fixture } from './fixture.ts';
import { StallMeter } from './stallMeter.ts';
import { StatusNotifierHost } from './statusNotifierHost.ts';
import { waitFor } from './waitFor.ts';

/** An application, and a meter that has begun to measure it. */
async function measured(desktop: Desktop) {
  const host = await StatusNotifierHost.open(desktop);
  const { electron, pid } = await driveApplication(desktop, { project: fixture });
  await host.tray.item();
  const meter = await StallMeter.open(desktop, pid);
  await waitFor('the first answers', () => meter.answers > 10);
  return { electron, pid, meter };
}

test('an application that stands still for a moment is measured from outside', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { electron, meter } = await measured(desktop);
  expect(meter.longest).toBeLessThan(200);

  await electron.evaluate((_electron, length) => {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, length);
  }, 1000);
  const longest = await meter.close();
  expect(longest).toBeGreaterThan(500);
  expect(meter.longestInAll + meter.longestGap).toBeGreaterThan(990);
});

test('what others take of the processors is no stall of its own', async () => {
  await using desktop = await Desktop.open({ systemBus: false });
  const { electron, pid, meter } = await measured(desktop);

  // Both on one processor: each gets half of it.
  desktop.start('taskset', ['--cpu-list', '0', 'sh', '-c', 'while :; do :; done']);
  await desktop.run('taskset', '--pid', '--cpu-list', '0', String(pid));
  await electron.evaluate((_electron, length) => {
    const end = Date.now() + length;
    while (Date.now() < end);
  }, 1000);
  await meter.close();
  expect(meter.longestInAll).toBeGreaterThan(500);
  expect(meter.longest).toBeLessThan(0.8 * meter.longestInAll);
  expect(meter.longest).toBeGreaterThan(0);
});
