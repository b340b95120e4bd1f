import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Kept } from '../../core/connect/attempt.ts';
import { entriesIn, type Write } from './jsonFile.ts';
import { seal, type Sealer, unseal } from './sealing.ts';

/** Secrets by id: sealed in one file, open in memory, never anywhere else. Each belongs to one origin. */
export type SealedMap = {
  /** The secret, if it is open. */
  get: (id: string) => string | null;
  /** There is a secret, and it waits for the keyring. */
  isWaiting: (id: string) => boolean;
  /** Keeps a secret in place of the one before; fails, and changes nothing, when that cannot be saved. */
  keep: (id: string, origin: string, secret: string) => Result<Kept, null>;
  forget: (id: string) => void;
  /** Forgets all but these. */
  forgetOthers: (ids: readonly string[]) => void;
  /** The keyring opened, closed or vanished: what was waiting for it is opened, and what is in memory sealed. */
  keyringChanged: (open: boolean, owners: ReadonlyArray<{ id: string; origin: string }>) => void;
  /** A secret is in memory only. */
  keptUntilQuit: () => boolean;
  /** The ids of all that is kept. */
  ids: () => string[];
  /** All that is open now. */
  secrets: () => string[];
};

/** `content`: what the file holds. */
export function createSealedMap(sealer: Sealer, content: unknown, write: Write): SealedMap {
  const sealed = readSealed(content);
  const open = new Map<string, string>();
  const broken = new Set<string>();
  let keyringOpen = false;

  const isSafe = (): boolean => keyringOpen && sealer.isSafe();
  const set = (id: string, blob: string | null): void => {
    if (blob === null) sealed.delete(id);
    else sealed.set(id, blob);
  };
  const save = (): boolean => write({ keys: Object.fromEntries(sealed) });
  /** Puts a sealed secret in place of the one before, or none; all stays as it was when that cannot be saved. */
  const replace = (id: string, blob: string | null): boolean => {
    const before = sealed.get(id) ?? null;
    if (before === blob) return true;
    set(id, blob);
    const saved = save();
    if (!saved) set(id, before);
    return saved;
  };

  const openOne = (id: string, origin: string): void => {
    const blob = sealed.get(id);
    if (blob === undefined || open.has(id)) return;
    const secret = unseal(sealer, origin, blob);
    // The blob stays: a keyring that was replaced for a while may come back.
    if (secret === null) broken.add(id);
    else open.set(id, secret);
  };

  return {
    get: (id) => open.get(id) ?? null,
    isWaiting: (id) => !open.has(id) && sealed.has(id) && !broken.has(id) && !keyringOpen,
    keep: (id, origin, secret) => {
      const blob = isSafe() ? seal(sealer, origin, secret) : null;
      // An older sealed secret would come back at the next start, so it has to go even where nothing takes its place.
      if (!replace(id, blob)) return fail(null);
      open.set(id, secret);
      broken.delete(id);
      return succeed(blob === null ? 'untilQuit' : 'sealed');
    },
    forget: (id) => {
      open.delete(id);
      broken.delete(id);
      // What cannot be removed now goes with the next change: it is not put back.
      if (sealed.delete(id)) save();
    },
    forgetOthers: (ids) => {
      const others = [...sealed.keys()].filter((id) => !ids.includes(id));
      for (const id of others) sealed.delete(id);
      if (others.length > 0) save();
    },
    keyringChanged: (nowOpen, owners) => {
      keyringOpen = nowOpen;
      if (!isSafe()) return;
      for (const { id, origin } of owners) {
        const secret = open.get(id);
        if (secret !== undefined && !sealed.has(id)) replace(id, seal(sealer, origin, secret));
        openOne(id, origin);
      }
    },
    keptUntilQuit: () => [...open.keys()].some((id) => !sealed.has(id)),
    ids: () => [...new Set([...sealed.keys(), ...open.keys()])],
    secrets: () => [...open.values()],
  };
}

function readSealed(content: unknown): Map<string, string> {
  const entries = entriesIn(content, 'keys');
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
