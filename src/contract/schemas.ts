import * as z from 'zod/mini';
import type { CommandName, EventName, RequestName } from './channels.ts';
import { labelsSchema } from './labels.ts';
import type { Snapshot } from './snapshot.ts';
import { text } from './text.ts';

// What may go over each channel. Checked in the main process only, in both directions: inwards because a window is
// not trusted, outwards so that nothing unforeseen can leave.

const id = z.string().check(z.minLength(1), z.maxLength(64));
const backup = z.strictObject({
  scope: z.enum(['portal', 'server']),
  job: z.string().check(z.minLength(1), z.maxLength(100)),
});
const outsideCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.enum(['openLink', 'copyLink']), portal: id, backup }),
  z.strictObject({ type: z.literal('openPage'), portal: id, backup: z.nullable(backup) }),
  z.strictObject({ type: z.literal('openPortal'), portal: id }),
]);
const viewAction = z.strictObject({ type: z.enum(['changeKey', 'certificate', 'settings']) });
const theme = z.enum(['system', 'light', 'dark']);

const proxyOrigin = z.string().check(z.maxLength(300), z.regex(/^https?:\/\//));
const proxyText = z.string().check(z.maxLength(200));

/** What a window may send: no argument but these. */
export const commandSchemas = {
  seen: z.strictObject({ revision: z.int() }),
  hold: z.strictObject({ held: z.boolean() }),
  close: z.strictObject({}),
  checkNow: z.strictObject({ portal: z.nullable(id) }),
  pause: z.strictObject({}),
  resume: z.strictObject({}),
  portalAction: outsideCommand,
  rename: z.strictObject({ portal: id, name: z.string().check(z.maxLength(200)) }),
  watchServer: z.strictObject({ portal: id, on: z.boolean() }),
  remove: z.strictObject({ portal: id }),
  connectOpen: z.strictObject({ portal: z.nullable(id) }),
  certificateOpen: z.strictObject({ portal: id }),
  connectSubmit: z.strictObject({
    address: z.string().check(z.maxLength(4096)),
    key: z.string().check(z.maxLength(8192)),
  }),
  connectAgree: z.strictObject({}),
  connectEdit: z.strictObject({}),
  proxySignIn: z.strictObject({ proxy: proxyOrigin, user: proxyText, password: proxyText }),
  proxyForget: z.strictObject({ proxy: proxyOrigin }),
  setTheme: z.strictObject({ theme }),
  setStartAtLogin: z.strictObject({ on: z.boolean() }),
  saveDiagnostics: z.strictObject({}),
} satisfies Record<CommandName, z.ZodMiniType>;

const line = z.nullable(text);
const percent = z.int().check(z.minimum(0), z.maximum(100));
const tone = z.enum(['calm', 'accent', 'warn', 'danger']);
const glyph = z.union([
  z.strictObject({
    shape: z.enum(['idle', 'uploading', 'finished', 'failed', 'attention', 'offline', 'paused', 'now']),
  }),
  z.strictObject({ shape: z.literal('running'), percent }),
]);
const note = z.strictObject({ tone, fact: text, next: text });

const portalRow = z.strictObject({
  id,
  name: text,
  host: text,
  glyph,
  tone,
  figure: line,
  state: text,
  time: line,
  progress: z.nullable(z.strictObject({ now: percent, text, plateau: z.boolean() })),
  why: z.nullable(z.strictObject({ reason: text, next: line })),
  expiry: line,
  last: line,
  also: line,
  facts: z.array(z.strictObject({ term: text, detail: text })),
  buttons: z.array(
    z.strictObject({
      action: z.union([outsideCommand, viewAction]),
      label: text,
      weight: z.enum(['main', 'plain']),
    }),
  ),
  removal: text,
  mark: line,
  server: z.nullable(z.strictObject({ on: z.boolean(), note: text })),
});

const connect = z.strictObject({
  stage: z.enum(['form', 'checking', 'consent', 'refused', 'connected']),
  checks: z.array(z.strictObject({ tone, glyph, prefix: text, fact: text, detail: line })),
  addressError: line,
  keyError: line,
  note: z.nullable(note),
  consent: line,
  connected: z.nullable(id),
  certificate: z.nullable(
    z.strictObject({ facts: z.array(z.strictObject({ term: text, detail: text })), fingerprint: text }),
  ),
  offersStartAtLogin: z.boolean(),
});

const snapshot = z.strictObject({
  revision: z.int(),
  language: text,
  direction: z.enum(['ltr', 'rtl']),
  theme,
  labels: z.nullable(labelsSchema),
  headline: z.strictObject({ title: text, detail: text, glyph, tone }),
  banners: z.array(note),
  portals: z.array(portalRow),
  paused: z.boolean(),
  connect,
  settings: z.strictObject({
    startAtLogin: z.boolean(),
    canStartAtLogin: z.boolean(),
    version: text,
    proxies: z.array(z.strictObject({ proxy: text, name: text, kept: z.boolean(), note: line })),
  }),
});

/** What goes out to a window. */
export const eventSchemas = { snapshot } satisfies Record<EventName, z.ZodMiniType>;

/** Requests, with what they are answered. */
export const requestSchemas = { hello: { input: z.strictObject({}), output: snapshot } } satisfies Record<
  RequestName,
  { input: z.ZodMiniType; output: z.ZodMiniType }
>;

export type CommandInput<Name extends CommandName> = z.output<(typeof commandSchemas)[Name]>;

// The window's types and these schemas are written twice, on purpose: the renderer carries no zod. This holds them
// together.
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : never) : never;
export const snapshotIsSnapshot: Same<z.output<typeof snapshot>, Snapshot> = true;
