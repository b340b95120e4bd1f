import type { News } from '../core/announcement.ts';
import { never } from '../core/result.ts';
import { nameOf } from './name.ts';
import type { Words } from './words.ts';

/** The title of a notice says it all: some desktops show nothing more. */
export function newsTitle(name: string, news: News, words: Words): string {
  const portal = nameOf(name, news.of === 'access' ? null : news.scope, words);
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
