import { expect, test } from 'vitest';

import { createCurrentWords, createWords, type Locale, type Words } from '../../../src/present/i18n/i18n.ts';
import { english } from '../../../src/present/i18n/language.ts';
import { day, now } from '../../support/present/presented.ts';

const london: Locale = { region: 'en-GB', timeZone: 'Europe/London' };
const chicago: Locale = { region: 'en-US', timeZone: 'America/Chicago' };

function everythingSaid(words: Words): unknown[] {
  return [
    words.language,
    words.direction,
    words.say('label.back'),
    words.say('label.removal', { portal: 'Acme' }),
    words.percent(42),
    words.clock(now),
    words.date(now, now),
    words.when(now - day, now),
    words.whenShort(now, now),
    words.seen(now, now),
    words.span(90_000),
  ];
}

test('what is said is said in the words of the place where the user is', () => {
  let locale = london;
  const words = createCurrentWords(english, () => locale);
  expect(everythingSaid(words)).toEqual(everythingSaid(createWords(english, london)));
  locale = chicago;
  expect(everythingSaid(words)).toEqual(everythingSaid(createWords(english, chicago)));
  expect(words.clock(now).replace('\u202F', ' ')).toBe('10:02 AM');
  locale = london;
  expect(words.clock(now)).toBe('16:02');
});
