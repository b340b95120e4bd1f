import { type AvailableDownload, downloadOfEnding } from '../backup/downloadLink.ts';
import type { BackupId } from '../backup/job.ts';
import type { Watch } from './watch.ts';

/** The download of one backup, while it is the last one of its scope and its link can work. */
export function downloadOf(
  { portal, jobs }: Watch,
  { scope, job }: BackupId,
  now: number,
): AvailableDownload | null {
  const { ending } = jobs[scope];
  return ending?.job === job ? downloadOfEnding(ending, portal.origin, now) : null;
}
