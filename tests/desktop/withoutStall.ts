import { expect } from 'vitest';
import type { Desktop } from '../support/desktop/desktop.ts';
import { StallMeter } from '../support/desktop/stallMeter.ts';
import { waitFor } from '../support/desktop/waitFor.ts';

/** What nobody notices, in milliseconds. */
const most = 200;

/** Does something, prints how long the application's main thread stood still at most meanwhile, and allows little. */
export async function withoutStall<Value>(
  desktop: Desktop,
  pid: number,
  what: string,
  work: () => Promise<Value>,
): Promise<Value> {
  const meter = await StallMeter.open(desktop, pid);
  const value = await work();
  // Too few answers would prove nothing.
  await waitFor('answers enough', () => meter.answers > 20);
  const longest = await meter.close();
  const { answers, longestGap, longestInAll } = meter;
  const busy = `${longestInAll.toFixed(0)} ms with what others took of the processors`;
  const asked = `asked ${answers} times, ${longestGap.toFixed(0)} ms apart at most`;
  console.log(`longest stall, ${what}: ${longest.toFixed(0)} ms (${busy}; ${asked})`);
  expect(longest).toBeLessThan(most);
  return value;
}
