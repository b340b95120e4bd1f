import * as z from 'zod/mini';
import { connectViewSchema } from './connectView.ts';
import { labelsSchema } from './labels.ts';
import { faultyRow, portalRowSchema } from './portalRow.ts';
import { banner, glyph, line, notificationKind, pauseEnd, polling, text, theme, tone } from './values.ts';

const headline = z.strictObject({ title: text, detail: text, glyph, tone });

/** `proxy`: its origin; `kept`: whether user and password are; `note`: what it wants now. */
const proxySetting = z.strictObject({ proxy: text, name: text, kept: z.boolean(), note: line });

/**
 * What the window shows: finished strings and the shapes to draw. It is made by `present`, checked on its way out, so that
 * nothing unforeseen can leave, and drawn by the renderer as it is. No key, no link and no server address that could be
 * opened is in it.
 */
export const snapshotSchema = z.strictObject({
  /** Counts up; the renderer answers with it once it has painted, so that "seen" means seen. */
  revision: z.int(),
  language: text,
  direction: z.enum(['ltr', 'rtl']),
  theme,
  /** The fixed words of the window; with the first snapshot of a window only, null afterwards. */
  labels: z.nullable(labelsSchema),
  headline,
  banners: z.array(banner),
  portals: z.array(z.catch(portalRowSchema, ({ value }) => faultyRow(value))),
  paused: z.boolean(),
  connect: connectViewSchema,
  settings: z.strictObject({
    /** What no notification is shown of. */
    silenced: z.array(notificationKind),
    polling,
    /** Until when "until tomorrow" pauses. */
    tomorrow: pauseEnd,
    startAtLogin: z.boolean(),
    canStartAtLogin: z.boolean(),
    version: text,
    /** What became of exporting or importing the list of portals. */
    listNote: line,
    /** The proxies that ask for a user name and a password, or for which they are kept. */
    proxies: z.array(proxySetting),
  }),
});

export type Snapshot = z.output<typeof snapshotSchema>;
export type Headline = z.output<typeof headline>;
export type ProxySetting = z.output<typeof proxySetting>;
