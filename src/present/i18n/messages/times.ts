import type { None } from './none.ts';

/** How numbers, spans and times are said. */
export type Times = {
  percent: { percent: number };
  'span.seconds': { seconds: number };
  'span.minutes': { minutes: number };
  'span.hours': { hours: number };
  'span.hoursMinutes': { hours: number; minutes: number };
  'span.days': { days: number };
  'when.today': { time: string };
  'when.yesterday': { time: string };
  'when.tomorrow': { time: string };
  'when.day': { day: string; time: string };
  'time.left': { span: string };
  'time.justBegun': None;
  'time.soFar': { span: string };
  'time.noChange': { span: string };
  'time.since': { when: string };
  'time.until': { when: string };
  'time.seenAt': { when: string };
  'time.seen': { when: string };
  'time.atPercent': { percent: string; when: string };
};
