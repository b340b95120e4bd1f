import { gzipSync } from 'node:zlib';
import type { IncomingHttpHeaders } from 'node:http';
import type { Answer } from './answer.ts';

/** What an archive holds where nobody says otherwise: a tar without entries, so that it can be opened. */
export const emptyArchive = gzipSync(Buffer.alloc(10 * 1024));

/**
 * The archive or the asked-for part of it, without a Content-Disposition: the name is in the link. `tag`: what the storage
 * names this version of the file by; DocSpace's own disc names none (server 3.7.2, StorageHandler).
 */
export function archiveBytes(archive: Buffer, tag: string | null, asked: IncomingHttpHeaders): Answer {
  const headers = { 'content-type': 'application/gzip', ...(tag === null ? {} : { etag: tag }) };
  const [, first = '', last = ''] = /^bytes=(\d+)-(\d*)$/.exec(asked.range ?? '') ?? [];
  const another = asked['if-range'] !== undefined && asked['if-range'] !== tag;
  if (first === '' || another) return { status: 200, headers, body: archive };
  const start = Number(first);
  const end = Math.min(last === '' ? Infinity : Number(last), archive.length - 1);
  if (start > end) return { status: 400, headers: {}, body: '' };
  const place = { 'accept-ranges': 'bytes', 'content-range': `bytes ${start}-${end}/${archive.length}` };
  return { status: 206, headers: { ...headers, ...place }, body: archive.subarray(start, end + 1) };
}
