import { expect, test } from 'vitest';
import { createSealer } from '../../../src/main/storage/sealing.ts';

type Backend = 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown';

function sealer(platform: NodeJS.Platform, available: boolean, backend: Backend) {
  return createSealer(
    {
      isEncryptionAvailable: () => available,
      // Elsewhere Electron has no such function.
      getSelectedStorageBackend: () => {
        if (platform !== 'linux') throw new TypeError('getSelectedStorageBackend is not a function');
        return backend;
      },
      encryptString: (text) => Buffer.from(`sealed ${text}`),
      decryptString: (sealed) => sealed.toString().replace('sealed ', ''),
    },
    platform,
  );
}

test.each<[NodeJS.Platform, boolean, Backend, boolean]>([
  ['linux', true, 'gnome_libsecret', true],
  ['linux', true, 'kwallet6', true],
  ['linux', true, 'basic_text', false],
  ['linux', false, 'gnome_libsecret', false],
  ['win32', true, 'unknown', true],
  ['win32', false, 'unknown', false],
  ['darwin', true, 'unknown', true],
])('on %s, available: %s, kept by %s, a key is safe: %s', (platform, available, backend, safe) => {
  expect(sealer(platform, available, backend).isSafe()).toBe(safe);
});

test('what was sealed is opened', () => {
  const { encryptString, decryptString } = sealer('linux', true, 'gnome_libsecret');
  expect(decryptString(encryptString('a key'))).toBe('a key');
});
