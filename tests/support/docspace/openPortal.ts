import { onTestFinished } from 'vitest';
import { SimulatedClock } from '../time/simulatedClock.ts';
import { type Portal, type PortalOptions, startPortal } from './portal/portal.ts';

/** Starts a portal for one test; at its end it is closed, and the test fails where the fake was wrong. */
export async function openPortal(
  options: Omit<PortalOptions, 'clock'> = {},
  clock = new SimulatedClock(),
): Promise<Portal & { clock: SimulatedClock }> {
  const portal = await startPortal({ ...options, clock });
  onTestFinished(() => portal.close());
  return { ...portal, clock };
}
