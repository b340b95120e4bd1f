import * as z from 'zod/mini';
import { backup, portalActionSchema } from './portalAction.ts';
import {
  ageLimit,
  facts,
  glyph,
  id,
  keepLimit,
  line,
  percent,
  scope,
  storageChoice,
  text,
  tone,
} from './values.ts';

/** Starting and stopping its backups: null where that cannot be done now, or not with this key. */
const control = z.strictObject({
  /** What is under way, and what came of it. */
  note: line,
  start: z.nullable(
    z.strictObject({
      question: text,
      note: line,
      choices: z.array(z.strictObject({ scope, storage: storageChoice, label: text })),
    }),
  ),
  stop: z.nullable(z.strictObject({ question: text, note: text, backup })),
});

const button = z.strictObject({ action: portalActionSchema, label: text, weight: z.enum(['main', 'plain']) });

/** A portal in the list, or alone in the window. */
export const portalRowSchema = z.strictObject({
  id,
  name: text,
  /** Tells portals of the same name apart. */
  host: text,
  glyph,
  tone,
  /** "42 %" beside the name. */
  figure: line,
  state: text,
  time: line,
  progress: z.nullable(z.strictObject({ now: percent, text, plateau: z.boolean() })),
  explanation: z.nullable(z.strictObject({ reason: text, next: line })),
  /** "Link works until …": with a clock where it is the thing to know. */
  expiry: line,
  lastFinished: line,
  /** The other of its two backups, where the whole server is watched too: "Whole server: backing up 42 %". */
  otherBackup: line,
  /** Shown where it is alone in the window. */
  facts,
  buttons: z.array(button),
  control,
  /** How its archive is being saved, or was. `percent`: null where nobody knows. */
  saving: z.nullable(
    z.strictObject({
      tone,
      text,
      detail: line,
      next: line,
      percent: z.nullable(percent),
      buttons: z.array(button),
    }),
  ),
  /** The question before removing, with its name in it. */
  removalQuestion: text,
  /** Stays for as long as it is so: what goes there can be read on the way, or its move to https is not done. */
  warning: line,
  /** For a week after its server has moved it to https. */
  encrypted: line,
  /** Where the whole server can be watched too: whether it is, and what is to be known of it. */
  wholeServer: z.nullable(z.strictObject({ on: z.boolean(), note: text })),
  /** Days after which its last finished backup is too old. */
  warnAfter: ageLimit,
  /** Where every finished backup is saved. */
  saveTo: z.nullable(z.strictObject({ folder: text, keep: keepLimit })),
  /** A certificate that the system does not trust is trusted for it. */
  trusted: z.boolean(),
});

export type PortalRow = z.output<typeof portalRowSchema>;
export type PortalButton = z.output<typeof button>;

const nameless = { id: '?', name: '?', host: '' };
const named = z.catch(
  z.object({ id: z.catch(id, nameless.id), name: z.catch(text, nameless.name), host: z.catch(text, '') }),
  nameless,
);

/** In place of a row that may not leave: its name and a sign. What is wrong with one portal keeps nothing from the others. */
export function faultyRow(row: unknown): PortalRow {
  const { name, ...known } = named.parse(row);
  return {
    ...known,
    name,
    glyph: { shape: 'attention' },
    tone: 'warn',
    figure: null,
    state: '…',
    time: null,
    progress: null,
    explanation: null,
    expiry: null,
    lastFinished: null,
    otherBackup: null,
    facts: [],
    buttons: [],
    control: { note: null, start: null, stop: null },
    saving: null,
    removalQuestion: name,
    warning: null,
    encrypted: null,
    wholeServer: null,
    warnAfter: null,
    saveTo: null,
    trusted: false,
  };
}
