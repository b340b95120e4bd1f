import { existsSync } from 'node:fs';
import type { Clock } from '../../clock.ts';
import type { Act, Desktop } from '../desktop.ts';
import { openBus, sessionBusAddress } from './bus.ts';
import { followKeyring } from './keyring.ts';
import { createNotifications } from './notifications.ts';
import { followTrayHost } from './trayHost.ts';

/** Linux: what Electron hides of the desktop, over one connection to the session bus. */
export async function openLinuxDesktop(
  identity: { desktopEntry: string; application: string; icon: string },
  act: Act,
  { after }: Clock,
): Promise<Desktop> {
  const address = sessionBusAddress(process.env, existsSync);
  const bus = address === null ? null : await openBus(address);
  if (bus === null) return nothing;
  return {
    notices: createNotifications(bus, identity, act),
    followKeyring: async (tell) => followKeyring(bus, tell, after),
    followTrayHost: async (tell) => followTrayHost(bus, tell, after),
    close: bus.close,
  };
}

/** Without a session bus there is nothing of it, and everything says so. */
const nothing: Desktop = {
  notices: { show: async () => false, follow: async () => undefined },
  followKeyring: async (tell) => tell('absent'),
  followTrayHost: async (tell) => tell('absent'),
  close: () => undefined,
};
