import { succeed } from '../envelope.ts';
import { restoreProgress } from '../job/restore.ts';
import type { Route } from '../route.ts';
import { isAtLeast } from '../version.ts';

/** `getrestoreprogress`: open to anybody, and served while everything else is refused. Has no link, no warning. */
export const restoreProgressRoute: Route = {
  method: 'GET',
  path: '/api/2.0/backup/getrestoreprogress',
  access: 'anyone',
  whenUnpaid: true,
  dump: 'free',
  answer: ({ call, world, dump }) => {
    const { restore, details } = world;
    // This portal's restore only; a server-wide one is not played. SaaS does not look at `Dump` here.
    if (restore === undefined || (dump === true && details.standalone)) return succeed(call, undefined);
    const progress = restoreProgress(restore, world.clock.now());
    const isCompleted = progress === 100;
    return succeed(call, {
      isCompleted,
      progress,
      error: '',
      tenantId: details.tenantId,
      backupProgressEnum: 1,
      status: isAtLeast(details.version, '3.7.1') ? 1 + Number(isCompleted) : undefined,
      taskId: isAtLeast(details.version, '2.5') ? restore.taskId : undefined,
    });
  },
};
