import { succeed } from '../envelope.ts';
import type { Route } from '../route.ts';

/** `cancelbackup`: true where there was something; takes a finished job from view as well (since 3.7.1). */
export const cancelRoute: Route = {
  method: 'POST',
  path: '/api/2.0/backup/cancelbackup',
  access: 'administrator',
  since: '3.7.1',
  whenUnpaid: true,
  answer: ({ call, world }) => succeed(call, world.backups.cancel(world.details.cancelLeaves)),
};
