import { IntlMessageFormat } from 'intl-messageformat';
import { ZonedTime } from '../../core/schedule/zonedTime.ts';
import { isolate } from './bidi.ts';
import type { Language } from './language.ts';
import type { MessageName, ValuesOf } from './messages/messages.ts';
import { second, minute, hour, day } from '../../core/base/time.ts';

/** How everything is said: one language, one region's way of writing numbers and times, one time zone. */
export type Words = {
  language: string;
  direction: Language['direction'];
  /** A message with its values filled in. */
  say: <Name extends MessageName>(name: Name, ...values: Given<ValuesOf<Name>>) => string;
  /** "42 %". */
  percent: (percent: number) => string;
  /** "16:02". Epoch milliseconds. */
  clock: (at: number) => string;
  /** "2 June"; with its year where that is another than this one. */
  date: (at: number, now: number) => string;
  /** "today, 16:02", "yesterday, 03:24", "Monday, 02:51", "13 May, 03:04". */
  when: (at: number, now: number) => string;
  /** Like `when`, without the day where it is today: "09:41". */
  whenShort: (at: number, now: number) => string;
  /** "seen at 09:40", "seen yesterday, 03:24": for what happened at some time before. */
  seen: (at: number, now: number) => string;
  /** Eight in the morning of the next day, here. */
  nextMorning: (now: number) => number;
  /** "3 s", "6 min", "2 h 40 min", "3 days". Milliseconds; rounded down. */
  span: (length: number) => string;
};

type Given<Values> = Values extends null ? [] : [values: Values];

/** Where this user is: how numbers, dates and times are written, and which time it is. */
export type Locale = {
  /** BCP 47, of the system. */
  region: string;
  /** IANA name. */
  timeZone: string;
};

/** The words of one language, for one place. */
export function createWords(spoken: Language, { region, timeZone }: Locale): Words {
  const formats = new Map<string, IntlMessageFormat>();
  const { tag: language, direction } = spoken;
  // A region of another language would write its own month names and plurals into these sentences.
  const locale = region.split('-')[0] === language.split('-')[0] ? region : language;

  const say: Words['say'] = (name, ...values) => {
    const format =
      formats.get(name) ?? new IntlMessageFormat(spoken.text(name), locale, undefined, { ignoreTag: true });
    formats.set(name, format);
    const isolated = Object.entries(values[0] ?? {}).map(([key, value]) => [
      key,
      typeof value === 'string' ? isolate(value, direction) : value,
    ]);
    return String(format.format(Object.fromEntries(isolated)));
  };

  const parts = new Intl.DateTimeFormat(region, { hour: 'numeric' }).formatToParts(0);
  const twelve = parts.some(({ type }) => type === 'dayPeriod');
  const times = new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: twelve ? 'numeric' : '2-digit',
    minute: '2-digit',
    hourCycle: twelve ? 'h12' : 'h23',
  });
  const weekdays = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'long' });
  const dates = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long' });
  const years = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'long', year: 'numeric' });
  const days = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  // Calendar days apart, not spans of 24 hours: yesterday at 23:59 is yesterday.
  const dayNumber = (at: number): number => Math.round(Date.parse(days.format(at)) / day);

  const isSameDay = (at: number, now: number): boolean => dayNumber(at) === dayNumber(now);

  const zonedTime = new ZonedTime(timeZone);
  const clock = (at: number): string => times.format(at);
  const yearOf = (at: number): string => days.format(at).slice(0, 4);
  const date = (at: number, now: number): string => (yearOf(at) === yearOf(now) ? dates : years).format(at);

  const when = (at: number, now: number): string => {
    const time = clock(at);
    const apart = dayNumber(at) - dayNumber(now);
    if (apart === 0) return say('when.today', { time });
    if (apart === -1) return say('when.yesterday', { time });
    if (apart === 1) return say('when.tomorrow', { time });
    if (Math.abs(apart) < 7) return say('when.day', { day: weekdays.format(at), time });
    return say('when.day', { day: date(at, now), time });
  };

  const span = (length: number): string => {
    const whole = Math.max(0, length);
    if (whole < minute) return say('span.seconds', { seconds: Math.floor(whole / second) });
    if (whole < hour) return say('span.minutes', { minutes: Math.floor(whole / minute) });
    if (whole >= 2 * day) return say('span.days', { days: Math.floor(whole / day) });
    const hours = Math.floor(whole / hour);
    const minutes = Math.floor((whole % hour) / minute);
    return minutes === 0 ? say('span.hours', { hours }) : say('span.hoursMinutes', { hours, minutes });
  };

  return {
    language,
    direction,
    say,
    percent: (percent) => say('percent', { percent }),
    clock,
    date,
    when,
    whenShort: (at, now) => (isSameDay(at, now) ? clock(at) : when(at, now)),
    seen: (at, now) =>
      isSameDay(at, now)
        ? say('time.seenAt', { when: clock(at) })
        : say('time.seen', { when: when(at, now) }),
    nextMorning: (now) => {
      const today = Math.floor(zonedTime.wallTime(now) / day);
      return zonedTime.firstMoment((today + 1) * day + 8 * hour);
    },
    span,
  };
}

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
    nextMorning: (now) => current().nextMorning(now),
    span: (length) => current().span(length),
  };
}
