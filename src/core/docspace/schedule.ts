import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { day, minute } from '../base/time.ts';
import { storageTypes } from './history.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

/** When the server starts backups by itself: at an hour in the portal's time zone, each day, week or month. */
export type BackupSchedule = {
  period: 'day' | 'week' | 'month';
  /** 0 to 23. */
  hour: number;
  /** Weekly 1 to 7, Sunday first; monthly 1 to 31; of no meaning for daily ones. */
  day: number;
  /** Its archives go to the temporary storage, which keeps them for a day. */
  temporary: boolean;
};

/** `schedule`: null for none. `ahead`: by how much the portal's clock is ahead of this machine's, in milliseconds. */
export type ScheduleReading = { schedule: BackupSchedule | null; ahead: number };

/** BackupPeriod: 0 EveryDay, 1 EveryWeek, 2 EveryMonth (DocSpace server 3.7.2). */
const periods = ['day', 'week', 'month'] as const;

const schema = z.nullish(
  z.object({
    storageType: z.nullish(z.number()),
    cronParams: z.object({
      period: z.literal([0, 1, 2]),
      hour: z.int().check(z.minimum(0), z.maximum(23)),
      day: z.nullish(z.int().check(z.minimum(0), z.maximum(31))),
    }),
  }),
);

/** Reads the schedule; a shape that nobody knows is unreadable, never "no schedule". */
export function parseSchedule(answer: HttpResponse, now: number): Result<ScheduleReading, Failure> {
  const read = parseResponse(answer, schema, 'getbackupschedule', now);
  if (!read.ok) return read;
  const ahead = clockDifference(answer.date, now);
  if (read.value === null || read.value === undefined) return succeed({ schedule: null, ahead });
  const { storageType, cronParams } = read.value;
  const { period, hour } = cronParams;
  return succeed({
    schedule: {
      period: periods[period],
      hour,
      day: cronParams.day ?? 0,
      temporary: storageTypes[storageType ?? -1] === 'temporary',
    },
    ahead,
  });
}

/** A clock that is further off says nothing of the time. */
const furthest = 366 * day;

/** An answer takes its time, and its `Date` has whole seconds: less than a minute is no difference. */
function clockDifference(date: string | null, now: number): number {
  const difference = Date.parse(date ?? '') - now;
  const size = Math.abs(difference);
  return size >= minute && size <= furthest ? difference : 0;
}
