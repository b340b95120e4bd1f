import { decodeSegment, parseUrl } from '../base/url.ts';
import { longestHostname } from '../net/address.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { plainText } from '../base/text.ts';
import type { Ending } from './ending.ts';

/** A download link, ready to be opened. The URL is a bearer secret: it stays in memory and is never logged. */
type Download = {
  url: string;
  /** The host, where it is another than the portal's: it is then named before the click. */
  foreignHost: string | null;
  /** The archive's file name, cleaned for showing. */
  archive: string | null;
};

const controls = /\p{Cc}/u;

/**
 * Resolves the `link` of a finished backup against the portal's origin: it may be relative (temporary storage),
 * absolute and on another host (a cloud storage), or empty (stored elsewhere). DocSpace server 3.7.2, BackupProgress.
 */
export function resolveLink(link: string, origin: string): Result<Download, 'empty' | 'unusable'> {
  if (link === '') return fail('empty');
  const url = link.length > 8192 || controls.test(link) ? null : parseUrl(link, origin);
  if (url === null) return fail('unusable');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('unusable');
  if (url.username !== '' || url.password !== '' || url.hostname.length > longestHostname) {
    return fail('unusable');
  }
  // A server behind a gateway that encrypts may not know of that: its link, a secret, goes to where it is encrypted.
  const own = url.origin === origin || url.origin === origin.replace('https:', 'http:');
  return succeed({
    url: own ? url.href.replace(url.origin, origin) : url.href,
    foreignHost: own ? null : url.host,
    archive: archiveName(url.pathname),
  });
}

function archiveName(pathname: string): string | null {
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  const name = plainText(decodeSegment(last), 120);
  return name === '' ? null : name;
}

/** A download that can be had now. Its link works on while the next backup runs. */
export type AvailableDownload = { job: string; download: Download; until: number; endedAt: number };

/** The download of one ending, or null when it has no link, an unusable one, or one that has expired or leads nowhere. */
export function downloadOfEnding(
  { job, link, linkUntil, endedAt, unlisted }: Ending,
  origin: string,
  now: number,
): AvailableDownload | null {
  const download = resolveLink(link, origin);
  if (unlisted || !download.ok || linkUntil === null || linkUntil <= now) return null;
  return { job, download: download.value, until: linkUntil, endedAt };
}
