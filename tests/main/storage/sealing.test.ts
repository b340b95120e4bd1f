import { expect, test } from 'vitest';
import { createSealer, seal, unseal } from '../../../src/main/storage/sealing.ts';
import { sealerOf } from './sealers.ts';

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

test('what is sealed opens for its own origin only', () => {
  const sealed = seal(sealerOf(), 'https://acme.example', 'secret') ?? '';
  expect(unseal(sealerOf(), 'https://acme.example', sealed)).toBe('secret');
  expect(unseal(sealerOf(), 'https://globex.example', sealed)).toBeNull();
  expect(unseal(sealerOf('second'), 'https://acme.example', sealed)).toBeNull();
});

test('what earlier versions have sealed is opened: this form does not change', () => {
  const content =
    '{"magic":"keepwatch-key-1","origin":"https://acme.example","key":"sk-first-0123456789","sum":"6792ebfdce6d1c3745e6cfeff68a98a18f3e3fc3213ab2709df2eafad736fb0f"}';
  const blob = sealerOf().encryptString(content).toString('base64');
  expect(unseal(sealerOf(), 'https://acme.example', blob)).toBe('sk-first-0123456789');
});

test.each(['', 'null', '7', '[]', '{}', '{"magic":"keepwatch-key-1","key":"x"}', 'not json'])(
  'what is %j inside opens nothing',
  (content) => {
    const blob = sealerOf().encryptString(content).toString('base64');
    expect(unseal(sealerOf(), 'https://acme.example', blob)).toBeNull();
  },
);
