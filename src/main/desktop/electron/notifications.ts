import type { Action } from '../../../present/action.ts';
import type { Clock } from '../../clock.ts';
import type { Notifications } from '../desktop.ts';

/** What of Electron's notifications is used; Windows and macOS only. */
export type ElectronNotifications = {
  isSupported: () => boolean;
  create: (
    options: {
      title: string;
      body: string;
      actions: Array<{ type: 'button'; text: string }>;
      urgency: 'low' | 'normal' | 'critical';
      timeoutType: 'default' | 'never';
    },
    heard: Heard,
  ) => ElectronNotification;
};

type ElectronNotification = { show: () => void; close: () => void };

/** What can become of a notification. */
export type Heard = {
  shown: () => void;
  failed: () => void;
  click: () => void;
  button: (index: number) => void;
};

/** Which button was pressed: newer versions of Electron say it in the event, and will cease to say it beside it. */
export function chosenButton(event: { actionIndex?: number }, index: number): number {
  return event.actionIndex ?? index;
}

const longestAnswer = 5000;
/** More notifications than anybody leaves on the screen. */
const mostReferenced = 50;

/**
 * Notifications through Electron. The last one of each tag is kept referenced: one that is garbage-collected loses its
 * click. https://github.com/electron/electron/issues/16922
 */
export function createElectronNotifications(
  electron: ElectronNotifications,
  act: (action: Action) => void,
  after: Clock['after'],
): Notifications {
  const referenced = new Map<string, ElectronNotification>();
  return {
    show: async ({ tag, title, body, urgency, click, buttons }, late) => {
      if (!electron.isSupported()) return false;
      referenced.get(tag)?.close();
      const actions = buttons.map(({ label }) => ({ type: 'button' as const, text: label }));
      return new Promise((resolve) => {
        let settle = (taken: boolean): void => {
          callOff();
          resolve(taken);
        };
        // A system that says nothing has probably not shown it: window and menu then do.
        const callOff = after(longestAnswer, () => {
          settle = (taken) => {
            if (taken) late?.();
          };
          resolve(false);
        });
        const timeoutType = urgency === 'critical' ? 'never' : 'default';
        const notification = electron.create(
          { title, body, actions, urgency, timeoutType },
          {
            shown: () => settle(true),
            failed: () => settle(false),
            click: () => act(click),
            button: (index) => {
              const button = buttons[index];
              if (button !== undefined) act(button.action);
            },
          },
        );
        // The newest is the last one.
        referenced.delete(tag);
        referenced.set(tag, notification);
        for (const oldest of [...referenced.keys()].slice(0, -mostReferenced)) referenced.delete(oldest);
        notification.show();
      });
    },
    takeBack: async (tag) => {
      referenced.get(tag)?.close();
      referenced.delete(tag);
    },
    // The system's own centre is always there.
    follow: async () => undefined,
  };
}
