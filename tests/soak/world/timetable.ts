import { day, hour, minute } from '../../../src/core/base/time.ts';
import type { Schedule } from '../../support/docspace/portal/schedule.ts';
import type { Luck } from '../luck.ts';

/** When a portal's server starts backups by itself, and what really came of each due time. Epoch milliseconds. */
export type Timetable = {
  zone: string;
  /** What the portal says of its schedule, from one moment on; null: it has none. In order. */
  says: Array<{ from: number; schedule: Schedule | null }>;
  /** The times at which the scheduler found a backup due. */
  due: number[];
  /** When those of them start that are not left out. */
  starts: number[];
};

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kolkata',
  'Australia/Sydney',
  'Pacific/Auckland',
  'America/St_Johns',
  'UTC',
];

/** At the end nothing is started any more, by a schedule neither: what is due then does not run. */
const calm = 3 * hour;
/** The scheduler looks every 15 minutes. */
const scheduler = 15 * minute;

/** The schedule of one portal: kept, deleted for a while or for good, or none; with backups that come, late or not at all. */
export function planTimetable({ from, to }: { from: number; to: number }, luck: Luck): Timetable {
  const zone = luck.pick(zones);
  const schedule = luck.happens(0.8) ? scheduleOf(luck) : null;
  const says: Timetable['says'] = [{ from: -Infinity, schedule }];
  if (schedule !== null && luck.happens(0.3)) {
    const gone = luck.between(from + 12 * hour, to);
    says.push({ from: gone, schedule: null });
    if (luck.happens(0.5)) {
      const back = gone + luck.between(hour, 2 * day);
      says.push({ from: back, schedule: { ...scheduleOf(luck), storage: schedule.storage } });
    }
  }
  const due = dueTimes(zone, says, { from, to }, luck.between(0, scheduler));
  const starts = due.flatMap((at) => {
    if (at >= to || luck.happens(0.2)) return [];
    return [at + (luck.happens(0.15) ? luck.between(0, 35 * minute) : luck.between(0, 2 * minute))];
  });
  return { zone, says, due, starts };
}

/** Mostly every day, and mostly in the small hours, which are those that clocks leave out or go through twice. */
function scheduleOf(luck: Luck): Schedule {
  const weekly = luck.happens(0.2);
  return {
    storage: luck.pick(['Documents', 'DataStore', 'ThirdPartyConsumer']),
    period: weekly ? 'EveryWeek' : 'EveryDay',
    hour: luck.happens(0.6) ? Math.floor(luck.between(0, 5)) : Math.floor(luck.between(0, 24)),
    day: weekly ? 1 + Math.floor(luck.between(0, 7)) : 0,
  };
}

/** As the server does it: at each of its looks it compares the clock on the portal's wall with the hour of that day. */
function dueTimes(
  timeZone: string,
  says: Timetable['says'],
  { from, to }: { from: number; to: number },
  phase: number,
): number[] {
  const wall = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    hourCycle: 'h23',
  });
  const due: number[] = [];
  let fired = { by: -Infinity, on: '' };
  for (let at = from - 2 * day + phase; at < to + calm; at += scheduler) {
    const now = says.findLast((one) => one.from <= at);
    const parts = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]));
    const date = [parts['year'], parts['month'], parts['day']].join('-');
    const done = fired.by === now?.from && fired.on === date;
    if (!now?.schedule || done || !isDay(now.schedule, parts['weekday'])) continue;
    if (Number(parts['hour']) < now.schedule.hour) continue;
    fired = { by: now.from, on: date };
    // What was due before a schedule was made is not made up for.
    if (at >= from && at - now.from > scheduler) due.push(at);
  }
  return due;
}

const weekdays = ['', 'Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function isDay({ period, day: on }: Schedule, weekday: string | undefined): boolean {
  return period === 'EveryDay' || weekdays[on] === weekday;
}
