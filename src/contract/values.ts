import * as z from 'zod/mini';
import { shorten, withoutSecrets } from '../core/base/text.ts';
import { latest } from '../core/base/time.ts';
import { ageLimits, keepLimits } from '../core/portal.ts';
import { notificationKinds, pollings, themes } from '../core/settings.ts';

// The small values that everything in the window is made of. The renderer takes only the types: it carries no zod.

/** A portal. */
export const id = z.string().check(z.minLength(1), z.maxLength(64));

/** The portal's own backup, or the whole server's. */
export const scope = z.enum(['portal', 'server']);

/** Where the archive of a backup goes that is started here. */
export const storageChoice = z.enum(['temporary', 'scheduled']);

export const theme = z.enum(themes);
export const notificationKind = z.enum(notificationKinds);
export const polling = z.enum(pollings);

/** Days; null: none. */
export const ageLimit = z.nullable(z.literal(ageLimits));

/** How many archives are kept; null: all. */
export const keepLimit = z.nullable(z.literal(keepLimits));

/** Until when watching is paused: epoch milliseconds, or Infinity for "until resumed". */
export const pauseEnd = z.union([z.number().check(z.minimum(1), z.maximum(latest)), z.literal(Infinity)]);

const longestText = 2000;

/**
 * Any text that goes to the window. Checked here once more: whatever has gone wrong before, no key leaves in one, and one
 * without end is cut, since a snapshot that is refused would leave the window without news of all portals.
 */
export const text = z.string().check(z.overwrite((said) => shorten(withoutSecrets(said), longestText)));

/** A text that may be missing. */
export const line = z.nullable(text);

export const percent = z.int().check(z.minimum(0), z.maximum(100));

export const tone = z.enum(['calm', 'accent', 'warn', 'danger']);

/** State by shape: `percent` fills the running ring. */
export const glyph = z.union([
  z.strictObject({
    shape: z.enum(['idle', 'uploading', 'finished', 'failed', 'attention', 'offline', 'paused', 'now']),
  }),
  z.strictObject({ shape: z.literal('running'), percent }),
]);

/** Something said once, above the list or in a form: a fact, and what comes next. */
export const banner = z.strictObject({
  tone,
  fact: text,
  next: text,
  /** The words of the button that unlocks the keyring, or makes one. */
  unlock: z.optional(text),
});

/** Facts in two columns. */
export const facts = z.array(z.strictObject({ term: text, detail: text }));

export type Tone = z.output<typeof tone>;
export type Glyph = z.output<typeof glyph>;
export type Banner = z.output<typeof banner>;
