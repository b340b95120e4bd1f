import { succeed } from '../envelope.ts';
import type { Route } from '../route.ts';

/** `getservicestate`: whether backups can be paid from the wallet. It says nothing about the service's health. */
export const serviceStateRoute: Route = {
  method: 'GET',
  path: '/api/2.0/backup/getservicestate',
  access: 'administrator',
  since: '3.5',
  whenUnpaid: true,
  answer: ({ call, world }) => succeed(call, { enabled: world.details.walletEnabled }),
};
