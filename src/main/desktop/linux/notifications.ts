import { Variant } from '@jellybrick/dbus-next';
import type { Action } from '../../../present/action.ts';
import type { NotificationText } from '../../../present/notification/text.ts';
import type { Notifications } from '../desktop.ts';
import type { BusReply, Bus, BusSignal, BusTarget } from './bus.ts';

const name = 'org.freedesktop.Notifications';
const target: BusTarget = { destination: name, path: '/org/freedesktop/Notifications', interface: name };
/** So many notifications can be clicked in the server's history: far more than it shows. */
const longestHistory = 100;
const urgencies = { low: 0, normal: 1, critical: 2 } as const;

/**
 * A notification that the server has taken, on the screen or in its history: what each click on it does that has not been
 * done yet, and the permission that came along.
 */
type Shown = {
  actions: Map<unknown, Action>;
  activationToken: string | null;
};

/**
 * Notifications over the desktop's own notification server (Desktop Notifications Specification 1.2). Electron's would
 * freeze the application for 25 s on a server that hangs, and knows neither buttons nor replacing on Linux.
 */
export function createNotifications(
  bus: Bus,
  identity: { desktopEntry: string; application: string; icon: string },
  act: (action: Action, activationToken: string | null) => void,
): Notifications {
  const shown = new Map<unknown, Shown>();
  /** The number of the notification on the screen, by its tag. */
  const onScreen = new Map<string, number>();
  let capabilities: readonly string[] | null = null;
  let server: string | null = null;
  let tellBack = (): void => undefined;

  const invoke = (notification: Shown, key: unknown): void => {
    const action = notification.actions.get(key);
    // GNOME tells of a click twice: once everybody, once us alone.
    notification.actions.delete(key);
    if (action !== undefined) act(action, notification.activationToken);
    notification.activationToken = null;
  };
  const hear = ({ member, body: [id, detail] }: BusSignal): void => {
    const notification = shown.get(id);
    // Everybody hears the signals about everybody's notifications.
    if (notification === undefined) return;
    if (member === 'ActivationToken' && typeof detail === 'string') notification.activationToken = detail;
    if (member === 'ActionInvoked') invoke(notification, detail);
    // Plasma does not show what takes the place of a notification that has left the screen. In its history it can still be clicked.
    if (member === 'NotificationClosed')
      for (const [tag, number] of onScreen) if (number === id) onScreen.delete(tag);
  };
  // A click may arrive together with the number of its notification, which is taken in first.
  const listening = bus.listen(target, (signal) => void setImmediate(hear, signal));

  /** What the server can do; null when it does not answer. Whatever it answers later, it is there again then. */
  const ask = async (): Promise<readonly string[] | null> => {
    const answer = await bus.call(target, 'GetCapabilities', '', [], () => tellBack());
    if (!answer.ok) return answer.reason.kind === 'silent' ? null : [];
    const [list] = answer.value;
    capabilities = Array.isArray(list) ? list.filter((entry) => typeof entry === 'string') : [];
    return capabilities;
  };

  /** Whether an answer to Notify says that the notification is shown. */
  const isShown = (text: NotificationText, answer: BusReply): boolean => {
    const [id] = answer.ok ? answer.value : [];
    if (typeof id !== 'number') return false;
    onScreen.set(text.tag, id);
    // The newest is the last one.
    shown.delete(id);
    shown.set(id, { actions: actionsOf(text), activationToken: null });
    for (const oldest of [...shown.keys()].slice(0, -longestHistory)) shown.delete(oldest);
    return true;
  };

  return {
    show: async (text, late) => {
      await listening;
      const can = capabilities ?? (await ask());
      if (can === null) return false;
      const body = [
        identity.application,
        onScreen.get(text.tag) ?? 0,
        identity.icon,
        text.title,
        can.includes('body-markup') ? escapeMarkup(text.body) : text.body,
        can.includes('actions') ? actionList(text) : [],
        {
          'desktop-entry': new Variant('s', identity.desktopEntry),
          urgency: new Variant('y', urgencies[text.urgency]),
        },
        -1,
      ];
      const hearLate = (answer: BusReply): void => {
        if (isShown(text, answer)) late?.();
      };
      return isShown(text, await bus.call(target, 'Notify', 'susssasa{sv}i', body, hearLate));
    },
    takeBack: async (tag) => {
      const id = onScreen.get(tag);
      if (id === undefined) return;
      onScreen.delete(tag);
      await bus.call(target, 'CloseNotification', 'u', [id]);
    },
    follow: async (tell) => {
      tellBack = tell;
      await bus.followName(name, (owner) => {
        // Another server counts anew: its numbers belong to other people's notifications.
        if (owner !== server) {
          shown.clear();
          onScreen.clear();
          capabilities = null;
        }
        server = owner;
        if (owner !== null) tell();
      });
    },
  };
}

/** Keys and labels in turn; the key of a button is its number, the click on the notification itself is "default". */
function actionList({ buttons }: NotificationText): string[] {
  return ['default', '', ...buttons.flatMap(({ label }, index) => [String(index + 1), label])];
}

function actionsOf({ click, buttons }: NotificationText): Shown['actions'] {
  return new Map([
    ['default', click],
    ...buttons.map(({ action }, index) => [String(index + 1), action] as const),
  ]);
}

/** Servers with body-markup read the body as markup, and a server's sentence is not ours. */
function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
