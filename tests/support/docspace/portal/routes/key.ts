import { fail, succeed } from '../envelope.ts';
import { noKeyGiven } from '../exceptions.ts';
import type { Route } from '../route.ts';
import { dateWithZone } from '../time.ts';

/** `keys/@self`: what the key may do and when it ends. Works with every key; since 3.2.1. */
export const keyRoute: Route = {
  method: 'GET',
  path: '/api/2.0/keys/@self',
  access: 'member',
  since: '3.2.1',
  anyKey: true,
  whenUnpaid: true,
  answer: ({ call, world, caller: { key } }) => {
    // The server cuts the token out of a `Bearer` header, and trips where there is none.
    if (key === undefined) return fail(400, noKeyGiven);
    return succeed(call, {
      name: key.name,
      keyPostfix: key.token.slice(-4),
      permissions: key.permissions,
      lastUsed: dateWithZone(world.clock.now()),
      createBy: { id: key.person.id, displayName: key.person.displayName },
      expiresAt: key.expiresAt === undefined ? undefined : dateWithZone(key.expiresAt),
      isActive: key.isActive,
    });
  },
};
