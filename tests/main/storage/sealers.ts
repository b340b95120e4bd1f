import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';
import type { Sealer } from '../../../src/main/storage/sealing.ts';

/**
 * Seals as Electron does on Linux: AES-128-CBC with a fixed IV, so that nothing notices a changed byte. Another
 * `keyring` is another key.
 */
export function sealerOf(keyring = 'first'): Sealer & { safe: boolean; fails: boolean } {
  const key = createHash('sha256').update(keyring).digest().subarray(0, 16);
  const iv = Buffer.alloc(16, ' ');
  const sealer = {
    safe: true,
    fails: false,
    isSafe: () => sealer.safe,
    encryptString: (text: string) => {
      if (sealer.fails) throw new Error('Encryption is not available.');
      const cipher = createCipheriv('aes-128-cbc', key, iv);
      return Buffer.concat([Buffer.from('v11'), cipher.update(text), cipher.final()]);
    },
    decryptString: (sealed: Buffer) => {
      if (sealed.subarray(0, 3).toString() !== 'v11')
        throw new Error('Ciphertext does not appear to be encrypted.');
      const decipher = createDecipheriv('aes-128-cbc', key, iv);
      return Buffer.concat([decipher.update(sealed.subarray(3)), decipher.final()]).toString();
    },
  };
  return sealer;
}
