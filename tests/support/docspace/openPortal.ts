import { onTestFinished } from 'vitest';
import { type ManualClock, manualClock } from '../clock.ts';
import { type Portal, type PortalOptions, startPortal } from './portal/portal.ts';

/** Starts a portal for one test; at its end it is closed, and the test fails where the fake was wrong. */
export async function openPortal(
  options: Omit<PortalOptions, 'clock'> = {},
): Promise<Portal & { clock: ManualClock }> {
  const clock = manualClock();
  const portal = await startPortal({ ...options, clock });
  onTestFinished(() => portal.close());
  return { ...portal, clock };
}
