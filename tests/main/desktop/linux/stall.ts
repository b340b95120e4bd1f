import { monitorEventLoopDelay } from 'node:perf_hooks';
import { expect } from 'vitest';

const most = 200;

/** Does something, prints how long it held everything else up at most, and allows no more than is unnoticed. */
export async function withoutStall<Value>(what: string, work: () => Promise<Value>): Promise<Value> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  try {
    return await work();
  } finally {
    delay.disable();
    const longest = Math.max(0, delay.max / 1e6 - 5);
    console.log(`longest stall, ${what}: ${longest.toFixed(0)} ms`);
    expect(longest).toBeLessThan(most);
  }
}
