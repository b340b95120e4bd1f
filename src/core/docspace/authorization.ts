import { unwrapPasted } from '../base/pasted.ts';

/** What opens a portal. A secret: it never leaves the main process but in a request to its own portal. */
export type Key = { text: string; kind: 'apiKey' | 'sessionToken' };

const scheme = /^(?:authorization["'\s]*:["'\s]*)?(?:bearer\s+)?/i;

/**
 * What the user pasted, without what came along: quotes, white space, a header's name and scheme. Null when nothing
 * that can be sent is left.
 */
export function parseKey(typed: string): Key | null {
  const bare = unwrapPasted(unwrapPasted(typed).replace(scheme, ''));
  // Printable ASCII without spaces: anything else cannot stand in a header and is not a key.
  if (!/^[\x21-\x7E]{1,4096}$/.test(bare)) return null;
  return { text: bare, kind: bare.startsWith('sk-') ? 'apiKey' : 'sessionToken' };
}

/**
 * The Authorization header. DocSpace takes API keys as Bearer only, and session tokens raw only; its published
 * samples send the key raw and get a 401 (DocSpace server 3.7.2, ApiKeyBearerAuthHandler).
 */
export function authorization(key: Key): string {
  return key.kind === 'apiKey' ? `Bearer ${key.text}` : key.text;
}
