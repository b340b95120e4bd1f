import type { BackupId } from '../../core/backup/job.ts';
import type { News } from '../../core/news/announcement.ts';
import { downloadOf } from '../../core/watch/download.ts';
import { isCared } from '../../core/status/savingStatus.ts';
import { assertNever } from '../../core/base/result.ts';
import type { State } from '../../core/state.ts';
import type { PortalAnnouncement, NewsNotification } from '../../core/news/delivery.ts';
import { notificationTitle } from './title.ts';
import { accessNotification, keyNotification, opensWindow } from './access.ts';
import { outdatedNotification, overdueNotification, scheduleGoneNotification } from './schedule.ts';
import { endingNotification, linkEndsNotification } from './ending.ts';
import { hinderedNotification, savedNotification, unsavedNotification } from './saving.ts';
import { restoredNotification } from './restored.ts';
import type { NotificationDetail, NotificationText } from './text.ts';
import { stuckReason } from '../portal/reason.ts';
import type { Words } from '../i18n/i18n.ts';

/** All that a notification says and does. `state`: knows whether the link of an ending works by now. */
export function notificationText(
  notification: NewsNotification,
  state: State,
  words: Words,
  now: number,
): NotificationText {
  return notification.kind === 'many'
    ? manyText(notification, words)
    : oneText(notification, state, words, now);
}

function manyText(
  { count, portals }: Extract<NewsNotification, { kind: 'many' }>,
  { say }: Words,
): NotificationText {
  return {
    tag: 'many',
    title: say('notification.many', { count }),
    body: say('notification.manyText', { portals }),
    urgency: 'normal',
    ...opensWindow,
  };
}

function oneText(
  { portal, announcement }: PortalAnnouncement,
  state: State,
  words: Words,
  now: number,
): NotificationText {
  const { news } = announcement;
  const title = notificationTitle(portal.name, news, words, now);
  return {
    tag: tagOf(portal.id, news),
    title,
    ...detailOf({ portal, announcement }, state, words, now),
  };
}

/** The tag of all notifications about one backup of a portal. */
export function backupTag(portal: string, { scope, job }: BackupId): string {
  return `${portal} ${scope} ${job}`;
}

/** What comes of one job replaces what was said of it before, and nothing that was said of another. */
function tagOf(portal: string, news: News): string {
  switch (news.of) {
    case 'ending':
      return backupTag(portal, { scope: news.scope, job: news.ending.job });
    case 'stuck':
    case 'linkEnds':
    case 'archiveSaved':
    case 'archiveUnsaved':
      return backupTag(portal, news);
    case 'overdue':
    case 'scheduleGone':
      return `${portal} ${news.scope} schedule`;
    case 'outdated':
    case 'restored':
    case 'access':
    case 'keyEnds':
    case 'savingHindered':
      return `${portal} ${news.of}`;
    default:
      return assertNever(news);
  }
}

function detailOf(
  { portal, announcement }: PortalAnnouncement,
  state: State,
  words: Words,
  now: number,
): NotificationDetail {
  const { news } = announcement;
  const watch = state.watches.find((candidate) => candidate.portal.id === portal.id) ?? null;
  switch (news.of) {
    case 'ending': {
      // The portal may have made another archive since.
      const backup = { scope: news.scope, job: news.ending.job };
      const offer = watch === null ? null : downloadOf(watch, backup, now);
      const saves = watch !== null && isCared(watch.saving, backup);
      return endingNotification(portal.id, news, { offer, saves }, words, now);
    }
    case 'linkEnds': {
      const offer = watch === null ? null : downloadOf(watch, news, now);
      return linkEndsNotification(portal.id, news, offer, words, now);
    }
    case 'stuck': {
      const { reason, next } = stuckReason(news, words, now);
      return { body: `${reason}\n${next}`, urgency: 'normal', ...opensWindow };
    }
    case 'overdue':
      return overdueNotification(portal.id, news, words, now);
    case 'scheduleGone':
      return scheduleGoneNotification(portal.id, words);
    case 'outdated':
      return outdatedNotification(portal.id, news.lastFinishedAt, words, now);
    case 'restored':
      return restoredNotification(news, words);
    case 'access':
      return accessNotification(news.cause, words);
    case 'keyEnds':
      return keyNotification(news.endsAt, words, now);
    case 'archiveSaved':
      return savedNotification(portal.id, news, words);
    case 'archiveUnsaved':
      return unsavedNotification(portal.id, news, words);
    case 'savingHindered':
      return hinderedNotification(portal.id, news, words);
    default:
      return assertNever(news);
  }
}
