import type { Event } from '../../core/event.ts';
import { announcementIdsOf, type Notice } from '../../core/news/delivery.ts';
import type { State } from '../../core/state.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import { notificationText } from '../../present/notification/notification.ts';
import type { Notifications } from '../desktop/desktop.ts';

/** What a notice is shown with. */
export type NotifyPorts = {
  words: Words;
  now: () => number;
  notices: () => Promise<Notifications>;
  /** Something threw that should not. */
  failed: (error: unknown) => void;
};

/** Shows a notice, and says whether the system took it; what throws has not shown it. */
export async function notify(
  notice: Notice,
  state: State,
  ports: NotifyPorts,
  dispatch: (event: Event) => void,
): Promise<void> {
  const items = announcementIdsOf(notice);
  const tellShown = (): void => dispatch({ type: 'noticeShown', items });
  if (await isShown(notice, state, ports, tellShown)) tellShown();
  else dispatch({ type: 'noticeRefused', items });
}

async function isShown(
  notice: Notice,
  state: State,
  { words, now, notices, failed }: NotifyPorts,
  late: () => void,
): Promise<boolean> {
  try {
    return await (await notices()).show(notificationText(notice, state, words, now()), late);
  } catch (error) {
    failed(error);
    return false;
  }
}
