import type { News } from '../../core/news/announcement.ts';
import { assertNever } from '../../core/base/result.ts';
import { explanations } from '../portal/cause.ts';
import { nameOf } from '../portal/name.ts';
import type { Words } from '../i18n/words.ts';
import { day } from '../../core/base/time.ts';

/** The title of a notice says it all: some desktops show nothing more. */
export function notificationTitle(name: string, news: News, words: Words, now: number): string {
  const portal = nameOf(name, 'scope' in news ? news.scope : null, words);
  switch (news.of) {
    case 'ending':
      return words.say(`notice.${news.outcome}`, { portal });
    case 'stuck':
      if (news.stage === 'waiting') return words.say('notice.stuckWaiting', { portal });
      return words.say('notice.stuck', { portal, percent: words.percent(news.percent) });
    case 'access':
      return words.say(`notice.${explanations[news.cause].word}`, { portal });
    case 'keyEnds': {
      const days = Math.ceil((news.endsAt - now) / day);
      return days > 0
        ? words.say('notice.keyEnds', { portal, days })
        : words.say('notice.keyEnded', { portal });
    }
    default:
      return assertNever(news);
  }
}
