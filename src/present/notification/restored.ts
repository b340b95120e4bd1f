import type { News } from '../../core/news/announcement.ts';
import type { Words } from '../i18n/i18n.ts';
import { opensWindow } from './access.ts';
import type { NotificationDetail } from './text.ts';

/** What a notification says of a restore of the portal that has ended. */
export function restoredNotification(
  { outcome, error }: Extract<News, { of: 'restored' }>,
  { say }: Words,
): NotificationDetail {
  const next = say(outcome === 'finished' ? 'next.restored' : 'next.restoreFailed');
  return {
    body: [...(error === '' ? [] : [error]), next].join('\n'),
    urgency: outcome === 'finished' ? 'normal' : 'critical',
    ...opensWindow,
  };
}
