import type { News } from '../../core/news/announcement.ts';
import { overdueReason } from '../portal/reason.ts';
import type { NotificationDetail } from './text.ts';
import type { Words } from '../i18n/i18n.ts';

/** What a notification says of a due backup that did not come. */
export function overdueNotification(
  portal: string,
  { scope, dueAt, lastFinishedAt }: Extract<News, { of: 'overdue' }>,
  words: Words,
  now: number,
): NotificationDetail {
  const { say } = words;
  const reason = overdueReason(lastFinishedAt, words, now);
  // In which time zone the hour of a whole server's schedule counts is not known.
  const due = scope === 'server' ? [] : [say('notification.due', { when: words.when(dueAt, now) })];
  return leadingToPage(portal, [reason, ...due, say('next.overdue')], words);
}

/** What a notification says of a schedule that the portal has no more. */
export function scheduleGoneNotification(portal: string, words: Words): NotificationDetail {
  return leadingToPage(portal, [words.say('why.scheduleGone'), words.say('next.scheduleGone')], words);
}

/** What a notification says where no backup has finished for longer than its user wants. */
export function outdatedNotification(
  portal: string,
  lastFinishedAt: number | null,
  words: Words,
  now: number,
): NotificationDetail {
  return leadingToPage(
    portal,
    [overdueReason(lastFinishedAt, words, now), words.say('next.outdated')],
    words,
  );
}

/** From here on nothing happens by itself: it stays until somebody has seen it. */
function leadingToPage(portal: string, lines: readonly string[], { say }: Words): NotificationDetail {
  const action = { type: 'openPage', portal, backup: null } as const;
  return {
    body: lines.join('\n'),
    urgency: 'critical',
    click: action,
    buttons: [{ label: say('label.openPage'), action }],
  };
}
