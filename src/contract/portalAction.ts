import * as z from 'zod/mini';
import { longestJobId } from '../core/backup/job.ts';
import { id, scope } from './values.ts';

/** A task's id, or a number that Keepwatch gave it. */
const job = z.string().check(z.minLength(1), z.maxLength(longestJobId));
/** Names one backup of a portal. */
export const backup = z.strictObject({ scope, job });

/** The core's commands of a portal's buttons, with the backup that they were shown for. */
export const outsideCommand = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.enum(['openLink', 'copyLink', 'saveArchive', 'stopSaving', 'showArchive']),
    portal: id,
    backup,
  }),
  z.strictObject({ type: z.literal('openPage'), portal: id, backup: z.nullable(backup) }),
  z.strictObject({ type: z.enum(['openPortal', 'retrySaving']), portal: id }),
]);

/** What a button of a portal does: such a command, or a view of the window that it opens. */
export const portalActionSchema = z.union([
  outsideCommand,
  z.strictObject({ type: z.enum(['changeKey', 'certificate', 'settings']) }),
]);

export type PortalAction = z.output<typeof portalActionSchema>;
