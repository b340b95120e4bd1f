import { createHash } from 'node:crypto';
import type { Sealer } from './sealer.ts';

// The keyring's key does not authenticate everywhere: a flipped byte, or another key, can decrypt to garbage without an
// error. So a checksum goes along; and the origin, so that what is sealed for one server cannot be moved to another.
const magic = 'keepwatch-key-1';

/** Seals a secret for one origin, in base64; null where it cannot be sealed. */
export async function seal(
  sealer: Pick<Sealer, 'encrypt'>,
  origin: string,
  secret: string,
): Promise<string | null> {
  const plain = JSON.stringify({ magic, origin, key: secret, sum: checksum(origin, secret) });
  const sealed = await sealer.encrypt(plain);
  return sealed === null ? null : sealed.toString('base64');
}

/** The secret that was sealed for this origin, and whether it is to be sealed anew; null for anything else. */
export async function unseal(
  sealer: Pick<Sealer, 'decrypt'>,
  origin: string,
  sealed: string,
): Promise<{ secret: string; outdated: boolean } | null> {
  const opened = await sealer.decrypt(Buffer.from(sealed, 'base64'));
  const secret = opened === null ? null : secretIn(opened.text, origin);
  return opened === null || secret === null ? null : { secret, outdated: opened.outdated };
}

function secretIn(text: string, origin: string): string | null {
  const fields = new Map<string, unknown>(Object.entries(Object(parse(text))));
  const secret = fields.get('key');
  if (typeof secret !== 'string' || fields.get('magic') !== magic) return null;
  const intact = fields.get('origin') === origin && fields.get('sum') === checksum(origin, secret);
  return intact ? secret : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function checksum(origin: string, secret: string): string {
  return createHash('sha256').update(`${magic}\n${origin}\n${secret}`).digest('hex');
}
