/** A date of the backup API: UTC, but without a "Z" (MySQL gives it no zone; DocSpace server 3.7.2). */
export function dateWithoutZone(time: number): string {
  return new Date(time).toISOString().slice(0, 19);
}

/** A date of the other endpoints, .NET's seven digits included. */
export function dateWithZone(time: number): string {
  return new Date(time).toISOString().replace('Z', '0000Z');
}

/** How DocSpace writes "never". */
export const never = '0001-01-01T00:00:00';
