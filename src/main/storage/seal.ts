import { createHash } from 'node:crypto';
import { type Key, parseKey } from '../../core/docspace/authorization.ts';

// What is sealed of a key. safeStorage does not authenticate: a flipped byte, or another key, can decrypt to garbage
// without an error. So a checksum goes along; and the origin, so that a sealed key cannot be moved to another portal.
const magic = 'keepwatch-key-1';

export function wrap(origin: string, { text }: Key): string {
  return JSON.stringify({ magic, origin, key: text, sum: checksum(origin, text) });
}

/** The key that was wrapped for this origin; null for anything else. */
export function unwrap(plain: string | null, origin: string): Key | null {
  const content = plain === null ? null : parseJson(plain);
  if (typeof content !== 'object' || content === null) return null;
  const fields = new Map<string, unknown>(Object.entries(content));
  const text = fields.get('key');
  if (typeof text !== 'string' || fields.get('magic') !== magic) return null;
  const intact = fields.get('origin') === origin && fields.get('sum') === checksum(origin, text);
  return intact ? parseKey(text) : null;
}

function checksum(origin: string, key: string): string {
  return createHash('sha256').update(`${magic}\n${origin}\n${key}`).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
