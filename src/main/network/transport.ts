import { authorization, type Key } from '../../core/docspace/authorization.ts';
import type { ApiRequest, HttpResponse } from '../../core/docspace/request.ts';
import type { Failure } from '../../core/net/failure.ts';
import type { Result } from '../../core/base/result.ts';
import { type AgentKey, agentName, openAgent, type PortalAgent } from './agent.ts';
import { readResponse } from './exchange.ts';
import type { ProxyResolver } from './proxyResolver.ts';
import { createTryRoutes } from './routes.ts';
import type { Timeouts } from './timeouts.ts';
import type { TlsOptionsFor } from './tls.ts';

/** Carries one request at a time to a portal. It decides nothing: what an answer means is the core's to say. */
export type Transport = {
  /**
   * `portal` names the pool of connections; `key` goes along only where the request wants it. `certificate`: the one
   * certificate that the server may show, in PEM; null for what the system trusts.
   */
  ask: (
    portal: string,
    origin: string,
    request: ApiRequest,
    key: Key | null,
    certificate?: string | null,
  ) => Promise<Result<HttpResponse, Failure>>;
  /** Forgets the connections of one portal, or of all: after sleep or on another network they are dead. */
  drop: (portal?: string) => void;
};

/** `proxyResolver`: over which routes portals are reached; `tlsOptionsFor`: what is verified of whom. */
export function createTransport(
  userAgent: string,
  timeouts: Timeouts,
  proxyResolver: ProxyResolver,
  tlsOptionsFor: TlsOptionsFor,
): Transport {
  const agents = new Map<string, PortalAgent>();
  let tryRoutes = createTryRoutes();
  const drop = (portal: string): void => {
    agents.get(portal)?.destroy();
    agents.delete(portal);
  };
  const agentFor = (portal: string, key: AgentKey): PortalAgent => {
    const before = agents.get(portal);
    if (before?.name === agentName(key, proxyResolver)) return before;
    drop(portal);
    const agent = openAgent(key, proxyResolver, tlsOptionsFor, timeouts);
    agents.set(portal, agent);
    return agent;
  };

  return {
    ask: async (portal, origin, request, key, certificate = null) => {
      const { path, body = null, timeoutFactor = 1 } = request;
      // A connection that has died unnoticed would leave open whether what it was to carry was done.
      if (body !== null) drop(portal);
      const question = {
        path,
        body,
        headers: headersFor(userAgent, request, key),
        headersTimeout: timeouts.headers * timeoutFactor,
        bodyTimeout: timeouts.body,
        signal: AbortSignal.timeout(timeouts.whole * timeoutFactor),
      };
      const response = await tryRoutes(await proxyResolver.to(origin), async (route) => {
        const agent = agentFor(portal, { origin, certificate, route });
        const reused = agent.isConnected();
        const first = await agent.send(question);
        // A pooled connection that died unnoticed says nothing about the portal: once more, over a new one.
        const stale = reused && !first.ok && first.reason.kind === 'cut' && agents.get(portal) === agent;
        return stale ? agent.send(question) : first;
      });
      return response.ok ? readResponse(response.value, origin, request) : response;
    },
    drop: (portal) => {
      if (portal === undefined) {
        // What was learnt of proxies was learnt on another network, or before a sleep.
        proxyResolver.forgetRefusals();
        tryRoutes = createTryRoutes();
      }
      for (const name of portal === undefined ? [...agents.keys()] : [portal]) drop(name);
    },
  };
}

function headersFor(userAgent: string, request: ApiRequest, key: Key | null): Record<string, string> {
  const headers = {
    accept: 'application/json',
    'accept-encoding': 'identity',
    'user-agent': userAgent,
    ...(request.body ? { 'content-type': 'application/json' } : {}),
  };
  return request.withKey && key !== null ? { ...headers, authorization: authorization(key) } : headers;
}
