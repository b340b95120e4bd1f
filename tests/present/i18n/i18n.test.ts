import { describe, expect, test } from 'vitest';
import { approximateSpan } from '../../../src/present/approximateSpan.ts';
import { createWords, type Locale } from '../../../src/present/i18n/i18n.ts';
import { english } from '../../../src/present/i18n/language.ts';
import { pseudoWords } from '../../support/i18n/pseudo.ts';
import { day, hour, minute, now, words } from '../../support/present/presented.ts';

const second = 1000;

function wordsAt(place: Partial<Locale>) {
  return createWords(english, { region: 'en-GB', timeZone: 'UTC', ...place });
}

describe('a span', () => {
  test.each([
    [0, '0 s'],
    [-5, '0 s'],
    [999, '0 s'],
    [59_999, '59 s'],
    [minute, '1 min'],
    [hour - 1, '59 min'],
    [hour, '1 h'],
    [2 * hour + 40 * minute + 59 * second, '2 h 40 min'],
    [36 * hour, '36 h'],
    [2 * day - 1, '47 h 59 min'],
    [2 * day, '2 days'],
    [400 * day, '400 days'],
  ])('of %i ms is %s', (length, said) => {
    expect(words.span(length)).toBe(said);
  });
});

describe('an estimate', () => {
  test.each([
    [1, '10 s'],
    [10 * second, '10 s'],
    [11 * second, '20 s'],
    [59 * second, '1 min'],
    [5 * minute + 1, '6 min'],
    [59 * minute + 1, '1 h'],
    [hour + 1, '1 h 5 min'],
    [3 * hour, '3 h'],
  ])('of %i ms is about %s', (length, said) => {
    expect(approximateSpan(length, words)).toBe(said);
  });
});

describe('a moment', () => {
  test.each([
    ['2026-11-20T16:02:00Z', 'today, 16:02', '16:02'],
    ['2026-11-20T00:00:00Z', 'today, 00:00', '00:00'],
    ['2026-11-20T23:59:59Z', 'today, 23:59', '23:59'],
    ['2026-11-19T23:59:59Z', 'yesterday, 23:59', 'yesterday, 23:59'],
    ['2026-11-21T00:00:00Z', 'tomorrow, 00:00', 'tomorrow, 00:00'],
    ['2026-11-14T03:22:00Z', 'Saturday, 03:22', 'Saturday, 03:22'],
    ['2026-11-13T03:22:00Z', '13 November, 03:22', '13 November, 03:22'],
    ['2026-11-26T03:22:00Z', 'Thursday, 03:22', 'Thursday, 03:22'],
    ['2026-11-27T03:22:00Z', '27 November, 03:22', '27 November, 03:22'],
    ['2025-12-31T03:22:00Z', '31 December 2025, 03:22', '31 December 2025, 03:22'],
  ])('%s is %s', (moment, long, short) => {
    const at = Date.parse(moment);
    expect([words.when(at, now), words.whenShort(at, now)]).toEqual([long, short]);
  });

  test('was seen at a time, or on a day', () => {
    expect(words.seen(now - hour, now)).toBe('seen at 15:02');
    expect(words.seen(now - day, now)).toBe('seen yesterday, 16:02');
  });

  test('a date has its year where that is another', () => {
    expect(words.date(now, now)).toBe('20 November');
    expect(words.date(now + 60 * day, now)).toBe('19 January 2027');
  });

  test.each([
    ['America/St_Johns', 'today, 12:32'],
    ['Asia/Tokyo', 'today, 01:02'],
    ['Pacific/Kiritimati', 'today, 06:02'],
  ])('is told by the clock of %s', (timeZone, said) => {
    expect(wordsAt({ timeZone }).when(now, now)).toBe(said);
  });

  test('the day before the clocks change is yesterday, though it was 25 hours long', () => {
    const berlin = wordsAt({ timeZone: 'Europe/Berlin' });
    const monday = Date.parse('2026-10-26T00:30:00+01:00');
    expect(berlin.when(Date.parse('2026-10-25T00:10:00+02:00'), monday)).toBe('yesterday, 00:10');
  });

  test.each([0, 8.64e15 - day, 1])('at %d does not stop anybody', (at) => {
    expect(words.when(at, now)).not.toBe('');
    expect(words.whenShort(now, at)).not.toBe('');
  });
});

describe('the next morning', () => {
  test.each([
    ['UTC', '2026-11-20T16:02Z', '2026-11-21T08:00Z'],
    ['Asia/Tokyo', '2026-11-20T16:02Z', '2026-11-21T23:00Z'],
    ['America/New_York', '2026-11-20T16:02Z', '2026-11-21T13:00Z'],
    ['after a night with an hour more', '2026-10-24T23:00+02:00', '2026-10-25T08:00+01:00'],
    ['after a night with an hour less', '2026-03-28T00:00+01:00', '2026-03-29T08:00+02:00'],
  ])('%s', (zone, at, morning) => {
    const timeZone = zone.startsWith('after') ? 'Europe/Berlin' : zone;
    expect(wordsAt({ timeZone }).nextMorning(Date.parse(at))).toBe(Date.parse(morning));
  });
});

describe('a region', () => {
  test.each([
    ['en-GB', '16:02'],
    ['en-US', '4:02 pm'],
    ['de-DE', '16:02'],
    ['ja-JP', '16:02'],
    ['ar-EG', '4:02 pm'],
  ])('%s writes the time its own way, in the language of the words: %s', (region, clock) => {
    expect(wordsAt({ region }).clock(now).replace('\u202F', ' ').toLowerCase()).toBe(clock);
  });

  test('of another language changes no word', () => {
    expect(wordsAt({ region: 'de-DE' }).when(now - 3 * day, now)).toBe('Tuesday, 16:02');
    expect(wordsAt({ region: 'en-US' }).date(now, now)).toBe('November 20');
  });

  test('language and direction are those of the language', () => {
    expect(wordsAt({ region: 'ar-EG' })).toMatchObject({ language: 'en', direction: 'ltr' });
    expect(pseudoWords).toMatchObject({ language: 'ar-XB', direction: 'rtl' });
  });
});

describe('a figure', () => {
  test('is a percentage with its sign', () => {
    expect([words.percent(0), words.percent(42), words.percent(100)]).toEqual(['0 %', '42 %', '100 %']);
  });
});

test('a name with braces, tags and apostrophes is said as it is', () => {
  const portal = "{x} <b>O'Neil</b> '{'";
  expect(words.say('connected.fact', { portal })).toBe(`${portal} is being watched`);
});
