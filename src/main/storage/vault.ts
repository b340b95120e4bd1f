import type { Key } from '../../core/docspace/authorization.ts';
import type { Kept } from '../../core/connect/attempt.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { KeyStatus } from '../../core/watch/watch.ts';
import { entriesIn } from './jsonFile.ts';
import { unwrap, wrap } from './seal.ts';
import type { Write } from './store.ts';

/** What of Electron's safeStorage is used. Only while the keyring is open: see `linux/keyring.ts`. */
export type Sealer = {
  /** Whether what it seals is safe; not merely obscured by a key that everybody has. */
  isSafe: () => boolean;
  encryptString: (text: string) => Buffer;
  decryptString: (sealed: Buffer) => string;
};

/** The keys of the portals: sealed on disk, opened in memory, never anywhere else. */
export type Vault = {
  /** The key of a portal, or how it stands with it. */
  key: (portal: string) => Key | null;
  keyStatus: (portal: string) => KeyStatus;
  /** Keeps a key in place of the one before; fails, and changes nothing, when that cannot be saved. */
  keep: (portal: string, origin: string, key: Key) => Result<Kept, null>;
  forget: (portal: string) => void;
  /** Forgets all keys but those of these portals: one may have been removed in the moment Keepwatch was killed. */
  forgetOthers: (portals: readonly string[]) => void;
  /** The keyring opened, closed or vanished: what was waiting for it is opened, and what is in memory sealed. */
  keyringChanged: (open: boolean, portals: ReadonlyArray<{ id: string; origin: string }>) => void;
  /** A key is in memory only. */
  keptUntilQuit: () => boolean;
  /** The names of all that is kept. */
  known: () => string[];
  /** The keys that are open now, for taking them out of log lines. */
  secrets: () => string[];
};

/** `content`: what the file of sealed keys holds. */
export function createVault(sealer: Sealer, content: unknown, write: Write): Vault {
  const sealed = readSealed(content);
  const open = new Map<string, Key>();
  const broken = new Set<string>();
  let keyringOpen = false;

  const isSafe = (): boolean => keyringOpen && sealer.isSafe();
  const set = (portal: string, blob: string | null): void => {
    if (blob === null) sealed.delete(portal);
    else sealed.set(portal, blob);
  };
  const save = (): boolean => write({ keys: Object.fromEntries(sealed) });
  /** Puts a sealed key in place of the one before, or none; all stays as it was when that cannot be saved. */
  const replace = (portal: string, blob: string | null): boolean => {
    const before = sealed.get(portal) ?? null;
    if (before === blob) return true;
    set(portal, blob);
    const saved = save();
    if (!saved) set(portal, before);
    return saved;
  };

  const unseal = (portal: string, origin: string): void => {
    const blob = sealed.get(portal);
    if (blob === undefined || open.has(portal)) return;
    const key = unwrap(decrypt(sealer, blob), origin);
    // The blob stays: a keyring that was replaced for a while may come back.
    if (key === null) broken.add(portal);
    else open.set(portal, key);
  };

  return {
    key: (portal) => open.get(portal) ?? null,
    keyStatus: (portal) => {
      if (open.has(portal)) return 'ready';
      return sealed.has(portal) && !broken.has(portal) && !keyringOpen ? 'keyringClosed' : 'missing';
    },
    keep: (portal, origin, key) => {
      const blob = isSafe() ? encrypt(sealer, wrap(origin, key)) : null;
      // An older sealed key would come back at the next start, so that it has to go even where nothing takes its place.
      if (!replace(portal, blob)) return fail(null);
      open.set(portal, key);
      broken.delete(portal);
      return succeed(blob === null ? 'untilQuit' : 'sealed');
    },
    forget: (portal) => {
      open.delete(portal);
      broken.delete(portal);
      // What cannot be removed now goes with the next change: it is not put back.
      if (sealed.delete(portal)) save();
    },
    forgetOthers: (portals) => {
      const others = [...sealed.keys()].filter((portal) => !portals.includes(portal));
      for (const portal of others) sealed.delete(portal);
      if (others.length > 0) save();
    },
    keyringChanged: (nowOpen, portals) => {
      keyringOpen = nowOpen;
      if (!isSafe()) return;
      for (const { id, origin } of portals) {
        const key = open.get(id);
        if (key !== undefined && !sealed.has(id)) replace(id, encrypt(sealer, wrap(origin, key)));
        unseal(id, origin);
      }
    },
    keptUntilQuit: () => [...open.keys()].some((portal) => !sealed.has(portal)),
    known: () => [...new Set([...sealed.keys(), ...open.keys()])],
    secrets: () => [...open.values()].map(({ text }) => text),
  };
}

function readSealed(content: unknown): Map<string, string> {
  const keys = entriesIn(content, 'keys');
  return new Map(keys.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

function encrypt(sealer: Sealer, plain: string): string | null {
  try {
    return sealer.encryptString(plain).toString('base64');
  } catch {
    return null;
  }
}

function decrypt(sealer: Sealer, blob: string): string | null {
  try {
    return sealer.decryptString(Buffer.from(blob, 'base64'));
  } catch {
    return null;
  }
}
