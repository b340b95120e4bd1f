import { describe, expect, test } from 'vitest';
import { createSealer } from '../../../src/main/storage/sealer.ts';
import { waitFor } from '../../support/desktop/waitFor.ts';
import { asynchronous } from './asynchronous.ts';

type Backend = 'basic_text' | 'gnome_libsecret' | 'kwallet6' | 'unknown';

const nobody = (): void => undefined;

/** Electron's synchronous safeStorage. */
function synchronous(platform: NodeJS.Platform, available: boolean, backend: Backend) {
  return {
    isEncryptionAvailable: () => available,
    // Elsewhere Electron has no such function.
    getSelectedStorageBackend: () => {
      if (platform !== 'linux') throw new TypeError('getSelectedStorageBackend is not a function');
      return backend;
    },
    encryptString: (text: string) => {
      if (!available || text === 'too much') throw new Error('Encryption is not available.');
      return Buffer.from(`sealed ${text}`);
    },
    decryptString: (sealed: Buffer) => {
      if (!sealed.toString().startsWith('sealed ')) throw new Error('Not encrypted.');
      return sealed.toString().replace('sealed ', '');
    },
  };
}

describe('without an asynchronous safeStorage', () => {
  test.each<[NodeJS.Platform, boolean, Backend, boolean]>([
    ['linux', true, 'gnome_libsecret', true],
    ['linux', true, 'kwallet6', true],
    ['linux', true, 'basic_text', false],
    ['linux', false, 'gnome_libsecret', false],
    ['win32', true, 'unknown', true],
    ['win32', false, 'unknown', false],
    ['darwin', true, 'unknown', true],
  ])(
    'on %s, available: %s, kept by %s, a key can be sealed: %s',
    async (platform, available, backend, can) => {
      const sealer = createSealer(synchronous(platform, available, backend), platform);
      const opened = { text: 'a key', outdated: false };
      expect(await sealer.answers(nobody)).toBe(true);
      expect((await sealer.encrypt('a key'))?.toString() ?? null).toBe(can ? 'sealed a key' : null);
      expect(await sealer.decrypt(Buffer.from('sealed a key'))).toEqual(can ? opened : null);
    },
  );

  test('what fails gives nothing', async () => {
    const sealer = createSealer(synchronous('linux', true, 'gnome_libsecret'), 'linux');
    expect([await sealer.encrypt('too much'), await sealer.decrypt(Buffer.from('x'))]).toEqual([null, null]);
  });
});

describe('with an asynchronous safeStorage', () => {
  test.each<[NodeJS.Platform, string, boolean]>([
    ['linux', 'v11', true],
    ['linux', 'v12', true],
    ['linux', 'v10', false],
    ['win32', 'v10', true],
    ['darwin', 'v10', true],
  ])('on %s, marked %s, a key can be sealed: %s', async (platform, mark, can) => {
    const sealer = createSealer(asynchronous(mark), platform);
    expect(await sealer.answers(nobody)).toBe(true);
    expect((await sealer.encrypt('a key'))?.toString() ?? null).toBe(can ? `${mark}a key` : null);
  });

  test('what is sealed is opened; it is said what is to be sealed anew, and nothing of what fails', async () => {
    const sealer = createSealer(asynchronous('v11'), 'linux');
    expect(await sealer.decrypt(Buffer.from('v11a key'))).toEqual({ text: 'a key', outdated: false });
    expect(await sealer.decrypt(Buffer.from('v11old'))).toEqual({ text: 'old', outdated: true });
    expect(await sealer.decrypt(Buffer.from('another'))).toBeNull();
  });

  test('an encryption that fails gives nothing', async () => {
    const refuses = async () => Promise.reject(new Error('Error while encrypting the text provided.'));
    const sealer = createSealer({ ...asynchronous('v11'), encryptStringAsync: refuses }, 'linux');
    expect(await sealer.encrypt('a key')).toBeNull();
  });

  test('a look that fails is an answer: what can be sealed is seen then', async () => {
    const refuses = async () => Promise.reject(new Error('no keyring'));
    const sealer = createSealer({ ...asynchronous('v11'), isAsyncEncryptionAvailable: refuses }, 'linux');
    expect(await sealer.answers(nobody)).toBe(true);
  });

  test('a keyring that hangs holds nobody up for longer than the limit, and is heard when it answers', async () => {
    let answer = nobody;
    const keyring = new Promise<void>((resolve) => (answer = resolve));
    const sealer = createSealer(asynchronous('v11', keyring), 'linux', 20);
    let heard = 0;
    const began = performance.now();
    expect([
      await sealer.answers(() => (heard += 1)),
      await sealer.encrypt('a key'),
      await sealer.decrypt(Buffer.from('v11a key')),
    ]).toEqual([false, null, null]);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(heard).toBe(0);
    answer();
    await waitFor('the late answer', () => heard === 1);
    expect(await sealer.answers(nobody)).toBe(true);
  });
});
