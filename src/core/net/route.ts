import { parseUrl } from '../base/url.ts';

/** How a server is reached from this machine, as its system says. */
export type Route =
  | { via: 'direct' }
  /** `proxy`: its origin. */
  | { via: 'proxy'; proxy: string }
  /** A kind of proxy that Keepwatch cannot use. */
  | { via: 'unsupported'; proxy: string }
  /** The system did not say in time: its script (PAC) hangs. */
  | { via: 'unresolved' };

/** A route that can be tried. */
export type UsableRoute = Extract<Route, { via: 'direct' | 'proxy' }>;

const schemes: Readonly<Record<string, string>> = { PROXY: 'http:', HTTP: 'http:', HTTPS: 'https:' };

/** Reads the system's proxy list for a server: "PROXY proxy.lan:3128; DIRECT". The first route is tried first. */
export function parseRoutes(told: string): Route[] {
  const parts = told.split(';').map((part) => part.trim());
  const routes = parts.filter((part) => part !== '').map(parseRoute);
  return routes.length === 0 ? [{ via: 'direct' }] : routes;
}

function parseRoute(part: string): Route {
  const [kind = '', place = ''] = part.split(/\s+/);
  if (kind.toUpperCase() === 'DIRECT') return { via: 'direct' };
  const url = parseUrl(`${schemes[kind.toUpperCase()] ?? ''}//${place}`);
  return url === null
    ? { via: 'unsupported', proxy: `${kind} ${place}`.trim() }
    : { via: 'proxy', proxy: url.origin };
}
