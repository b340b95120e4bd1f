import { message } from '../message.ts';

/** How numbers, spans and times are said. */
export const times = {
  percent: message<{ percent: number }>('{percent, number} %'),
  'span.seconds': message<{ seconds: number }>('{seconds, number} s'),
  'span.minutes': message<{ minutes: number }>('{minutes, number} min'),
  'span.hours': message<{ hours: number }>('{hours, number} h'),
  'span.hoursMinutes': message<{ hours: number; minutes: number }>('{hours, number} h {minutes, number} min'),
  'span.days': message<{ days: number }>('{days, plural, one {# day} other {# days}}'),
  'when.today': message<{ time: string }>('today, {time}'),
  'when.yesterday': message<{ time: string }>('yesterday, {time}'),
  'when.tomorrow': message<{ time: string }>('tomorrow, {time}'),
  'when.day': message<{ day: string; time: string }>('{day}, {time}'),
  'time.left': message<{ span: string }>('about {span} left'),
  'time.leftBetween': message<{ from: string; to: string }>('about {from} to {to} left'),
  'time.leftBetweenMinutes': message<{ from: number; to: number }>(
    'about {from, number} to {to, number} min left',
  ),
  'time.justBegun': message('just started'),
  'time.soFar': message<{ span: string }>('for {span} so far'),
  'time.noChange': message<{ span: string }>('no change for {span}'),
  'time.next': message<{ when: string }>('next {when}'),
  'time.due': message<{ when: string }>('due {when}'),
  'time.since': message<{ when: string }>('since {when}'),
  'time.until': message<{ when: string }>('until {when}'),
  'time.seenAt': message<{ when: string }>('seen at {when}'),
  'time.seen': message<{ when: string }>('seen {when}'),
  'time.atPercent': message<{ percent: string; when: string }>('at {percent}, {when}'),
};
