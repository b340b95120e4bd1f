import { minute } from '../../core/base/time.ts';
import { fail, type Result } from '../../core/base/result.ts';
import type { Failure } from '../../core/net/failure.ts';
import type { Route, UsableRoute } from '../../core/net/route.ts';
import { failureOfRoute, failureOfRoutes, leadsToNext } from '../../core/net/routeFailure.ts';

/** Tries the routes of a list one after the other, until one of them leads to the server. */
type TryRoutes = <Value>(
  routes: readonly Route[],
  attempt: (route: UsableRoute) => Promise<Result<Value, Failure>>,
) => Promise<Result<Value, Failure>>;

/** A proxy that could not be reached is tried last for so long, as in Chromium: waiting for it takes seconds. */
const penalty = 5 * minute;

/** `now`: milliseconds of a clock that nobody sets. */
export function createTryRoutes(now: () => number = () => performance.now()): TryRoutes {
  const failedUntil = new Map<string, number>();
  const hasFailed = (route: Route): boolean => (failedUntil.get(JSON.stringify(route)) ?? 0) > now();
  return async (routes, attempt) => {
    const ordered = [...routes.filter((route) => !hasFailed(route)), ...routes.filter(hasFailed)];
    const failures: Failure[] = [];
    for (const route of ordered) {
      const usable = route.via === 'direct' || route.via === 'proxy';
      const result = usable ? await attempt(route) : fail(failureOfRoute(route));
      if (result.ok) return result;
      failures.push(result.reason);
      if (!leadsToNext(result.reason)) break;
      failedUntil.set(JSON.stringify(route), now() + penalty);
    }
    const [first = failureOfRoute({ via: 'unresolved' }), last = first] = [failures[0], failures.at(-1)];
    return fail(failureOfRoutes(first, last));
  };
}
