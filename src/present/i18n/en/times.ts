import type { Times } from '../messages/times.ts';

export const times: Record<keyof Times, string> = {
  percent: '{percent, number} %',
  'span.seconds': '{seconds, number} s',
  'span.minutes': '{minutes, number} min',
  'span.hours': '{hours, number} h',
  'span.hoursMinutes': '{hours, number} h {minutes, number} min',
  'span.days': '{days, plural, one {# day} other {# days}}',
  'when.today': 'today, {time}',
  'when.yesterday': 'yesterday, {time}',
  'when.tomorrow': 'tomorrow, {time}',
  'when.day': '{day}, {time}',
  'time.left': 'about {span} left',
  'time.justBegun': 'just begun',
  'time.soFar': 'for {span} so far',
  'time.noChange': 'no change for {span}',
  'time.since': 'since {when}',
  'time.until': 'until {when}',
  'time.seenAt': 'seen at {when}',
  'time.seen': 'seen {when}',
  'time.atPercent': 'at {percent}, {when}',
};
