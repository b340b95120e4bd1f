import { expect } from 'vitest';
import type { createSealer } from '../../../src/main/storage/sealer.ts';

/**
 * Electron 45's safeStorage, as its source says: it is never unavailable, it marks what it encrypts by what the key came
 * from, and all its calls wait for the keyring. Touching the synchronous one is a failure.
 */
export function asynchronous(
  mark: string,
  keyring: Promise<void> = Promise.resolve(),
): Parameters<typeof createSealer>[0] {
  const unused = (): never => expect.unreachable('the synchronous safeStorage may freeze');
  return {
    isEncryptionAvailable: unused,
    getSelectedStorageBackend: unused,
    encryptString: unused,
    decryptString: unused,
    isAsyncEncryptionAvailable: async () => keyring.then(() => true),
    encryptStringAsync: async (text) => keyring.then(() => Buffer.from(`${mark}${text}`)),
    decryptStringAsync: async (sealed) => {
      await keyring;
      const text = sealed.toString();
      if (!text.startsWith(mark)) throw new Error('Error while decrypting the ciphertext provided.');
      return { shouldReEncrypt: text.includes('old'), result: text.slice(mark.length) };
    },
  };
}
