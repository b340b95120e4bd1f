import { minute } from '../base/time.ts';

/**
 * What names this very version of a file for `If-Range` (RFC 9110, 8.8): an ETag that is not weak, else a date of change
 * that lies well before the answer; null for neither, and then nothing is ever put behind a part.
 */
export function validatorOf({
  etag,
  lastModified,
  date,
}: {
  etag: string | null;
  lastModified: string | null;
  date: string | null;
}): string | null {
  if (etag !== null && /^"[\x21\x23-\x7E\x80-\xFF]*"$/.test(etag)) return etag;
  const age = Date.parse(date ?? '') - Date.parse(lastModified ?? '');
  return lastModified !== null && age >= minute ? lastModified : null;
}
