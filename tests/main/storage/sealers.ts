import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Sealer } from '../../../src/main/storage/sealer.ts';

/**
 * Seals as Electron does on Linux: AES-128-CBC with a fixed IV, so that nothing notifications a changed byte. Another
 * `keyring` is another key.
 */
export function sealerOf(
  keyring = 'first',
): Sealer & { fails: boolean; answering: boolean; answersNow: () => void } {
  const key = createHash('sha256').update(keyring).digest().subarray(0, 16);
  const iv = Buffer.alloc(16, ' ');
  let tellLate = (): void => undefined;
  const sealer = {
    fails: false,
    answering: true,
    answers: async (late: () => void) => {
      tellLate = late;
      return sealer.answering;
    },
    /** The keyring answers after it was given up. */
    answersNow: () => {
      sealer.answering = true;
      tellLate();
    },
    encrypt: async (text: string) => {
      if (sealer.fails) return null;
      const cipher = createCipheriv('aes-128-cbc', key, iv);
      return Buffer.concat([Buffer.from('v11'), cipher.update(text), cipher.final()]);
    },
    decrypt: async (sealed: Buffer) => {
      if (sealed.subarray(0, 3).toString() !== 'v11') return null;
      const decipher = createDecipheriv('aes-128-cbc', key, iv);
      try {
        const text = Buffer.concat([decipher.update(sealed.subarray(3)), decipher.final()]).toString();
        return { text, outdated: false };
      } catch {
        return null;
      }
    },
  };
  return sealer;
}

/** A keyring that has a newer key, and still knows the older one. */
export function rotatedSealer(older: Sealer, newer: Sealer): Sealer {
  return {
    ...newer,
    decrypt: async (sealed) => {
      const old = await older.decrypt(sealed);
      return old?.text.startsWith('{') ? { ...old, outdated: true } : newer.decrypt(sealed);
    },
  };
}
