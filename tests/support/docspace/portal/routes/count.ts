import type { Answer } from '../answer.ts';
import { queryValue } from '../call.ts';
import { fail, failValidation, succeed } from '../envelope.ts';
import { wrongPeriod } from '../exceptions.ts';
import type { Route, Visit } from '../route.ts';

/** `getbackupscount`: archives made in a period, removed ones included; without one, in this UTC month. */
export const countRoute: Route = {
  method: 'GET',
  path: '/api/2.0/backup/getbackupscount',
  access: 'administrator',
  since: '3.5',
  whenUnpaid: true,
  answer: (visit) => {
    const paid = queryValue(visit.call, 'paid')?.toLowerCase() === 'true';
    return answerCount(visit, (count) => (paid ? 0 : count));
  },
};

/** `getbackupscountbypaid`: the same, both kinds at once. In DocSpace 3.8, not in 3.7.2. */
export const countByPaidRoute: Route = {
  ...countRoute,
  path: '/api/2.0/backup/getbackupscountbypaid',
  since: '3.8',
  answer: (visit) => answerCount(visit, (count) => ({ free: count, paid: 0 })),
};

function answerCount({ call, world }: Visit, show: (count: number) => unknown): Answer {
  const now = new Date(world.clock.now());
  const from = readDate(queryValue(call, 'from'), Date.UTC(now.getUTCFullYear(), now.getUTCMonth()));
  const to = readDate(queryValue(call, 'to'), Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1));
  if (Number.isNaN(from)) return failValidation(call, 'from');
  if (Number.isNaN(to)) return failValidation(call, 'to');
  if (from > to) return fail(400, wrongPeriod);
  const made = world.backups.everyArchive().filter(({ createdAt }) => createdAt >= from && createdAt < to);
  return succeed(call, show(made.length));
}

function readDate(text: string | undefined, otherwise: number): number {
  return text === undefined ? otherwise : Date.parse(text);
}
