import { day } from '../../../../../src/core/base/time.ts';
import type { StorageType } from '../storageType.ts';
import { endsAt, type Job, pickedUpAt } from './timeline.ts';

/** An archive that exists: one record of the history. */
export type Archive = {
  /** Equal to the `taskId` of the job that made it. */
  id: string;
  fileName: string;
  storage: StorageType;
  createdAt: number;
  /** Absent: never. */
  expiresAt?: number;
};

/** The archive a job makes. Only those of the temporary storage expire, after a day (DocSpace server 3.7.2). */
export function archiveOf(job: Job, alias: string): Archive {
  const createdAt = endsAt(job);
  const { taskId, storage } = job.plan;
  const archive = { id: taskId, fileName: archiveName(alias, pickedUpAt(job)), storage, createdAt };
  return storage === 'DataStore' ? { ...archive, expiresAt: createdAt + day } : archive;
}

/** DocSpace names its archives after the portal and the moment of the start. */
export function archiveName(alias: string, time: number): string {
  if (!Number.isFinite(time)) return '';
  const stamp = new Date(time).toISOString().slice(0, 19).replace('T', '_').replaceAll(':', '-');
  return `${alias}_${stamp}.tar.gz`;
}
