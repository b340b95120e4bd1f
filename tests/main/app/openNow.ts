import { openPortal } from '../../support/docspace/openPortal.ts';
import type { Portal, PortalOptions } from '../../support/docspace/portal/portal.ts';

/** A fake portal in the time of the application, whose own clock is the real one. */
export async function openNow(options: Omit<PortalOptions, 'clock'> = {}): Promise<Portal> {
  const portal = await openPortal(options);
  portal.clock.set(Date.now());
  return portal;
}
