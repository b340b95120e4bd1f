import type { Ending } from './portal/job/plan.ts';
import { isUnfinished } from './portal/job/reading.ts';
import type { Portal } from './portal/portal.ts';
import { showProgress } from './portal/routes/progress.ts';

// The words of the console that steer the portal's own backup; each answers in words for people.

export function start(portal: Portal, wanted: string): string {
  const seconds = wanted === '' ? 30 : Number(wanted);
  if (!(seconds > 0)) return `"${wanted}" is no number of seconds. Example: start 20`;
  const { backups, clock } = portal.world;
  const current = backups.current();
  if (current && isUnfinished(current, clock.now()))
    return 'A backup is running. Type finish, fail or cancel first.';
  // Shares as in life: a moment in the queue, most of the time archiving, then the upload at 90 %.
  const plan = { waiting: seconds * 0.07, archive: seconds * 0.63, plateau: seconds * 0.3 };
  portal.startBackup(plan);
  return `A backup has started; it will take ${seconds} s.`;
}

export function finish(portal: Portal): string {
  return end(portal, () => ({ how: 'succeeds' }));
}

export function fail(portal: Portal, message: string): string {
  return end(portal, (at) => ({ how: 'fails', at, error: message === '' ? 'The disk is full.' : message }));
}

export function vanish(portal: Portal): string {
  return end(portal, (at) => ({ how: 'vanishes', at, archived: false }));
}

export function freeze(portal: Portal): string {
  return end(portal, (at) => ({ how: 'freezes', at }));
}

function end(portal: Portal, ending: (progress: number) => Ending): string {
  return portal.world.backups.end(ending) ? status(portal) : 'No backup is running. Type start to begin one.';
}

export function cancel({ world }: Portal): string {
  return world.backups.cancel(world.details.cancelLeaves) ? 'Cancelled.' : 'There is no backup to cancel.';
}

export function status({ world }: Portal): string {
  const progress = showProgress(world.backups.current(), world.backups, world);
  return progress === undefined ? 'No backup is known.' : JSON.stringify(progress);
}
