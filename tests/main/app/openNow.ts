import { openPortal } from '../../support/docspace/openPortal.ts';
import { SimulatedClock } from '../../support/time/simulatedClock.ts';
import type { Portal, PortalOptions } from '../../support/docspace/portal/portal.ts';

/** A fake portal in the time of the application, whose own clock is the real one. */
export async function openNow(options: Omit<PortalOptions, 'clock'> = {}): Promise<Portal> {
  return openPortal(options, new SimulatedClock(Date.now()));
}
