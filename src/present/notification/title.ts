import type { News } from '../../core/news/announcement.ts';
import { assertNever } from '../../core/base/result.ts';
import { causeWord } from '../portal/cause.ts';
import { nameOf } from '../portal/name.ts';
import type { Words } from '../i18n/i18n.ts';
import { day } from '../../core/base/time.ts';

/** The title of a notification says it all: some desktops show nothing more. */
export function notificationTitle(name: string, news: News, words: Words, now: number): string {
  const portal = nameOf(name, 'scope' in news ? news.scope : null, words);
  return words.say('line.portal', { portal, state: newsPhrase(news, words, now) });
}

function newsPhrase(news: News, words: Words, now: number): string {
  const { say, percent } = words;
  switch (news.of) {
    case 'ending':
      return say(`inline.${news.outcome}`);
    case 'stuck':
      if (news.stage === 'waiting') return say('inline.stuckWaiting');
      return say('inline.stuck', { percent: percent(news.percent) });
    case 'overdue':
    case 'scheduleGone':
    case 'outdated':
      return say(`inline.${news.of}`);
    case 'linkEnds':
      return say('inline.linkEnds', { when: words.when(news.until, now) });
    case 'restored':
      return say(news.outcome === 'finished' ? 'inline.restored' : 'inline.restoreFailed');
    case 'access':
      return say(`inline.${causeWord(news.cause)}`);
    case 'keyEnds': {
      const days = Math.ceil((news.endsAt - now) / day);
      return days > 0 ? say('inline.keyEnds', { days }) : say('inline.keyEnded');
    }
    case 'archiveSaved':
    case 'savingHindered':
      return say(`inline.${news.of}`);
    case 'archiveUnsaved':
      return say(news.why === 'damaged' ? 'inline.archiveDamaged' : 'inline.archiveUnsaved');
    default:
      return assertNever(news);
  }
}
