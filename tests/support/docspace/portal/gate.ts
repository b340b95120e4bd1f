import { type Answer, empty } from './answer.ts';
import { type Call, queryValue } from './call.ts';
import type { Caller } from './authentication.ts';
import { bareStatus, fail, failValidation } from './envelope.ts';
import { accessDenied } from './exceptions.ts';
import { permits } from './keys.ts';
import { mayManage } from './people.ts';
import type { Route } from './route.ts';
import { isAtLeast } from './version.ts';
import type { World } from './world.ts';

// While a portal is restored, moved or encrypted, only paths that end so are served (TenantStatusFilter, 3.7.2).
const servedWhileRestoring =
  /(portal|getrestoreprogress|cancelrestore|settings|build|@self|logos|colortheme|encryption\/progress|rebranding\/(additional|company))$/i;

/** What is answered in place of a route, or undefined where the call may pass. The order is the server's. */
export function refuse(route: Route, call: Call, caller: Caller, world: World): Answer | undefined {
  const { details } = world;
  if (route.access !== 'anyone' && caller.person === undefined) return empty(401);
  // Holds for anonymous endpoints too, once a key is sent.
  if (caller.key && route.anyKey !== true && !permits(caller.key, route.method !== 'GET')) return empty(403);
  const tenantStatus = world.tenantStatus();
  if (tenantStatus === 1 || tenantStatus === 2) return bareStatus(404, 'Not Found', details.problemBodies);
  if (tenantStatus !== 0 && !servedWhileRestoring.test(call.path)) {
    return bareStatus(403, 'Forbidden', details.problemBodies);
  }
  if (!details.paid && route.whenUnpaid !== true) {
    return bareStatus(402, 'Payment Required', details.problemBodies);
  }
  return refuseDump(route, call, world) ?? refuseRole(route, caller);
}

function refuseRole(route: Route, caller: Caller): Answer | undefined {
  if (route.access !== 'administrator') return undefined;
  return caller.person !== undefined && mayManage(caller.person) ? undefined : fail(403, accessDenied);
}

function refuseDump(route: Route, call: Call, world: World): Answer | undefined {
  if (route.dump === undefined) return undefined;
  const text = queryValue(call, 'Dump')?.toLowerCase();
  if (text !== undefined && text !== 'true' && text !== 'false') return failValidation(call, 'Dump');
  return route.dump === 'refused' && readDump(call, world) === true && !hasDump(world)
    ? fail(403, accessDenied)
    : undefined;
}

/** A backup of the whole server: on a server of one's own, where this portal is not kept from it (TenantExtra). */
export function hasDump({ details }: World): boolean {
  return details.standalone && !details.limitedAccessSpace;
}

/** The `Dump` parameter; undefined where it was not given. Servers before 3.1 do not look at it. */
export function readDump(call: Call, { details }: World): boolean | undefined {
  const text = isAtLeast(details.version, '3.1') ? queryValue(call, 'Dump') : undefined;
  return text === undefined ? undefined : text.toLowerCase() === 'true';
}
