import { createHash } from 'node:crypto';
import type { SafeStorage } from 'electron';

/** What of Electron's safeStorage is used. Only while the keyring is open: see `linux/keyring.ts`. */
export type Sealer = {
  /** Whether what it seals is safe; not merely obscured by a key that everybody has. */
  isSafe: () => boolean;
  encryptString: (text: string) => Buffer;
  decryptString: (sealed: Buffer) => string;
};

/** Electron's safeStorage; on Linux its `basic_text` backend encrypts with a key that everybody has. */
export function createSealer(
  safeStorage: Pick<
    SafeStorage,
    'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
  >,
  platform: NodeJS.Platform,
): Sealer {
  return {
    isSafe: () =>
      safeStorage.isEncryptionAvailable() &&
      (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
    encryptString: (text) => safeStorage.encryptString(text),
    decryptString: (sealed) => safeStorage.decryptString(sealed),
  };
}

// safeStorage does not authenticate: a flipped byte, or another key, can decrypt to garbage without an error. So a
// checksum goes along; and the origin, so that what is sealed for one server cannot be moved to another.
const magic = 'keepwatch-key-1';

/** Seals a secret for one origin, in base64; null where it cannot be sealed. */
export function seal(sealer: Sealer, origin: string, secret: string): string | null {
  const plain = JSON.stringify({ magic, origin, key: secret, sum: checksum(origin, secret) });
  try {
    return sealer.encryptString(plain).toString('base64');
  } catch {
    return null;
  }
}

/** The secret that was sealed for this origin; null for anything else. */
export function unseal(sealer: Sealer, origin: string, sealed: string): string | null {
  try {
    const content: unknown = JSON.parse(sealer.decryptString(Buffer.from(sealed, 'base64')));
    const fields = new Map<string, unknown>(Object.entries(Object(content)));
    const secret = fields.get('key');
    if (typeof secret !== 'string' || fields.get('magic') !== magic) return null;
    const intact = fields.get('origin') === origin && fields.get('sum') === checksum(origin, secret);
    return intact ? secret : null;
  } catch {
    return null;
  }
}

function checksum(origin: string, secret: string): string {
  return createHash('sha256').update(`${magic}\n${origin}\n${secret}`).digest('hex');
}
