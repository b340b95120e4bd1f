import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { type Result, succeed } from '../base/result.ts';
import { parseResponse } from './envelope.ts';
import type { HttpResponse } from './request.ts';

const schema = z.object({ timezone: z.nullish(z.string().check(z.maxLength(100))) });

/** The portal's time zone by its IANA name; null where it has none that is known here. */
export function parseTimeZone(answer: HttpResponse, now: number): Result<string | null, Failure> {
  const read = parseResponse(answer, schema, 'settings', now);
  if (!read.ok) return read;
  const { timezone } = read.value;
  return succeed(timezone !== null && timezone !== undefined && isTimeZone(timezone) ? timezone : null);
}

/** Whether it can be reckoned with: names come and go with each edition of the time zone database. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
