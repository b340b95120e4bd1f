import { succeed } from '../envelope.ts';
import type { Route } from '../route.ts';
import { isAtLeast } from '../version.ts';

/** `people/@self`: who calls. The owner's `isAdmin` is false since 3.7.1 (EmployeeFullDto). */
export const selfRoute: Route = {
  method: 'GET',
  path: '/api/2.0/people/@self',
  access: 'member',
  whenUnpaid: true,
  answer: ({ call, world, caller: { person } }) => {
    const isOwner = person?.role === 'owner';
    const isAdmin =
      person?.role === 'administrator' || (isOwner && !isAtLeast(world.details.version, '3.7.1'));
    return succeed(call, {
      id: person?.id,
      displayName: person?.displayName,
      email: person?.email,
      isOwner,
      isAdmin,
    });
  },
};
