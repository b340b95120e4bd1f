import { createHash } from 'node:crypto';
import { type Key, parseKey } from '../core/credential.ts';
import type { Kept } from '../core/connect.ts';
import { fail, type Result, succeed } from '../core/result.ts';
import type { Credential } from '../core/watch.ts';
import type { JsonFile } from './store.ts';

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
  credential: (portal: string) => Credential;
  /** Keeps a key; fails when a sealed one cannot be saved. */
  keep: (portal: string, origin: string, key: Key) => Result<Kept, null>;
  forget: (portal: string) => void;
  /** The keyring opened, closed or vanished: what was waiting for it is opened, and what is in memory sealed. */
  keyringChanged: (open: boolean, portals: ReadonlyArray<{ id: string; origin: string }>) => void;
  /** A key is in memory only. */
  keptUntilQuit: () => boolean;
  /** The keys that are open now, for taking them out of log lines. */
  secrets: () => string[];
};

const magic = 'keepwatch-key-1';

export function createVault(sealer: Sealer, file: JsonFile): Vault {
  const sealed = readSealed(file.read().content);
  const open = new Map<string, Key>();
  const broken = new Set<string>();
  let keyringOpen = false;

  const save = (): boolean => file.write({ keys: Object.fromEntries(sealed) });

  const seal = (portal: string, origin: string, key: Key): boolean => {
    const before = sealed.get(portal);
    try {
      sealed.set(portal, sealer.encryptString(wrap(origin, key)).toString('base64'));
    } catch {
      return false;
    }
    if (save()) return true;
    if (before === undefined) sealed.delete(portal);
    else sealed.set(portal, before);
    return false;
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
    credential: (portal) => {
      if (open.has(portal)) return 'ready';
      return sealed.has(portal) && !broken.has(portal) && !keyringOpen ? 'keyringClosed' : 'missing';
    },
    keep: (portal, origin, key) => {
      const safe = keyringOpen && sealer.isSafe();
      if (safe && !seal(portal, origin, key)) return fail(null);
      // An older sealed key would come back at the next start.
      if (!safe && sealed.delete(portal)) save();
      open.set(portal, key);
      broken.delete(portal);
      return succeed(safe ? 'sealed' : 'untilQuit');
    },
    forget: (portal) => {
      open.delete(portal);
      broken.delete(portal);
      if (sealed.delete(portal)) save();
    },
    keyringChanged: (nowOpen, portals) => {
      keyringOpen = nowOpen;
      if (!nowOpen || !sealer.isSafe()) return;
      for (const { id, origin } of portals) {
        const key = open.get(id);
        if (key !== undefined && !sealed.has(id)) seal(id, origin, key);
        unseal(id, origin);
      }
    },
    keptUntilQuit: () => [...open.keys()].some((portal) => !sealed.has(portal)),
    secrets: () => [...open.values()].map(({ text }) => text),
  };
}

function readSealed(content: unknown): Map<string, string> {
  const keys = typeof content === 'object' && content !== null && 'keys' in content ? content.keys : {};
  const entries = Object.entries(typeof keys === 'object' && keys !== null ? keys : {});
  return new Map(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

// safeStorage does not authenticate: a flipped byte, or another key, can decrypt to garbage without an error. So a
// checksum goes along; and the origin, so that a sealed key cannot be moved to another portal.
function wrap(origin: string, { text }: Key): string {
  return JSON.stringify({ magic, origin, key: text, sum: checksum(origin, text) });
}

function unwrap(plain: string | null, origin: string): Key | null {
  const content = plain === null ? null : parseJson(plain);
  if (typeof content !== 'object' || content === null) return null;
  const fields = new Map<string, unknown>(Object.entries(content));
  const text = fields.get('key');
  if (typeof text !== 'string' || fields.get('magic') !== magic) return null;
  const intact = fields.get('origin') === origin && fields.get('sum') === checksum(origin, text);
  return intact ? parseKey(text) : null;
}

function checksum(origin: string, key: string): string {
  return createHash('sha256').update(`${magic}\n${origin}\n${key}`).digest('hex');
}

function decrypt(sealer: Sealer, blob: string): string | null {
  try {
    return sealer.decryptString(Buffer.from(blob, 'base64'));
  } catch {
    return null;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
