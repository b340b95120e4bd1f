import * as z from 'zod/mini';
import type { CommandName } from './channels.ts';
import { runName } from './historyView.ts';
import { keepLimits } from '../core/portal.ts';
import { backup, outsideCommand } from './portalAction.ts';
import { ageLimit, id, notificationKind, pauseEnd, polling, scope, storageChoice, theme } from './values.ts';

/** What may happen in a window that is the core's own affair: passed on to it as it is. */
const windowEvent = z.discriminatedUnion('type', [
  outsideCommand,
  z.strictObject({ type: z.literal('checkNow'), portal: z.nullable(id) }),
  z.strictObject({ type: z.literal('paused'), until: pauseEnd }),
  z.strictObject({ type: z.literal('startBackup'), portal: id, scope, storage: storageChoice }),
  z.strictObject({ type: z.literal('stopBackup'), portal: id, backup }),
  z.strictObject({ type: z.literal('rename'), portal: id, name: z.string().check(z.maxLength(200)) }),
  z.strictObject({ type: z.literal('warnAfter'), portal: id, days: ageLimit }),
  z.strictObject({
    type: z.literal('saveEvery'),
    portal: id,
    keep: z.union([z.literal(keepLimits), z.literal(['all', 'off'])]),
  }),
  z.strictObject({ type: z.literal('chooseFolder'), portal: id }),
  /** Watch the backups of the whole server too, or no more. */
  z.strictObject({ type: z.literal('watchServer'), portal: id, on: z.boolean() }),
  z.strictObject({ type: z.literal('connectOpened'), portal: z.nullable(id) }),
  /** `certificateOpened`: look at the certificate that a portal shows now. */
  z.strictObject({ type: z.enum(['certificateOpened', 'distrust', 'remove']), portal: id }),
  z.strictObject({
    type: z.enum(['resumed', 'pausedBriefly', 'connectAgreed', 'connectEdited', 'unlockKeyring']),
  }),
  z.strictObject({ type: z.literal('theme'), theme }),
  z.strictObject({ type: z.literal('notifyOf'), kind: notificationKind, on: z.boolean() }),
  z.strictObject({ type: z.literal('polling'), polling }),
  z.strictObject({ type: z.literal('historyOpened'), portal: id }),
  z.strictObject({ type: z.literal('runChosen'), run: runName }),
  z.strictObject({ type: z.enum(['historyClosed', 'allRunsWanted']) }),
]);

const proxy = z.string().check(z.maxLength(300), z.regex(/^https?:\/\//));
const proxyText = z.string().check(z.maxLength(200));
/** For what needs no argument. */
export const nothing = z.strictObject({});

// Beside the names in channels.ts, which preload imports: with the schemas it would bring all of zod along.
const schemas = {
  dispatch: windowEvent,
  /** Painted and in the foreground: what that snapshot showed has been seen. */
  seen: z.strictObject({ revision: z.int() }),
  /** A form or a question is open: the window stays when it loses the focus. */
  hold: z.strictObject({ held: z.boolean() }),
  close: nothing,
  quit: nothing,
  connectSubmit: z.strictObject({
    address: z.string().check(z.maxLength(4096)),
    key: z.string().check(z.maxLength(8192)),
  }),
  /** User name and password for a proxy. */
  proxySignIn: z.strictObject({ proxy, user: proxyText, password: proxyText }),
  proxyForget: z.strictObject({ proxy }),
  setStartAtLogin: z.strictObject({ on: z.boolean() }),
  saveDiagnostics: nothing,
  exportPortals: nothing,
  importPortals: nothing,
} satisfies Record<CommandName, z.ZodMiniType>;

/** What each command is told with. */
export type CommandInputs = { [Name in CommandName]: z.output<(typeof schemas)[Name]> };

/** What a window may send, and nothing else: it is not trusted. Checked in the main process. */
export const commandSchemas: { [Name in CommandName]: z.ZodMiniType<CommandInputs[Name]> } = schemas;
