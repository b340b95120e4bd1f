import { Notification } from 'electron';
import type { Clock } from '../../clock.ts';
import type { Act, Desktop } from '../desktop.ts';
import { chosenButton, createElectronNotifications, type ElectronNotifications } from './notifications.ts';

const notifications: ElectronNotifications = {
  isSupported: () => Notification.isSupported(),
  create: (options, heard) => {
    const notification = new Notification(options);
    notification.on('show', heard.shown);
    notification.on('failed', heard.failed);
    notification.on('click', heard.click);
    notification.on('action', (event, index) => heard.button(chosenButton(event, index)));
    return notification;
  },
};

/** Windows and macOS: Electron's notifications, a keyring that opens with the session, a tray that is always there. */
export function openElectronDesktop(act: Act, { after }: Clock): Desktop {
  return {
    notifications: createElectronNotifications(notifications, (action) => act(action, null), after),
    followKeyring: async (tell) => tell('open'),
    unlockKeyring: async () => undefined,
    followScreenReader: async () => undefined,
    followTrayHost: async (tell) => tell('there'),
    close: () => undefined,
  };
}
