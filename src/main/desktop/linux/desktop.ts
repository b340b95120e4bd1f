import { existsSync } from 'node:fs';
import type { Clock } from '../../clock.ts';
import type { KeyringState } from '../../../core/state.ts';
import type { Act, Desktop, Notifications, TrayHost } from '../desktop.ts';
import { type Bus, openBus, sessionBusAddress } from './bus.ts';
import { followEitherTray } from './eitherTray.ts';
import { createKeyring, type Keyring } from './keyring.ts';
import { createNotifications } from './notifications.ts';
import { followScreenReader } from './screenReader.ts';
import { followTrayHost } from './trayHost.ts';

/** A session bus that is not there, or went away, is looked for this often: nobody tells when it comes. */
const pause = 30_000;

/** Linux: what Electron hides of the desktop, over one connection to the session bus. */
export async function openLinuxDesktop(
  identity: { desktopEntry: string; application: string; icon: string },
  act: Act,
  { after }: Clock,
): Promise<Desktop> {
  let bus: Bus | null = null;
  let notifications = nobody;
  let callOff = (): void => undefined;
  let closed = false;
  let keyring: Keyring | null = null;
  let endTray = (): void => undefined;
  const followers: Array<() => Promise<void>> = [];

  const lookLater = (): void => {
    if (!closed) callOff = after(pause, () => void find());
  };
  const take = async (found: Bus | null): Promise<void> => {
    bus = found;
    notifications = found === null ? nobody : createNotifications(found, identity, act);
    await Promise.all(followers.map(async (follow) => follow()));
  };
  const find = async (): Promise<void> => {
    const address = sessionBusAddress(process.env, existsSync);
    const found =
      address === null
        ? null
        : await openBus(address, undefined, () => {
            void take(null);
            lookLater();
          });
    if (found === null) lookLater();
    else await take(found);
  };
  /** What is told of a bus that has gone by then is old. */
  const follow = async <Told>(
    tell: (told: Told) => void,
    without: Told,
    begin: (found: Bus, tellOf: (told: Told) => void) => Promise<void>,
  ): Promise<void> => {
    const followNow = async (): Promise<void> => {
      const found = bus;
      if (found === null) return tell(without);
      await begin(found, (told) => {
        if (bus === found) tell(told);
      });
    };
    followers.push(followNow);
    await followNow();
  };

  await find();
  return {
    notifications: {
      show: async (text, late) => notifications.show(text, late),
      takeBack: async (tag) => notifications.takeBack(tag),
      follow: async (tell) => {
        followers.push(async () => notifications.follow(tell));
        await notifications.follow(tell);
      },
    },
    followKeyring: async (tell) =>
      follow<KeyringState>(tell, 'absent', async (found, tellOf) => {
        keyring = createKeyring(found, after);
        await keyring.follow(tellOf);
      }),
    unlockKeyring: async () => {
      if (bus !== null) await keyring?.unlock();
    },
    followScreenReader: async (tell) => follow(tell, false, followScreenReader),
    followTrayHost: async (tell) => {
      endTray = await followEitherTray(process.env, tell, async (tellHost) =>
        follow<TrayHost>(tellHost, 'absent', async (found, tellOf) => followTrayHost(found, tellOf, after)),
      );
    },
    close: () => {
      endTray();
      closed = true;
      callOff();
      bus?.close();
    },
  };
}

/** Without a session bus there is nothing of it, and everything says so. */
const nobody: Notifications = {
  show: async () => false,
  takeBack: async () => undefined,
  follow: async () => undefined,
};
