import type { BackupId } from '../backup/job.ts';

/** One backup whose archive is wanted. */
export type WantedSave = {
  backup: BackupId;
  /** An absolute path. */
  folder: string;
  /** `hand`: somebody asked for this one; `rule`: every finished one is saved. */
  by: 'hand' | 'rule';
};

/** Whether both name the same backup. */
export function isSameBackup(one: BackupId, other: BackupId): boolean {
  return one.scope === other.scope && one.job === other.job;
}
