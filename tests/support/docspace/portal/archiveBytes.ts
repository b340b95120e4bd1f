import { gzipSync } from 'node:zlib';
import type { Answer } from './answer.ts';

/** What every archive holds: a tar without entries, so that it can be opened. */
export const archive = gzipSync(Buffer.alloc(10 * 1024));

/** The archive or the asked-for part of it, without a Content-Disposition: the name is in the link. */
export function archiveBytes(range: string | undefined): Answer {
  const headers = { 'content-type': 'application/gzip' };
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === '') return { status: 200, headers, body: archive };
  const start = Number(first);
  const end = Math.min(last === '' ? Infinity : Number(last), archive.length - 1);
  if (start > end) return { status: 400, headers: {}, body: '' };
  const place = { 'accept-ranges': 'bytes', 'content-range': `bytes ${start}-${end}/${archive.length}` };
  return { status: 206, headers: { ...headers, ...place }, body: archive.subarray(start, end + 1) };
}
