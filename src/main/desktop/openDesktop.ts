import type { Clock } from '../clock.ts';
import type { Act, Desktop } from './desktop.ts';

/** The desktop of this platform. Only its own code is loaded. */
export async function openDesktop(
  platform: NodeJS.Platform,
  icon: string,
  act: Act,
  clock: Clock,
): Promise<Desktop> {
  if (platform !== 'linux') {
    const { openElectronDesktop } = await import('./electron/desktop.ts');
    return openElectronDesktop(act, clock);
  }
  const { openLinuxDesktop } = await import('./linux/desktop.ts');
  return openLinuxDesktop({ desktopEntry: 'keepwatch', application: 'Keepwatch', icon }, act, clock);
}
