/**
 * A date of the API as epoch milliseconds, or null for none. DocSpace writes UTC, often without the "Z" (MySQL), which
 * `Date.parse` would take for local time; the year 0001 means "never".
 */
export function readTime(text: string | null | undefined): number | null {
  if (text === null || text === undefined || text.startsWith('0001-')) return null;
  const zoned = /(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
  const time = Date.parse(zoned);
  return Number.isNaN(time) ? null : time;
}
