import { createHash } from 'node:crypto';
import { judgeRedirect } from '../../core/net/redirect.ts';
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

/**
 * The secret that was sealed for this origin, and whether it is to be sealed anew; null for anything else. What was sealed for
 * http opens for https of the same host, to which its server has moved, and never the other way.
 */
export async function unseal(
  sealer: Pick<Sealer, 'decrypt'>,
  origin: string,
  sealed: string,
): Promise<{ secret: string; outdated: boolean } | null> {
  const opened = await sealer.decrypt(Buffer.from(sealed, 'base64'));
  const content = opened === null ? null : contentOf(opened.text);
  if (opened === null || content === null) return null;
  const { secret, sealedFor } = content;
  if (sealedFor === origin) return { secret, outdated: opened.outdated };
  return judgeRedirect(sealedFor, origin).leads === 'upgrade' ? { secret, outdated: true } : null;
}

/** Intact, and ours. */
function contentOf(text: string): { secret: string; sealedFor: string } | null {
  const fields = new Map<string, unknown>(Object.entries(Object(parse(text))));
  const [secret, sealedFor] = [fields.get('key'), fields.get('origin')];
  if (typeof secret !== 'string' || typeof sealedFor !== 'string') return null;
  const intact = fields.get('magic') === magic && fields.get('sum') === checksum(sealedFor, secret);
  return intact ? { secret, sealedFor } : null;
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
