import * as z from 'zod/mini';
import type { Portal } from './portal.ts';

/** What is kept in the settings file. No secret is in it. */
export type Settings = {
  version: 1;
  portals: Portal[];
  theme: Theme;
  /** Epoch milliseconds, `null` for "until resumed"; absent while watching. */
  pausedUntil?: number | null;
};

export type Theme = 'system' | 'light' | 'dark';

export const defaultSettings: Settings = { version: 1, portals: [], theme: 'system' };

const currentVersion = 1;

const portal = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  name: z.string().check(z.maxLength(200)),
  origin: z.string().check(z.refine(isOrigin)),
  scopes: z.catch(z.array(z.enum(['portal', 'server'])).check(z.minLength(1)), () => ['portal' as const]),
});

const schema = z.object({
  version: z.literal(currentVersion),
  portals: z.array(portal),
  theme: z.catch(z.enum(['system', 'light', 'dark']), 'system'),
  pausedUntil: z.optional(z.nullable(z.number())),
});

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text);
}

/** Each entry lifts the settings of its index by one version; pure, never changed once released. */
const migrations: ReadonlyArray<(old: Record<string, unknown>) => Record<string, unknown>> = [
  (unversioned) => ({ ...unversioned, version: 1 }),
];

export type SettingsReading = {
  settings: Settings;
  /**
   * `damaged`: what could not be read was left out. `newer`: written by a newer Keepwatch, read as far as it is
   * understood. Either way the file is to be set aside before it is written again.
   */
  problem: 'damaged' | 'newer' | null;
};

/** Reads what a settings file holds, of whatever version; loses no portal that can be read. */
export function readSettings(stored: unknown): SettingsReading {
  const file = record.safeParse(stored);
  if (!file.success) return { settings: defaultSettings, problem: 'damaged' };
  if (Object.keys(file.data).length === 0) return { settings: defaultSettings, problem: null };
  const version = typeof file.data['version'] === 'number' ? file.data['version'] : 0;
  const newer = version > currentVersion;
  const raised = newer ? { ...file.data, version: currentVersion } : migrate(file.data, version);
  const whole = schema.safeParse(raised);
  if (whole.success) return { settings: tidy(whole.data), problem: newer ? 'newer' : null };
  return { settings: salvage(raised), problem: newer ? 'newer' : 'damaged' };
}

const record = z.record(z.string(), z.unknown());

function migrate(stored: Record<string, unknown>, version: number): Record<string, unknown> {
  return migrations.slice(Math.max(0, version)).reduce((settings, step) => step(settings), stored);
}

function salvage(raised: Record<string, unknown>): Settings {
  const portals = Array.isArray(raised['portals']) ? raised['portals'] : [];
  const readable = portals.map((entry) => portal.safeParse(entry)).filter((read) => read.success);
  return { ...defaultSettings, portals: readable.map((read) => read.data) };
}

function tidy({ pausedUntil, ...rest }: z.output<typeof schema>): Settings {
  return pausedUntil === undefined ? rest : { ...rest, pausedUntil };
}
