import type { BackupId, Job } from '../backup/job.ts';
import { jobId } from '../backup/job.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { minute } from '../base/time.ts';
import type { ProgressReading } from '../docspace/progress.ts';
import type { Scope } from '../docspace/request.ts';
import { type BackupTarget, temporaryStorage } from '../docspace/startBackup.ts';
import type { Failure } from '../net/failure.ts';
import { type ControlResult, resultOf } from './result.ts';

// Starting and stopping backups. Right before, the portal is asked how its backup is: what it answers decides whether
// there is anything to do. Nothing is ever sent twice, nor later than somebody would wait for it.

/** `scheduled`: where the backups go that the portal's schedule starts. */
export type StorageChoice = 'temporary' | 'scheduled';

/** What somebody wants done: `backup`: the one that is to be stopped, and no other. */
export type Wish = { to: 'start'; scope: Scope; storage: StorageChoice } | { to: 'stop'; backup: BackupId };

/** What is sent for a wish. */
type Order = { ask: 'start'; scope: Scope; target: BackupTarget } | { ask: 'stop' };

/** The last thing that somebody wanted done with the backups of a portal, and how far it has come. */
export type Control =
  | { is: 'none' }
  /** First the portal is asked how that backup is. */
  | { is: 'wished'; wish: Wish; at: number }
  /** To be sent with the next request. */
  | { is: 'due'; wish: Wish; at: number; order: Order }
  | { is: 'sent'; wish: Wish; at: number }
  | { is: 'done'; wish: Wish; at: number; result: ControlResult };

export const noControl: Control = { is: 'none' };

/** Nobody wants a backup that begins when they have gone on to something else. */
const longestWish = minute;
const longestAnswer = 3 * minute;

/** The control as it is by now: what could not be sent in time is not sent any more. */
export function controlNow(control: Control, now: number): Control {
  if (control.is === 'none' || control.is === 'done') return control;
  const { wish, at } = control;
  if (control.is === 'sent') {
    return now - at > longestAnswer ? { is: 'done', wish, at: now, result: 'noAnswer' } : control;
  }
  return now - at > longestWish ? { is: 'done', wish, at: now, result: 'notSent' } : control;
}

/** Takes in a wish; while another is on its way it is not heard. */
export function wishFor(control: Control, wish: Wish, now: number): Control {
  return isUnderWay(controlNow(control, now)) ? control : { is: 'wished', wish, at: now };
}

/** It is being checked, sent or answered. */
export function isUnderWay({ is }: Control): boolean {
  return is === 'wished' || is === 'due' || is === 'sent';
}

/** What is to be sent now, or null. */
export function dueOrder(control: Control, now: number): Order | null {
  const current = controlNow(control, now);
  return current.is === 'due' ? current.order : null;
}

/**
 * How the backup is has been read: what is wanted is due, unless there is nothing to do. `scheduled`: where the backups
 * go that the schedule starts, or null.
 */
export function checkWish(
  control: Control,
  scope: Scope,
  job: Job,
  scheduled: BackupTarget | null,
  now: number,
): Control {
  const current = controlNow(control, now);
  if (current.is !== 'wished' || scopeOfWish(current.wish) !== scope) return current;
  const { wish, at } = current;
  const order = wish.to === 'start' ? orderStart(wish, job, scheduled) : orderStop(wish, job);
  return order.ok
    ? { is: 'due', wish, at, order: order.value }
    : { is: 'done', wish, at: now, result: order.reason };
}

type Ordered = Result<Order, ControlResult>;

function orderStart(
  { scope, storage }: Wish & { to: 'start' },
  { run }: Job,
  scheduled: BackupTarget | null,
): Ordered {
  if (run !== null) return fail('alreadyRunning');
  const target = storage === 'temporary' ? temporaryStorage : scheduled;
  return target === null ? fail('storageGone') : succeed({ ask: 'start', scope, target });
}

function orderStop({ backup }: Wish & { to: 'stop' }, { run, serial }: Job): Ordered {
  // What is missing in one reading may be back in the next.
  const runs = run !== null && run.missedAt === null && jobId(run.task, serial) === backup.job;
  return runs ? succeed({ ask: 'stop' }) : fail('notRunning');
}

/** The scope whose backup it is about. */
export function scopeOfWish(wish: Wish): Scope {
  return wish.to === 'start' ? wish.scope : wish.backup.scope;
}

/** It goes out: from now on it is never sent again. */
export function sendWish(control: Control, now: number): Control {
  return control.is === 'due' ? { is: 'sent', wish: control.wish, at: now } : control;
}

/** Its answer will not come any more, or comes to nobody: whether it was done shows by the backup itself. */
export function loseAnswer(control: Control, now: number): Control {
  return conclude(control, 'noAnswer', now);
}

/**
 * Takes in what `startbackup` answered: the job that it began, or the one that was running already. DocSpace tells them
 * apart by nothing but the job itself; one that has come further than its beginning is somebody else's.
 */
export function hearStarted(control: Control, got: Result<ProgressReading, Failure>, now: number): Control {
  if (!got.ok) return conclude(control, resultOf(got.reason), now);
  const running = got.value.job !== null && got.value.job.percent > 0;
  return conclude(control, running ? 'alreadyRunning' : 'started', now);
}

/** Takes in what `cancelbackup` answered: whether there was something to stop. */
export function hearStopped(control: Control, got: Result<boolean, Failure>, now: number): Control {
  if (!got.ok) return conclude(control, resultOf(got.reason), now);
  return conclude(control, got.value ? 'stopped' : 'notRunning', now);
}

/** What was sent is done; what was given up hears nothing. */
function conclude(control: Control, result: ControlResult, now: number): Control {
  return control.is === 'sent' ? { is: 'done', wish: control.wish, at: now, result } : control;
}
