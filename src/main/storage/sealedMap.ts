import { fail, type Result, succeed } from '../../core/base/result.ts';
import type { Kept } from '../../core/connect/attempt.ts';
import { entriesIn, type Write } from './jsonFile.ts';
import type { Sealer } from './sealer.ts';
import { seal, unseal } from './sealing.ts';

/** Secrets by id: sealed in one file, open in memory, never anywhere else. Each belongs to one origin. */
export type SealedMap = {
  /** The secret, if it is open. */
  get: (id: string) => string | null;
  /** There is a secret, and it waits for the keyring. */
  isWaiting: (id: string) => boolean;
  /**
   * Keeps a secret in place of the one before; fails, and changes nothing, when that cannot be saved, or when it is not
   * wanted any more once it is sealed.
   */
  keep: (id: string, origin: string, secret: string, wanted: () => boolean) => Promise<Result<Kept, null>>;
  /** Seals a secret that is kept for another origin; it stays as it is where that cannot be done now. */
  reseal: (id: string, origin: string) => Promise<void>;
  forget: (id: string) => void;
  /** Forgets all but these. */
  forgetOthers: (ids: readonly string[]) => void;
  /** The keyring opened, closed or vanished: what was waiting for it is opened, and what is in memory sealed. */
  keyringChanged: (open: boolean, owners: ReadonlyArray<{ id: string; origin: string }>) => Promise<void>;
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

  // Sealing and opening take their time: what has changed meanwhile is newer.

  const sealOne = async (id: string, origin: string): Promise<void> => {
    const secret = open.get(id);
    if (secret === undefined || sealed.has(id)) return;
    const blob = await seal(sealer, origin, secret);
    if (open.get(id) === secret && !sealed.has(id)) replace(id, blob);
  };
  const reseal = async (id: string, origin: string): Promise<void> => {
    const [secret, blob] = [open.get(id), sealed.get(id)];
    if (secret === undefined || blob === undefined || !keyringOpen) return;
    const anew = await seal(sealer, origin, secret);
    if (anew !== null && sealed.get(id) === blob) replace(id, anew);
  };
  const openOne = async (id: string, origin: string): Promise<void> => {
    const blob = sealed.get(id);
    if (blob === undefined || open.has(id)) return;
    const opened = await unseal(sealer, origin, blob);
    if (sealed.get(id) !== blob || open.has(id)) return;
    // The blob stays: a keyring that was replaced for a while may come back.
    if (opened === null) return void broken.add(id);
    open.set(id, opened.secret);
    if (opened.outdated) await reseal(id, origin);
  };

  return {
    get: (id) => open.get(id) ?? null,
    isWaiting: (id) => !open.has(id) && sealed.has(id) && !broken.has(id) && !keyringOpen,
    keep: async (id, origin, secret, wanted) => {
      const blob = keyringOpen ? await seal(sealer, origin, secret) : null;
      if (!wanted()) return fail(null);
      // An older sealed secret would come back at the next start, so it has to go even where nothing takes its place.
      if (!replace(id, blob)) return fail(null);
      open.set(id, secret);
      broken.delete(id);
      return succeed(blob === null ? 'untilQuit' : 'sealed');
    },
    reseal,
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
    keyringChanged: async (nowOpen, owners) => {
      keyringOpen = nowOpen;
      for (const { id, origin } of owners) {
        if (!keyringOpen) return;
        await sealOne(id, origin);
        await openOne(id, origin);
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
