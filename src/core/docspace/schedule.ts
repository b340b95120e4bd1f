import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { day, minute } from '../base/time.ts';
import { storageTypes } from './history.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';
import type { BackupTarget } from './startBackup.ts';

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

/**
 * `schedule`: null for none. `target`: where its archives go, unless that is the temporary storage. `ahead`: by how much
 * the portal's clock is ahead of this machine's, in milliseconds.
 */
export type ScheduleReading = {
  schedule: BackupSchedule | null;
  target: BackupTarget | null;
  ahead: number;
};

/** BackupPeriod: 0 EveryDay, 1 EveryWeek, 2 EveryMonth (DocSpace server 3.7.2). */
const periods = ['day', 'week', 'month'] as const;

const text = z.string().check(z.maxLength(500));

const schema = z.nullish(
  z.object({
    storageType: z.nullish(z.number()),
    // A storage that is written in another way can only not be offered.
    storageParams: z.catch(z.nullish(z.record(z.string(), z.nullish(text))), null),
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
  if (read.value === null || read.value === undefined)
    return succeed({ schedule: null, target: null, ahead });
  const { storageType = null, storageParams, cronParams } = read.value;
  const { period, hour } = cronParams;
  const temporary = storageTypes[storageType ?? -1] === 'temporary';
  return succeed({
    schedule: {
      period: periods[period],
      hour,
      day: cronParams.day ?? 0,
      temporary,
    },
    target:
      storageType === null || temporary ? null : { storageType, params: withoutNulls(storageParams ?? {}) },
    ahead,
  });
}

/** Members that mean nothing are written as null. DocSpace server 3.7.2, GetScheduleAsync. */
function withoutNulls(params: Record<string, string | null | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

/** A clock that is further off says nothing of the time. */
const furthest = 366 * day;

/** An answer takes its time, and its `Date` has whole seconds: less than a minute is no difference. */
function clockDifference(date: string | null, now: number): number {
  const difference = Date.parse(date ?? '') - now;
  const size = Math.abs(difference);
  return size >= minute && size <= furthest ? difference : 0;
}
