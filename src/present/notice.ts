import type { News } from '../core/announcement.ts';
import { type Offer, offerOf } from '../core/download.ts';
import { never } from '../core/result.ts';
import type { State } from '../core/state.ts';
import type { Line, Notice } from '../core/tell.ts';
import type { Words } from './words.ts';

/** What a click on a notice, or on one of its buttons, does. */
export type NoticeAction =
  | { do: 'openWindow' }
  | { do: 'openLink'; portal: string }
  | { do: 'copyLink'; portal: string }
  | { do: 'openPage'; portal: string };

/** A notice as plain data: what a notification server is asked to show. */
export type NoticeText = {
  /** A newer notice with the same tag takes the place of the older one. */
  tag: string;
  title: string;
  body: string;
  /** Critical ones stay until they are dismissed. */
  urgency: 'low' | 'normal' | 'critical';
  click: NoticeAction;
  buttons: Array<{ label: string; action: NoticeAction }>;
};

export function noticeText(notice: Notice, state: State, words: Words, now: number): NoticeText {
  return notice.kind === 'many' ? manyText(notice, words) : oneText(notice, state, words, now);
}

function manyText({ items, portals }: Extract<Notice, { kind: 'many' }>, { say }: Words): NoticeText {
  return {
    tag: 'many',
    title: say('notice.many', { count: items.length }),
    body: say('notice.manyText', { portals }),
    urgency: 'normal',
    click: { do: 'openWindow' },
    buttons: [],
  };
}

function oneText({ portal, announcement }: Line, state: State, words: Words, now: number): NoticeText {
  const { news } = announcement;
  const tag = `${portal.id} ${news.of === 'access' ? 'access' : news.scope}`;
  const title = newsTitle(portal.name, news, words);
  if (news.of !== 'ending') return { tag, title, ...plainNotice(news, words, now) };
  return { tag, title, ...endingNotice(portal.id, news, linkOf(portal.id, news, state, now), words, now) };
}

type Rest = Omit<NoticeText, 'tag' | 'title'>;
type EndingNews = Extract<News, { of: 'ending' }>;

/** A notice's title says it all: some desktops show nothing more. */
export function newsTitle(portal: string, news: News, words: Words): string {
  switch (news.of) {
    case 'ending':
      return words.say(`notice.${news.outcome}`, { portal });
    case 'stuck':
      return words.say('notice.stuck', { portal, percent: words.percent(news.percent) });
    case 'access':
      return words.say(`notice.${news.trouble}`, { portal });
    default:
      return never(news);
  }
}

/** The link that belongs to this news: the portal may have made another archive since. */
function linkOf(portal: string, { ending }: EndingNews, state: State, now: number): Offer | null {
  const watch = state.watches.find((candidate) => candidate.portal.id === portal);
  const offer = watch === undefined ? null : offerOf(watch, now);
  return offer !== null && Math.abs(offer.endedAt - ending.endedAt) < 1000 ? offer : null;
}

const longestAgo = 10 * 60_000;

function endingNotice(
  portal: string,
  news: EndingNews,
  offer: Offer | null,
  words: Words,
  now: number,
): Rest {
  const { say } = words;
  const lines = endingLines(news, offer, words, now);
  const old = news.ending.timed && now - news.ending.endedAt > longestAgo;
  const aged = old ? [...lines, say('notice.age', { when: words.when(news.ending.endedAt, now) })] : lines;
  const page = { do: 'openPage', portal } as const;
  const link = { do: 'openLink', portal } as const;
  return {
    body: aged.join('\n'),
    urgency: news.outcome === 'failed' ? 'critical' : news.outcome === 'cancelled' ? 'low' : 'normal',
    click: offer === null ? (news.outcome === 'cancelled' ? { do: 'openWindow' } : page) : link,
    buttons:
      offer === null
        ? [{ label: say('action.openPage'), action: page }]
        : [
            { label: say('action.openLink'), action: link },
            { label: say('action.copyLink'), action: { do: 'copyLink', portal } },
          ],
  };
}

function endingLines(
  { outcome, ending }: EndingNews,
  offer: Offer | null,
  words: Words,
  now: number,
): string[] {
  const { say } = words;
  const archive = offer?.download.archive ?? ending.archive;
  const made = archive === '' ? [] : [archive];
  switch (outcome) {
    case 'finished':
      return offer === null ? [...made, say('why.noLink')] : [...made, ...linkLines(offer, words, now)];
    case 'gaps':
      return [say('why.gaps'), say('next.gaps')];
    case 'problem':
      return [ending.error || say('why.problem'), say('next.problem')];
    case 'failed':
      return [ending.error || say('why.failed.noReason'), say('next.failed')];
    case 'unknown':
      return [say('why.unknown'), say('next.unknown')];
    case 'cancelled':
      return [];
    default:
      return never(outcome);
  }
}

function linkLines({ download, until }: Offer, words: Words, now: number): string[] {
  const works = words.say('link.until', { when: words.whenShort(until, now) });
  return download.foreignHost === null
    ? [works]
    : [words.say('notice.linkHost', { host: download.foreignHost }), works];
}

function plainNotice(news: Exclude<News, EndingNews>, words: Words, now: number): Rest {
  const { say } = words;
  const shared = { click: { do: 'openWindow' } as const, buttons: [] };
  if (news.of === 'stuck') {
    const body = [say('why.stuck', { span: words.span(now - news.since) }), say('next.stuck')].join('\n');
    return { body, urgency: 'normal', ...shared };
  }
  const urgency = news.trouble === 'keyRefused' || news.trouble === 'noRight' ? 'critical' : 'normal';
  return { body: troubleLines(news.trouble, words).join('\n'), urgency, ...shared };
}

function troubleLines(trouble: Extract<News, { of: 'access' }>['trouble'], { say }: Words): string[] {
  switch (trouble) {
    case 'keyRefused':
      return [say('why.keyRefused'), say('next.newKey')];
    case 'noRight':
      return [say('why.noRight'), say('next.noRight')];
    case 'suspended':
      return [say('why.suspended'), say('next.suspended')];
    case 'certificate':
      return [say('why.certificate.untrusted'), say('next.certificate')];
    case 'silent':
      return [say('why.silentNow')];
    default:
      return never(trouble);
  }
}
