import type { Failure, FailureKind, ProxyFailure } from './failure.ts';
import type { Route, UsableRoute } from './route.ts';

/** The failure of a route that cannot be tried: nothing is sent. */
export function failureOfRoute(route: Exclude<Route, UsableRoute>): ProxyFailure {
  return route.via === 'unsupported'
    ? { kind: 'proxy', problem: 'kind', proxy: route.proxy, detail: 'kind' }
    : { kind: 'proxy', problem: 'unresolved', proxy: 'PAC', detail: 'late' };
}

/** The failure of a connection to a proxy. */
export function failureOfHop(failure: Failure, proxy: string): ProxyFailure {
  const problem = failure.kind === 'certificate' ? 'untrusted' : 'unreached';
  return { kind: 'proxy', problem, proxy, detail: 'detail' in failure ? failure.detail : failure.kind };
}

/** A failure of a question that was handed to a proxy: without a connection it is the proxy's, not the portal's. */
export function failureOfForwarded(failure: Failure, proxy: string): Failure {
  return connecting.has(failure.kind) ? failureOfHop(failure, proxy) : failure;
}

/**
 * Whether the next route of the system's list is tried, as Chromium does: where there is no connection to the proxy, or
 * Keepwatch does not support its kind. A list that ends in DIRECT allows a direct connection expressly. A proxy that
 * answers and refuses is obeyed: some lists are there to block addresses.
 */
export function leadsToNext(failure: Failure): boolean {
  if (failure.kind !== 'proxy') return false;
  return failure.problem === 'unreached' || failure.problem === 'untrusted' || failure.problem === 'kind';
}

/**
 * The failure to tell when no route of the list led to the server; `first`: the failure of the route that the system
 * prefers. A direct connection that fails as well explains nothing: it is the proxy that should have worked.
 */
export function failureOfRoutes(first: Failure, last: Failure): Failure {
  return leadsToNext(last) || unconnected.has(last.kind) ? first : last;
}

const unconnected = new Set<FailureKind>([
  'noSuchHost',
  'lookupFailed',
  'refused',
  'unreachable',
  'noConnection',
]);

const connecting = new Set<FailureKind>([...unconnected, 'certificate', 'encryption', 'oldEncryption']);
