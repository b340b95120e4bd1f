import { second } from '../../../../../src/core/base/time.ts';

/** A restore of the portal from a backup. */
export type Restore = { taskId: string; startedAt: number; seconds: number };

/** True from its start to its end: the portal refuses nearly everything meanwhile. */
export function isRestoring(restore: Restore, now: number): boolean {
  return now >= restore.startedAt && now < endOf(restore);
}

/** After it the portal has other keys in its tables: every API key is dead. */
export function hasRestored(restore: Restore, now: number): boolean {
  return now >= endOf(restore);
}

/** The steps of a restore: 0, 10, 10 + 0.65 x tables, 75, 100 (DocSpace server 3.7.2). */
export function restoreProgress(restore: Restore, now: number): number {
  const share = (now - restore.startedAt) / (restore.seconds * second);
  if (share >= 1) return 100;
  if (share >= 0.8) return 75;
  if (share >= 0.2) return 10 + Math.floor((65 * (share - 0.2)) / 0.6);
  return share >= 0.1 ? 10 : 0;
}

function endOf(restore: Restore): number {
  return restore.startedAt + restore.seconds * second;
}
