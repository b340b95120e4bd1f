import * as z from 'zod/mini';
import { latest } from '../base/time.ts';
import { isTimeZone } from '../docspace/timeZone.ts';
import type { Schedule } from '../schedule/schedule.ts';

const time = z.nullable(z.number().check(z.minimum(0), z.maximum(latest)));

/** What outlives the application of a schedule; null: nothing that could be read, and it is asked for again. */
export const savedScheduleSchema = z.catch(
  z.nullable(
    z.object({
      plan: z.nullable(
        z.object({
          period: z.enum(['day', 'week', 'month']),
          hour: z.int().check(z.minimum(0), z.maximum(23)),
          day: z.int().check(z.minimum(0), z.maximum(31)),
          temporary: z.boolean(),
        }),
      ),
      zone: z.nullable(z.string().check(z.refine(isTimeZone))),
      ahead: z.number().check(z.minimum(-latest), z.maximum(latest)),
      dueAt: time,
      missedDue: time,
      goneAt: time,
    }),
  ),
  null,
);

/** What is worth saving of a schedule. */
export function toSavedSchedule(schedule: Schedule): z.output<typeof savedScheduleSchema> {
  const { plan, zone, ahead, dueAt, missedDue, goneAt } = schedule;
  return { plan, zone, ahead, dueAt, missedDue, goneAt };
}
