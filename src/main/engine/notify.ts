import type { Event } from '../../core/event.ts';
import { announcementIdsOf, type NewsNotification } from '../../core/news/delivery.ts';
import type { BackupId } from '../../core/backup/job.ts';
import type { State } from '../../core/state.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import { backupTag, notificationText } from '../../present/notification/notification.ts';
import type { Notifications } from '../desktop/desktop.ts';

/** What a notification is shown with. */
export type NotifyPorts = {
  words: Words;
  now: () => number;
  notifications: () => Promise<Notifications>;
  /** Something threw that should not. */
  failed: (error: unknown) => void;
};

/** Shows a notification, and says whether the system took it; what throws has not shown it. */
export async function notify(
  notification: NewsNotification,
  state: State,
  ports: NotifyPorts,
  dispatch: (event: Event) => void,
): Promise<void> {
  const items = announcementIdsOf(notification);
  const tellShown = (): void => dispatch({ type: 'notificationShown', items });
  if (await isShown(notification, state, ports, tellShown)) tellShown();
  else dispatch({ type: 'notificationRefused', items });
}

async function isShown(
  notification: NewsNotification,
  state: State,
  { words, now, notifications, failed }: NotifyPorts,
  late: () => void,
): Promise<boolean> {
  try {
    return await (await notifications()).show(notificationText(notification, state, words, now()), late);
  } catch (error) {
    failed(error);
    return false;
  }
}

/** Takes what was shown of a backup from the screen. */
export async function takeBack(
  portal: string,
  backup: BackupId,
  { notifications, failed }: NotifyPorts,
): Promise<void> {
  try {
    await (await notifications()).takeBack(backupTag(portal, backup));
  } catch (error) {
    failed(error);
  }
}
