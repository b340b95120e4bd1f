// Swedish dates are those of ISO 8601.
const dates = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', dateStyle: 'short' });
const times = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', timeStyle: 'medium' });

/** "2026-11-23T16:02:00Z". */
export function iso(at: number): string {
  return `${dates.format(at)}T${times.format(at)}Z`;
}
