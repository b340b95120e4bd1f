import type { KeyLife } from '../access/keyLife.ts';
import type { Job } from '../backup/job.ts';
import { type Control, controlNow, isUnderWay } from './control.ts';

/** Whether a backup can be started: the key may do so, and none is going on as far as is known. */
export function canStart({ run, readAt }: Job, { writes }: KeyLife, control: Control, now: number): boolean {
  return writes && readAt !== null && run === null && !isUnderWay(controlNow(control, now));
}

/** Whether the backup that is going on can be stopped: the key may do so, and its server can. */
export function canStop({ run }: Job, { writes }: KeyLife, control: Control, now: number): boolean {
  const runs = run !== null && run.stoppable && run.missedAt === null;
  return writes && runs && !isUnderWay(controlNow(control, now));
}
