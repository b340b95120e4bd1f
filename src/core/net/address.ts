import { unwrapPasted } from '../base/pasted.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { parseUrl } from '../base/url.ts';

/** Where a portal is: scheme, host and port, and whether a key may go there unasked. */
export type Address = {
  origin: string;
  host: string;
  /** https. */
  encrypted: boolean;
  /** This machine itself: what is sent there crosses no network. */
  loopback: boolean;
};

export type AddressRefusal = 'empty' | 'malformed' | 'scheme' | 'credentials';

/** The longest name that DNS knows (RFC 1035); a longer one is a mistake, or meant to overflow what shows it. */
export const longestHostname = 253;

// Mistyped slashes are no part of the host: https:/acme.example is what https://acme.example was meant to be.
const scheme = /^(https?:|[a-z][a-z0-9+.-]*:[\\/]{2})/i;
// Pasted behind a scheme that stood in the field already: the last one is the address's own.
const doubledScheme = /^(?:https?:[\\/]+)+(?=https?:[\\/])/i;
// The full stop of a name in full (acme.example.) stands in no certificate.
const rootDot = /^([a-z]+:[\\/]*[^\\/?#]*?)\.+(?=(?::\d*)?(?:[\\/?#]|$))/i;
const hostname = /^([\w.-]*\w|\[.*\])$/;

/**
 * Reads what a user pasted as a portal's address. No scheme means https; path, query and fragment are dropped,
 * since DocSpace lives at the root of its host.
 */
export function parseAddress(typed: string): Result<Address, AddressRefusal> {
  const text = unwrapPasted(typed).replace(doubledScheme, '');
  if (text === '') return fail('empty');
  const full = (scheme.test(text) ? text : `https://${text}`).replace(rootDot, '$1');
  const url = text.length > 2048 ? null : parseUrl(full);
  if (url === null) return fail('malformed');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return fail('scheme');
  if (url.username !== '' || url.password !== '') return fail('credentials');
  if (url.hostname.length > longestHostname || !hostname.test(url.hostname)) return fail('malformed');
  return succeed(addressOf(url));
}

/** The address of an origin that was parsed before, as it is kept in the settings. */
export function addressOf(url: URL): Address {
  return {
    origin: url.origin,
    host: url.host,
    encrypted: url.protocol === 'https:',
    loopback: isLocalName(url.hostname) || isLoopbackAddress(url.hostname),
  };
}

/** Names of this machine: they mean it whatever a DNS server says (RFC 6761, 6.3), so that none is asked for them. */
export function isLocalName(hostname: string): boolean {
  return hostname === 'localhost' || hostname.endsWith('.localhost');
}

function isLoopbackAddress(hostname: string): boolean {
  return hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
