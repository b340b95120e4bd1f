import { day, hour } from '../base/time.ts';
import type { BackupSchedule } from '../docspace/schedule.ts';
import { ZonedTime } from './zonedTime.ts';

/** No next due time is more days ahead than this: that of the 31st, from August to October, with a day to spare. */
export const mostDaysAhead = 63;

/** The first moment after `after` at which the server starts a backup by this schedule. Epoch milliseconds. */
export function nextDue(schedule: BackupSchedule, zone: string, after: number): number {
  const time = new ZonedTime(zone);
  const today = Math.floor(time.wallTime(after) / day);
  for (let date = today - 1; date <= today + mostDaysAhead; date += 1) {
    if (!isOn(schedule, date * day)) continue;
    const at = time.firstMoment(date * day + schedule.hour * hour);
    if (at > after) return at;
  }
  return Infinity;
}

const dayOfMonth = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', day: 'numeric' });

/** 1 to 7, Sunday first. The epoch began on a Thursday. */
function weekday(date: number): number {
  return ((date / day + 4) % 7) + 1;
}

/** Whether it runs on this date. Cron leaves out the months that lack its day. */
function isOn({ period, day: on }: BackupSchedule, date: number): boolean {
  switch (period) {
    case 'day':
      return true;
    case 'week':
      return weekday(date) === on;
    case 'month':
      return Number(dayOfMonth.format(date)) === on;
    default:
      return period satisfies never;
  }
}
