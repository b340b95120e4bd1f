import { addressOf } from './net/address.ts';
import type { Scope } from './docspace/request.ts';

/** A portal as the settings keep it. It holds no secret: the key lies sealed in the vault, under the same id. */
export type Portal = {
  id: string;
  name: string;
  origin: string;
  /** What is watched: always the portal's own backups, on a standalone server the whole server's too. */
  scopes: Scope[];
  /** A server of one's own, as it said when it was connected: only there the whole server has a backup. */
  standalone?: boolean;
  /** The one certificate that it may show, in PEM, because its user trusts it; absent: what the system trusts. */
  certificate?: string | undefined;
  /**
   * Its server has moved it from http to https of the same host: when DocSpace first answered there, in epoch
   * milliseconds; null while it has not. With the first such redirect `origin` is the https one.
   */
  encryptedSince?: number | null;
  /** Its user is warned when the last finished backup is older than so many days; absent: never. */
  warnAfter?: AgeLimit | undefined;
  /** Every finished backup is saved to a folder; absent: none is. */
  saveTo?: SaveTo | undefined;
};

/** The limits that can be set, in days. */
export const ageLimits = [1, 2, 3, 7, 14, 31] as const;
export type AgeLimit = (typeof ageLimits)[number];

/** A folder, as an absolute path, and how many archives are kept in it; null: all of them. */
export type SaveTo = { folder: string; keep: KeepLimit | null };

/** How many archives can be kept. */
export const keepLimits = [1, 2, 3, 5, 7, 14, 31] as const;
export type KeepLimit = (typeof keepLimits)[number];

/** Longer than any path that a system takes. */
export const longestPath = 4096;

/** A path that means the same from everywhere, on any system; without a character that ends it early. */
export function isAbsolutePath(path: string): boolean {
  return /^(?:\/|[A-Za-z]:[\\/]|\\\\)/.test(path) && !path.includes('\0');
}

/** The longest name that is shown. */
export const longestName = 80;

/** Its server has moved it to https, and DocSpace has not answered there yet: its key goes nowhere. */
export function isUnproved({ encryptedSince }: Portal): boolean {
  return encryptedSince === null;
}

/** A portal on this machine itself needs no network. */
export function needsNetwork({ origin }: Portal): boolean {
  return !addressOf(new URL(origin)).loopback;
}
