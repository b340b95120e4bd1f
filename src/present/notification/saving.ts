import type { News } from '../../core/news/announcement.ts';
import type { Words } from '../i18n/i18n.ts';
import { savedPhrase } from '../portal/saving.ts';
import { opensWindow } from './access.ts';
import type { NotificationDetail } from './text.ts';

type Of<Kind extends News['of']> = Extract<News, { of: Kind }>;

/** What a notification says of an archive that was saved; a click shows it in its folder. */
export function savedNotification(
  portal: string,
  { scope, job, file, files, missing }: Of<'archiveSaved'>,
  words: Words,
): NotificationDetail {
  const contents = { files, missing, bytes: 0, databases: true, storage: true };
  const action = { type: 'showArchive', portal, backup: { scope, job } } as const;
  return {
    body: [savedPhrase(contents, words), words.say('notification.in', { file })].join('\n'),
    urgency: 'normal',
    click: action,
    buttons: [{ label: words.say('label.showArchive'), action }],
  };
}

/** What a notification says of an archive that was not saved, or that nobody can use. */
export function unsavedNotification(
  portal: string,
  { scope, job, why }: Of<'archiveUnsaved'>,
  { say }: Words,
): NotificationDetail {
  const backup = { scope, job };
  const page = { type: 'openPage', portal, backup } as const;
  const again = { type: 'saveArchive', portal, backup } as const;
  const lost = why === 'expired' || why === 'gone';
  return {
    body: [say(`saving.${why}`), say(lost ? 'saving.unsavedNext' : 'saving.sizeNext')].join('\n'),
    urgency: 'critical',
    click: lost ? page : { type: 'openWindow' },
    buttons: lost
      ? [{ label: say('label.openPage'), action: page }]
      : [{ label: say('label.saveArchive'), action: again }],
  };
}

/** What a notification says of a folder that takes no archives. */
export function hinderedNotification(
  portal: string,
  { why, folder }: Of<'savingHindered'>,
  { say }: Words,
): NotificationDetail {
  return {
    body: [say(`saving.${why}`, { folder }), say(`saving.${why}Next`)].join('\n'),
    urgency: 'critical',
    click: opensWindow.click,
    buttons: [{ label: say('label.retrySaving'), action: { type: 'retrySaving', portal } }],
  };
}
