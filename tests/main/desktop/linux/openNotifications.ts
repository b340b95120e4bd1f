import { setImmediate as breath } from 'node:timers/promises';
import { createNotifications } from '../../../../src/main/desktop/linux/notifications.ts';
import type { Action } from '../../../../src/present/action.ts';
import type { NotificationText } from '../../../../src/present/notification/text.ts';
import type { Desktop } from '../../../support/desktop/desktop.ts';
import { serverName, serverPath } from '../../../support/desktop/notification.ts';
import {
  NotificationServer,
  type ServerOptions,
  type ShownNotification,
} from '../../../support/desktop/notificationServer.ts';
import { waitFor } from '../../../support/desktop/waitFor.ts';
import { connectTo } from './buses.ts';
export const bare = { display: false, systemBus: false } as const;
const identity = { desktopEntry: 'keepwatch', application: 'Keepwatch', icon: '/icons/keepwatch.png' };

/** The backup that the notifications here are about. */
export const backup = { scope: 'portal', job: 'task-a' } as const;

export function notification(parts: Partial<NotificationText> = {}): NotificationText {
  return {
    tag: 'acme portal',
    title: 'Acme: backup finished',
    body: 'acme.tar.gz & <b>more</b>',
    urgency: 'normal',
    click: { type: 'openLink', portal: 'acme', backup },
    buttons: [
      { label: 'Open link', action: { type: 'openLink', portal: 'acme', backup } },
      { label: 'Copy link', action: { type: 'copyLink', portal: 'acme', backup } },
    ],
    ...parts,
  };
}

/** Notifications on a desktop, and what was clicked; `there`: a server is on the bus from the beginning. */
export async function openNotifications(desktop: Desktop, options: ServerOptions & { there?: boolean } = {}) {
  const server = await NotificationServer.open(desktop, options);
  if (options.there === false) await server.vanish();
  const clicked: Array<[Action, string | null]> = [];
  const appeared: number[] = [];
  const bus = await connectTo(desktop);
  const notifications = createNotifications(bus, identity, (action, token) => clicked.push([action, token]));
  await notifications.follow(() => appeared.push(appeared.length));
  const clicks = async (count: number) => {
    await waitFor(`${count} clicks`, () => clicked.length >= count);
    return clicked;
  };
  /** Shows a notification, as the server has it then. */
  const shows = async (): Promise<ShownNotification> => {
    await notifications.show(notification());
    return server.nth();
  };
  /** Waits until what the server has said so far is heard: its answer comes after it. */
  const arrived = async (): Promise<void> => {
    await bus.call({ destination: serverName, path: serverPath, interface: serverName }, 'GetCapabilities');
    await breath();
  };
  return { server, notifications, clicks, shows, appeared, arrived };
}
