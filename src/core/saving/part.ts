import * as z from 'zod/mini';
import type { BackupId } from '../backup/job.ts';
import { isSameBackup } from './wanted.ts';

/** Which file it was that a part is of. `validator`: what `If-Range` may name; null where the server says nothing reliable. */
export type FileVersion = { validator: string | null; size: number | null };

/** What lies beside a part on disk: whose it is, and of what. Never the link. */
export type PartRecord = { portal: string; backup: BackupId; file: FileVersion };

const partRecord = z.strictObject({
  portal: z.string(),
  backup: z.strictObject({ scope: z.enum(['portal', 'server']), job: z.string() }),
  file: z.strictObject({ validator: z.nullable(z.string()), size: z.nullable(z.number()) }),
});

/** Reads it; null for what Keepwatch has not written. */
export function parsePartRecord(text: string): PartRecord | null {
  try {
    const parsed = partRecord.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Whether a part is one of this backup. */
export function isPartOf(record: PartRecord, portal: string, backup: BackupId): boolean {
  return record.portal === portal && isSameBackup(record.backup, backup);
}

/** What is still to be had of a file of which a part is there. */
export type Remainder =
  | { ask: 'nothing' }
  /** It can be put behind what is there, where the server still has the same file. */
  | { ask: 'rest'; from: number; file: FileVersion }
  | { ask: 'all' };

/**
 * `length`: how much of it is there. The storage of DocSpace itself names no version of a file, and gives parts of it
 * (server 3.7.2, StorageHandler): then it has to be as long as before, and packed, so that its checksum tells whether
 * both parts are of one file.
 */
export function remainderOf({
  file,
  length,
  name,
}: {
  file: FileVersion;
  length: number;
  name: string;
}): Remainder {
  if (length === 0 || (file.size !== null && length > file.size)) return { ask: 'all' };
  if (length === file.size) return { ask: 'nothing' };
  const canTell = file.validator !== null || (file.size !== null && /gz$/i.test(name));
  return canTell ? { ask: 'rest', from: length, file } : { ask: 'all' };
}
