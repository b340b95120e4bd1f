import { parseUrl } from './base/url.ts';
import * as z from 'zod/mini';
import { ageLimits, isAbsolutePath, keepLimits, longestName, longestPath, type Portal } from './portal.ts';
import type { Scope } from './docspace/request.ts';
import { plainText } from './base/text.ts';
import { latest } from './base/time.ts';

/** What is kept in the settings file. No secret is in it. */
export type Settings = {
  version: 1;
  portals: Portal[];
  theme: Theme;
  /** Epoch milliseconds, `null` for "until resumed"; absent while watching. */
  pausedUntil?: number | null;
  /** What no notification is shown of; absent: of everything that is news one is. */
  silenced?: NotificationKind[];
  /** Absent: automatic. */
  polling?: FixedPolling;
};

/** What the user can choose to be notified of. */
export const notificationKinds = ['finished', 'failed', 'overdue', 'expiring', 'access', 'saved'] as const;
export type NotificationKind = (typeof notificationKinds)[number];

/** How often every portal is asked, whatever it does; `automatic`: as it makes sense. */
export const pollings = ['automatic', 'halfMinute', 'minute'] as const;
export type Polling = (typeof pollings)[number];
type FixedPolling = Exclude<Polling, 'automatic'>;

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const defaultSettings: Settings = { version: 1, portals: [], theme: 'system' };

const currentVersion = 1;

/** A generous bound: real ones have some two thousand characters. */
const longestCertificate = 32_768;

const certificate = z.string().check(z.maxLength(longestCertificate), z.refine(isCertificate));

const portal = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.overwrite((stored) => plainText(stored, longestName))),
  origin: z.string().check(z.maxLength(300), z.refine(isOrigin)),
  // One that cannot be read is not trusted; its portal is kept, and says so.
  certificate: z.catch(z.optional(certificate), undefined),
  scopes: z.pipe(z.catch(z.array(z.unknown()), []), z.transform(scopesOf)),
  standalone: z.exactOptional(z.catch(z.boolean(), false)),
  // Where it cannot be read, it is to be proved again before a key goes there.
  encryptedSince: z.exactOptional(
    z.catch(z.nullable(z.number().check(z.minimum(0), z.maximum(latest))), null),
  ),
  warnAfter: z.catch(z.optional(z.literal(ageLimits)), undefined),
  // One that cannot be read is none: nothing is written, and nothing deleted, anywhere else.
  saveTo: z.catch(
    z.optional(
      z.object({
        folder: z.string().check(z.maxLength(longestPath), z.refine(isAbsolutePath)),
        keep: z.nullable(z.literal(keepLimits)),
      }),
    ),
    undefined,
  ),
});

const theme = z.enum(themes);
const pausedUntil = z.optional(z.nullable(z.number().check(z.minimum(0), z.maximum(latest))));

const silenced = z.optional(z.array(z.enum(notificationKinds)));
const polling = z.optional(z.enum(['halfMinute', 'minute']));

const schema = z.object({
  version: z.literal(currentVersion),
  portals: z.array(portal).check(z.refine((portals) => unique(portals).length === portals.length)),
  theme,
  pausedUntil,
  silenced,
  polling,
});

/** The portal's own backups are always watched, and first. */
function scopesOf(stored: unknown[]): Scope[] {
  return stored.includes('server') ? ['portal', 'server'] : ['portal'];
}

/** Key, history and connections go by the id: of two portals with the same one, the first counts. */
function unique(portals: readonly Portal[]): Portal[] {
  return portals.filter(({ id }, index) => portals.findIndex((other) => other.id === id) === index);
}

/** One, whole: a file that holds several would trust the others too. */
function isCertificate(text: string): boolean {
  return /^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/.test(text);
}

/** A web origin as it is written: scheme, host and port, nothing behind. */
export function isOrigin(text: string): boolean {
  return parseUrl(text)?.origin === text && /^https?:/.test(text);
}

/** Each entry lifts the settings of its index by one version; pure, never changed once released. */
const migrations: ReadonlyArray<(old: Record<string, unknown>) => Record<string, unknown>> = [
  (unversioned) => ({ ...unversioned, version: 1 }),
];

type ParsedSettings = {
  settings: Settings;
  /**
   * `damaged`: what could not be read was left out. `newer`: written by a newer Keepwatch, read as far as it is
   * understood. Either way the file is to be set aside before it is written again.
   */
  problem: 'damaged' | 'newer' | null;
};

/** Reads what a settings file holds, of whatever version; loses no portal that can be read. */
export function parseSettings(stored: unknown): ParsedSettings {
  const file = record.safeParse(stored);
  if (!file.success) return { settings: defaultSettings, problem: 'damaged' };
  if (Object.keys(file.data).length === 0) return { settings: defaultSettings, problem: null };
  const version = typeof file.data['version'] === 'number' ? file.data['version'] : 0;
  const newer = version > currentVersion;
  const raised = newer ? { ...file.data, version: currentVersion } : migrate(file.data, version);
  const problem = schema.safeParse(raised).success ? null : 'damaged';
  return { settings: readParts(raised), problem: newer ? 'newer' : problem };
}

const record = z.record(z.string(), z.unknown());

function migrate(stored: Record<string, unknown>, version: number): Record<string, unknown> {
  return migrations.slice(Math.max(0, version)).reduce((settings, step) => step(settings), stored);
}

/** Each part that can be read; the default in place of each that cannot. */
function readParts(raised: Record<string, unknown>): Settings {
  const portals = Array.isArray(raised['portals']) ? raised['portals'] : [];
  const readable = portals.map((entry) => portal.safeParse(entry)).filter((read) => read.success);
  const readTheme = theme.safeParse(raised['theme']);
  const readPause = pausedUntil.safeParse(raised['pausedUntil']);
  const settings: Settings = {
    version: currentVersion,
    portals: unique(readable.map((read) => read.data)),
    theme: readTheme.success ? readTheme.data : defaultSettings.theme,
  };
  if (readPause.success && readPause.data !== undefined) settings.pausedUntil = readPause.data;
  const readSilenced = silenced.safeParse(raised['silenced']);
  if (readSilenced.success && readSilenced.data !== undefined) settings.silenced = readSilenced.data;
  const readPolling = polling.safeParse(raised['polling']);
  if (readPolling.success && readPolling.data !== undefined) settings.polling = readPolling.data;
  return settings;
}
