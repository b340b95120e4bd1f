import type { SafeStorage } from 'electron';
import { within } from '../within.ts';

/** Encrypts with the key of the system's keyring. Only while that is open: see `linux/keyring.ts`. */
export type Sealer = {
  /** Has the key fetched: whether the keyring answers; `late` is called when it does so after it was given up. */
  answers: (late: () => void) => Promise<boolean>;
  /** Null where that fails, and where anybody could open it. */
  encrypt: (text: string) => Promise<Buffer | null>;
  /** Null where that fails. `outdated`: it is to be encrypted anew, there is another key now. */
  decrypt: (sealed: Buffer) => Promise<{ text: string; outdated: boolean } | null>;
};

type Synchronous = Pick<
  SafeStorage,
  'isEncryptionAvailable' | 'getSelectedStorageBackend' | 'encryptString' | 'decryptString'
>;
type Asynchronous = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync'
>;

/** A keyring that has not given its key after so many milliseconds is said to be silent. */
const longestFetching = 10_000;

/** Electron's safeStorage, without waiting for it in the main thread where Electron can do that. */
export function createSealer(
  safeStorage: Synchronous & Partial<Asynchronous>,
  platform: NodeJS.Platform,
  limit = longestFetching,
): Sealer {
  return isAsynchronous(safeStorage)
    ? createAsynchronousSealer(safeStorage, platform, limit)
    : createSynchronousSealer(safeStorage, platform);
}

function isAsynchronous<Given extends Partial<Asynchronous>>(given: Given): given is Given & Asynchronous {
  return typeof given.isAsyncEncryptionAvailable === 'function';
}

function createAsynchronousSealer(
  safeStorage: Asynchronous,
  platform: NodeJS.Platform,
  limit: number,
): Sealer {
  // On Linux it takes a key that everybody has when it gets none from the keyring, and says so by this mark alone.
  const isObscured = (sealed: Buffer): boolean =>
    platform === 'linux' && sealed.subarray(0, 3).toString('latin1') === 'v10';
  return {
    answers: async (late) => {
      // Whether it can encrypt is seen when it does.
      const asked = safeStorage.isAsyncEncryptionAvailable().then(
        () => true,
        () => true,
      );
      return within(asked, limit, false, late);
    },
    encrypt: async (text) => {
      const sealed = await within(orNull(safeStorage.encryptStringAsync(text)), limit, null);
      return sealed === null || isObscured(sealed) ? null : sealed;
    },
    decrypt: async (sealed) => {
      const opened = await within(orNull(safeStorage.decryptStringAsync(sealed)), limit, null);
      return opened === null ? null : { text: opened.result, outdated: opened.shouldReEncrypt };
    },
  };
}

/** Before Electron 42 there is no asynchronous safeStorage. On Linux its `basic_text` encrypts with a key that everybody has. */
function createSynchronousSealer(safeStorage: Synchronous, platform: NodeJS.Platform): Sealer {
  const isSafe = (): boolean =>
    safeStorage.isEncryptionAvailable() &&
    (platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text');
  return {
    answers: async () => true,
    encrypt: async (text) => {
      try {
        return isSafe() ? safeStorage.encryptString(text) : null;
      } catch {
        return null;
      }
    },
    decrypt: async (sealed) => {
      try {
        return isSafe() ? { text: safeStorage.decryptString(sealed), outdated: false } : null;
      } catch {
        return null;
      }
    },
  };
}

async function orNull<Value>(promised: Promise<Value>): Promise<Value | null> {
  try {
    return await promised;
  } catch {
    return null;
  }
}
