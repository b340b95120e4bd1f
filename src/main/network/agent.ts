import Agent from 'undici/lib/dispatcher/agent.js';
import type { Route } from '../../core/net/proxy.ts';
import { connectorFor } from './connector.ts';
import type { TlsOptionsFor } from './tls.ts';
import type { Timeouts } from './timeouts.ts';
import { type ProxyHop, signInHeader, tokenFor } from './proxyTunnel.ts';
import type { ProxyResolver } from './proxyResolver.ts';

/** The connections to one server: which way they go, and what is verified of it. */
export type PortalAgent = {
  /** Tells whether another way, sign-in or certificate has to be used by now. */
  name: string;
  agent: Agent;
  /** Where a question goes to: to the server, or to a proxy that passes it on. */
  address: (path: string) => { origin: string; path: string; headers: Record<string, string> };
  /** The proxy that reads along what is asked, since it is not encrypted; and what was offered to it. */
  forwardProxy: { proxyHop: ProxyHop; token: string | null } | null;
};

/** Where a line goes to. */
export type AgentKey = {
  origin: string;
  certificate: string | null;
  route: Exclude<Route, { via: 'unknown' }>;
};

export function agentName({ origin, certificate, route }: AgentKey, proxyResolver: ProxyResolver): string {
  const proxy = route.via === 'proxy' ? route.proxy : null;
  return JSON.stringify([origin, certificate, proxy, proxy === null ? null : tokenFor(proxy, proxyResolver)]);
}

/** Opens a line. https goes through a proxy unread; what is not encrypted is handed to it, as RFC 9112 has it. */
export function openAgent(
  key: AgentKey,
  proxyResolver: ProxyResolver,
  tlsOptionsFor: TlsOptionsFor,
  timeouts: Timeouts,
): PortalAgent {
  const { origin, certificate, route } = key;
  const encrypted = origin.startsWith('https:');
  const proxyHop = route.via === 'proxy' ? { proxy: route.proxy, proxyResolver } : null;
  const tunnelled = encrypted ? proxyHop : null;
  const forwardProxy =
    encrypted || proxyHop === null ? null : { proxyHop, token: tokenFor(proxyHop.proxy, proxyResolver) };
  const system = tlsOptionsFor(null);
  const tlsOptions = certificate === null || !encrypted ? system : tlsOptionsFor(certificate);
  return {
    name: agentName(key, proxyResolver),
    agent: new Agent({
      connections: 1,
      pipelining: 1,
      connect: connectorFor(tlsOptions, tunnelled, system, timeouts.connect),
      headersTimeout: timeouts.headers,
      bodyTimeout: timeouts.body,
      keepAliveTimeout: timeouts.keepAlive,
      keepAliveMaxTimeout: timeouts.keepAlive,
    }),
    address: (path) =>
      forwardProxy === null
        ? { origin, path, headers: {} }
        : {
            origin: forwardProxy.proxyHop.proxy,
            path: `${origin}${path}`,
            headers: { host: new URL(origin).host, ...signInHeader(forwardProxy.token) },
          },
    forwardProxy,
  };
}
