import { type Key, parseKey } from '../../core/docspace/authorization.ts';
import { fail, type Result } from '../../core/base/result.ts';
import type { Kept } from '../../core/connect/attempt.ts';
import type { KeyStatus } from '../../core/watch/watch.ts';
import type { Write } from './jsonFile.ts';
import { createSealedMap, type SealedMap } from './sealedMap.ts';
import type { Sealer } from './sealer.ts';

/** The keys of the portals: sealed on disk, opened in memory, never anywhere else. */
export type Vault = Pick<
  SealedMap,
  'forget' | 'forgetOthers' | 'reseal' | 'keyringChanged' | 'keptUntilQuit' | 'secrets'
> & {
  /** The key of a portal, if it is open. */
  key: (portal: string) => Key | null;
  keyStatus: (portal: string) => KeyStatus;
  /** Holds the key that was typed in, until its portal is stored or given up; null: none any more. */
  hold: (key: Key | null) => void;
  held: () => Key | null;
  /**
   * Keeps the held key as that of a portal; fails, and changes nothing, without one, when it is let go of meanwhile, or
   * when it cannot be saved.
   */
  keepHeld: (portal: string, origin: string) => Promise<Result<Kept, null>>;
};

/** `content`: what the file of sealed keys holds. */
export function createVault(sealer: Sealer, content: unknown, write: Write): Vault {
  const keys = createSealedMap(sealer, content, write);
  let held: Key | null = null;
  const key: Vault['key'] = (portal) => parseKey(keys.get(portal) ?? '');
  return {
    ...keys,
    key,
    keyStatus: (portal) => {
      if (key(portal) !== null) return 'ready';
      return keys.isWaiting(portal) ? 'keyringClosed' : 'missing';
    },
    hold: (typed) => {
      held = typed;
    },
    held: () => held,
    keepHeld: async (portal, origin) => {
      const typed = held;
      return typed === null ? fail(null) : keys.keep(portal, origin, typed.text, () => held === typed);
    },
    secrets: () => [...keys.secrets(), ...(held === null ? [] : [held.text])],
  };
}
