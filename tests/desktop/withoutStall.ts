import { expect } from 'vitest';
import type { Desktop } from './harness/desktop.ts';
import { StallMeter } from './harness/stallMeter.ts';

/** What nobody notices, in milliseconds. */
const most = 200;

/**
 * Does something, prints how long the application's main thread stood still at most meanwhile, and allows little. On a
 * machine that is busy with other things everything takes longer, in proportion: what counts is what it would have been.
 */
export async function withoutStall<Value>(
  desktop: Desktop,
  pid: number,
  what: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const meter = await StallMeter.open(desktop, pid);
  const value = await work();
  const longest = await meter.close();
  const { answers, longestGap, slowness } = meter;
  const busy = `${longest.toFixed(0)} ms on this machine, ${slowness.toFixed(1)} times slower than alone`;
  const asked = `asked ${answers} times, ${longestGap.toFixed(0)} ms apart at most`;
  console.log(`longest stall, ${what}: ${(longest / slowness).toFixed(0)} ms (${busy}; ${asked})`);
  expect(answers).toBeGreaterThan(20);
  expect(longest / slowness).toBeLessThan(most);
  return value;
}
