import type { News } from '../../core/news/announcement.ts';
import type { AvailableDownload } from '../../core/backup/downloadLink.ts';
import type { BackupId } from '../../core/backup/job.ts';
import { opensWindow } from './access.ts';
import type { NotificationDetail } from './text.ts';
import { endingReason } from '../portal/reason.ts';
import type { Words } from '../i18n/i18n.ts';
import { minute } from '../../core/base/time.ts';

type EndingNews = Extract<News, { of: 'ending' }>;

/**
 * What a notification says of a backup that has ended; `offer`: the link of this very backup, while it works; `saves`: its
 * archive is being saved already.
 */
export function endingNotification(
  portal: string,
  news: EndingNews,
  { offer, saves }: { offer: AvailableDownload | null; saves: boolean },
  words: Words,
  now: number,
): NotificationDetail {
  const { say } = words;
  const backup: BackupId = { scope: news.scope, job: news.ending.job };
  const page = { type: 'openPage', portal, backup } as const;
  const link = { type: 'openLink', portal, backup } as const;
  return {
    body: [...linesOf(news, offer, words, now), ...ageOf(news, words, now)].join('\n'),
    urgency: news.outcome === 'failed' ? 'critical' : news.outcome === 'cancelled' ? 'low' : 'normal',
    click: offer === null ? (news.outcome === 'cancelled' ? { type: 'openWindow' } : page) : link,
    buttons:
      offer === null
        ? [{ label: say('label.openPage'), action: page }]
        : linkButtons(portal, backup, saves, words),
  };
}

/** What a notification says of a link that dies soon and that nobody has used; `offer`: null where it has died meanwhile. */
export function linkEndsNotification(
  portal: string,
  { scope, job }: Extract<News, { of: 'linkEnds' }>,
  offer: AvailableDownload | null,
  words: Words,
  now: number,
): NotificationDetail {
  const backup: BackupId = { scope, job };
  if (offer === null)
    return { body: words.say('notification.linkUnused'), urgency: 'normal', ...opensWindow };
  const { archive, foreignHost } = offer.download;
  return {
    body: [
      words.say('notification.linkUnused'),
      ...(foreignHost === null ? [] : [words.say('notification.linkHost', { host: foreignHost })]),
      ...(archive === null ? [] : [archive]),
      words.say('notification.age', { when: words.when(offer.endedAt, now) }),
    ].join('\n'),
    urgency: 'normal',
    click: { type: 'openLink', portal, backup },
    buttons: linkButtons(portal, backup, false, words),
  };
}

/** GNOME shows three, and others fewer: the first ones count. */
function linkButtons(
  portal: string,
  backup: BackupId,
  saves: boolean,
  { say }: Words,
): NotificationDetail['buttons'] {
  const types = saves
    ? (['openLink', 'copyLink'] as const)
    : (['openLink', 'saveArchive', 'copyLink'] as const);
  return types.map((type) => ({ label: say(`label.${type}`), action: { type, portal, backup } }));
}

const longestAgo = 10 * minute;

/** News that comes late says so. */
function ageOf({ ending: { endedAt, timed } }: EndingNews, words: Words, now: number): string[] {
  if (now - endedAt <= longestAgo) return [];
  const when = words.when(endedAt, now);
  return [timed ? words.say('notification.age', { when }) : words.say('notification.ageSeen', { when })];
}

/** What matters comes first: GNOME shows one line. */
function linesOf(
  { outcome, ending }: EndingNews,
  offer: AvailableDownload | null,
  words: Words,
  now: number,
): string[] {
  const reached = words.say('why.reached', { percent: words.percent(ending.percent) });
  const reason = endingReason(outcome, ending, words);
  if (reason !== null) return [reason.reason, ...(outcome === 'failed' ? [reached] : []), reason.next];
  if (outcome === 'cancelled') return [reached];
  return [...linkLines(ending.linkUntil, offer, words, now), ...archiveLines(ending.archive, offer)];
}

function archiveLines(archive: string, offer: AvailableDownload | null): string[] {
  const name = offer?.download.archive ?? archive;
  return name === '' ? [] : [name];
}

/** `linkUntil` is null where there was never a link; a link that has expired or is not known any more is not spoken of. */
function linkLines(
  linkUntil: number | null,
  offer: AvailableDownload | null,
  words: Words,
  now: number,
): string[] {
  if (offer === null) return linkUntil === null ? [words.say('why.noLink')] : [];
  const when = words.whenShort(offer.until, now);
  const { foreignHost } = offer.download;
  return [
    foreignHost === null
      ? words.say('link.until', { when })
      : words.say('link.untilElsewhere', { host: foreignHost, when }),
  ];
}
