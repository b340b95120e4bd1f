import { parseUrl } from '../base/url.ts';
import { type Address, addressOf, longestHostname } from './address.ts';

/** Where a server sends whoever asks it. */
export type Redirect =
  /** From http to https of the same host, on whatever port: a certificate is a host's, and an administrator typed that host. */
  | { leads: 'upgrade'; address: Address }
  /** To another page of the same address. */
  | { leads: 'ownPage' }
  /** To another host or port. */
  | { leads: 'elsewhere'; address: Address }
  /** From https to an address without encryption. */
  | { leads: 'downgrade' }
  /** To nothing that could be asked. */
  | { leads: 'nowhere' };

/** Judges the `Location` that came from an origin. */
export function judgeRedirect(origin: string, location: string): Redirect {
  const from = addressOf(new URL(origin));
  const url = parseUrl(location, origin);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return { leads: 'nowhere' };
  if (url.username !== '' || url.password !== '') return { leads: 'nowhere' };
  if (url.hostname.length > longestHostname) return { leads: 'nowhere' };
  const address = addressOf(url);
  if (address.origin === from.origin) return { leads: 'ownPage' };
  if (from.encrypted && !address.encrypted) return { leads: 'downgrade' };
  const upgraded = address.encrypted && !from.encrypted && url.hostname === new URL(origin).hostname;
  return { leads: upgraded ? 'upgrade' : 'elsewhere', address };
}
