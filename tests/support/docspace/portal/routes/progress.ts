import type { Desk } from '../job/desk.ts';
import { readJob } from '../job/reading.ts';
import type { Job } from '../job/timeline.ts';
import { succeed } from '../envelope.ts';
import { linkOf } from '../link.ts';
import type { Route } from '../route.ts';
import { isAtLeast } from '../version.ts';
import type { World } from '../world.ts';

/** `getbackupprogress`: the one job of the scope, or an envelope without `response`. */
export const progressRoute: Route = {
  method: 'GET',
  path: '/api/2.0/backup/getbackupprogress',
  access: 'administrator',
  whenUnpaid: true,
  dump: 'refused',
  answer: ({ call, world, dump }) => {
    const desk = dump === true ? world.dumps : world.backups;
    return succeed(call, showProgress(desk.current(), desk, world));
  },
};

/**
 * A job as BackupProgress, the members in the server's order, without those that the version does not know: `taskId`
 * came with 2.5, `warning` with 3.6, `status` with 3.7.1.
 */
export function showProgress(job: Job | undefined, desk: Desk, world: World): object | undefined {
  const reading = job && readJob(job, world.clock.now());
  if (job === undefined || reading === undefined) return undefined;
  const { version, tenantId } = world.details;
  return {
    isCompleted: reading.isCompleted,
    progress: reading.progress,
    error: reading.error,
    warning: isAtLeast(version, '3.6') ? reading.warning : undefined,
    link: linkOf(job, desk.alias, world),
    tenantId,
    backupProgressEnum: 0,
    status: isAtLeast(version, '3.7.1') ? reading.status : undefined,
    taskId: isAtLeast(version, '2.5') ? job.plan.taskId : undefined,
  };
}
