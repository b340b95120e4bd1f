import type { SafeStorage } from 'electron';
import type { Sealer } from './vault.ts';

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
