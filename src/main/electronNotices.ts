import type { Notification } from 'electron';
import type { NoticeAction } from '../present/notice.ts';
import type { Notices } from './notices.ts';

/** What of Electron's notifications is used; Windows and macOS only. */
export type ElectronNotification = {
  isSupported: () => boolean;
  create: (options: {
    title: string;
    body: string;
    actions: Array<{ type: 'button'; text: string }>;
    urgency: 'low' | 'normal' | 'critical';
  }) => Pick<Notification, 'on' | 'show' | 'close'>;
};

const longestAnswer = 5000;

/**
 * Notices through Electron. Each one is kept referenced while it is on screen: one that is garbage-collected loses its
 * click. https://github.com/electron/electron/issues/16922
 */
export function createElectronNotices(
  electron: ElectronNotification,
  act: (action: NoticeAction) => void,
): Notices {
  const shown = new Map<string, Pick<Notification, 'close'>>();
  return {
    show: async ({ tag, title, body, urgency, click, buttons }) => {
      if (!electron.isSupported()) return false;
      shown.get(tag)?.close();
      const actions = buttons.map(({ label }) => ({ type: 'button' as const, text: label }));
      const notification = electron.create({ title, body, actions, urgency });
      shown.set(tag, notification);
      notification.on('click', () => act(click));
      notification.on('action', (_event, index) => {
        const button = buttons[index];
        if (button !== undefined) act(button.action);
      });
      return new Promise((resolve) => {
        // A system that says nothing has probably not shown it: window and menu then do.
        const limit = setTimeout(() => resolve(false), longestAnswer);
        const settle = (taken: boolean): void => {
          clearTimeout(limit);
          resolve(taken);
        };
        notification.on('show', () => settle(true));
        notification.on('failed', () => settle(false));
        notification.show();
      });
    },
    // The system's own centre is always there.
    follow: async () => undefined,
  };
}
