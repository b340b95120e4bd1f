import Agent from 'undici/lib/dispatcher/agent.js';
import type { Route } from '../../core/net/proxy.ts';
import { connectorFor } from './connector.ts';
import type { SecurityOf } from './tls.ts';
import type { Limits } from './timeouts.ts';
import { type Passage, signInHeader, tokenFor } from './proxyTunnel.ts';
import type { Ways } from './proxyResolver.ts';

/** The connections to one server: which way they go, and what is verified of it. */
export type Line = {
  /** Tells whether another way, sign-in or certificate has to be used by now. */
  name: string;
  agent: Agent;
  /** Where a question goes to: to the server, or to a proxy that passes it on. */
  address: (path: string) => { origin: string; path: string; headers: Record<string, string> };
  /** The proxy that reads along what is asked, since it is not encrypted; and what was offered to it. */
  reader: { passage: Passage; token: string | null } | null;
};

/** Where a line goes to. */
export type End = { origin: string; certificate: string | null; route: Exclude<Route, { via: 'unknown' }> };

export function lineName({ origin, certificate, route }: End, ways: Ways): string {
  const proxy = route.via === 'proxy' ? route.proxy : null;
  return JSON.stringify([origin, certificate, proxy, proxy === null ? null : tokenFor(proxy, ways)]);
}

/** Opens a line. https goes through a proxy unread; what is not encrypted is handed to it, as RFC 9112 has it. */
export function openLine(end: End, ways: Ways, securityOf: SecurityOf, limits: Limits): Line {
  const { origin, certificate, route } = end;
  const encrypted = origin.startsWith('https:');
  const passage = route.via === 'proxy' ? { proxy: route.proxy, ways } : null;
  const tunnelled = encrypted ? passage : null;
  const reader = encrypted || passage === null ? null : { passage, token: tokenFor(passage.proxy, ways) };
  const system = securityOf(null);
  const security = certificate === null || !encrypted ? system : securityOf(certificate);
  return {
    name: lineName(end, ways),
    agent: new Agent({
      connections: 1,
      pipelining: 1,
      connect: connectorFor(security, tunnelled, system, limits.connect),
      headersTimeout: limits.headers,
      bodyTimeout: limits.body,
      keepAliveTimeout: limits.keepAlive,
      keepAliveMaxTimeout: limits.keepAlive,
    }),
    address: (path) =>
      reader === null
        ? { origin, path, headers: {} }
        : {
            origin: reader.passage.proxy,
            path: `${origin}${path}`,
            headers: { host: new URL(origin).host, ...signInHeader(reader.token) },
          },
    reader,
  };
}
