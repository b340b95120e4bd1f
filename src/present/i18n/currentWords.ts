import { createWords, type Locale, type Words } from './i18n.ts';
import type { Language } from './language.ts';

/** Words for where the user is now: made anew once `localeNow` gives another locale than before. */
export function createCurrentWords(spoken: Language, localeNow: () => Locale): Words {
  let locale = localeNow();
  let words = createWords(spoken, locale);
  const current = (): Words => {
    const now = localeNow();
    if (now !== locale) {
      locale = now;
      words = createWords(spoken, locale);
    }
    return words;
  };
  return {
    language: words.language,
    direction: words.direction,
    say: (name, ...values) => current().say(name, ...values),
    percent: (percent) => current().percent(percent),
    clock: (at) => current().clock(at),
    date: (at, now) => current().date(at, now),
    when: (at, now) => current().when(at, now),
    whenShort: (at, now) => current().whenShort(at, now),
    seen: (at, now) => current().seen(at, now),
    span: (length) => current().span(length),
  };
}
