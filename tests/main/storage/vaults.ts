import type { Key } from '../../../src/core/docspace/authorization.ts';
import type { Sealer } from '../../../src/main/storage/sealer.ts';
import { createVault, type Vault } from '../../../src/main/storage/vault.ts';
import { keyOf } from '../../support/keyOf.ts';
import { sealerOf } from './sealers.ts';

export const acme = { id: 'a', origin: 'https://acme.example' };
export const globex = { id: 'b', origin: 'https://globex.example' };
export const portals = [acme, globex];

/** A file that remembers what was written; a full disk takes nothing. */
export function disk(content: unknown = {}) {
  const file = {
    content,
    full: false,
    writes: 0,
    write: (next: Record<string, unknown>) => {
      file.writes += 1;
      if (!file.full) file.content = structuredClone(next);
      return !file.full;
    },
    /** What a thief of the disk reads. */
    text: () => JSON.stringify(file.content),
  };
  return file;
}

export const first = keyOf('sk-first-0123456789');
export const second = keyOf('sk-second-0123456789');

/** A vault over a file, as it is after a start with an open keyring. */
export async function openVault(file = disk(), sealer: Sealer = sealerOf()): Promise<Vault> {
  const vault = createVault(sealer, file.content, file.write);
  await vault.keyringChanged(true, portals);
  return vault;
}

/** Puts a key into a vault as it is done at the end of connecting. */
export async function keepKey(
  vault: Vault,
  { id, origin }: { id: string; origin: string },
  key: Key,
): ReturnType<Vault['keepHeld']> {
  vault.hold(key);
  const kept = await vault.keepHeld(id, origin);
  vault.hold(null);
  return kept;
}

/** A file in which a key of Acme is sealed. */
export async function sealedDisk(key = first, sealer: Sealer = sealerOf()) {
  const file = disk();
  await keepKey(await openVault(file, sealer), acme, key);
  return file;
}
