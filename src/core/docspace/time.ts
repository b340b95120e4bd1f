import { latest } from '../base/time.ts';

/**
 * A date of the API as epoch milliseconds, or null for none. DocSpace writes UTC, often without the "Z" (MySQL), which
 * `Date.parse` would take for local time; the year 0001 means "never", and so does any that no backup can have.
 */
export function parseTime(text: string | null | undefined): number | null {
  if (text === null || text === undefined) return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return time > 0 && time <= latest ? time : null;
}
