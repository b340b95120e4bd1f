import { Notification } from 'electron';
import type { Act, Desktop } from './desktop.ts';
import { createElectronNotices } from './electronNotices.ts';

/** Windows and macOS: Electron's notifications, a keyring that opens with the session, a tray that is always there. */
export function openElectronDesktop(act: Act): Desktop {
  const electron = {
    isSupported: () => Notification.isSupported(),
    create: (options: Electron.NotificationConstructorOptions) => new Notification(options),
  };
  return {
    notices: createElectronNotices(electron, (action) => act(action, null)),
    followKeyring: async (tell) => tell('open'),
    followTrayHost: async (tell) => tell(true),
    close: () => undefined,
  };
}
