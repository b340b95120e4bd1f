import { authorization, type Key } from '../../core/docspace/authorization.ts';
import type { HttpResponse, ApiRequest } from '../../core/docspace/request.ts';
import {
  type Failure,
  failureOfReader,
  failureOfTrusted,
  failureOfUnknownProxy,
} from '../../core/net/failure.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { type Timeouts, usualTimeouts } from './timeouts.ts';
import { sendRequest, drain, readResponse } from './exchange.ts';
import { type AgentKey, type PortalAgent, agentName, openAgent } from './agent.ts';
import { createTlsOptions } from './tls.ts';
import { refusalOf } from './proxyTunnel.ts';
import { directOnly, type ProxyResolver } from './proxyResolver.ts';

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

export function createTransport(
  userAgent: string,
  timeouts: Timeouts = usualTimeouts,
  proxyResolver: ProxyResolver = directOnly,
  tlsOptionsFor = createTlsOptions(),
): Transport {
  const lines = new Map<string, PortalAgent>();
  const drop = (portal: string): void => {
    // Not close(): that would wait for answers which nobody wants any more.
    void lines.get(portal)?.agent.destroy();
    lines.delete(portal);
  };
  const lineFor = (portal: string, key: AgentKey): PortalAgent => {
    const before = lines.get(portal);
    if (before?.name === agentName(key, proxyResolver)) return before;
    drop(portal);
    const agent = openAgent(key, proxyResolver, tlsOptionsFor, timeouts);
    lines.set(portal, agent);
    return agent;
  };

  return {
    ask: async (portal, origin, request, key, certificate = null) => {
      const signal = AbortSignal.timeout(timeouts.whole);
      const route = await proxyResolver.to(origin);
      if (route.via === 'unknown') return fail(failureOfUnknownProxy(route.proxy));
      const agent = lineFor(portal, { origin, certificate, route });
      const { headers: ofWay, ...address } = agent.address(request.path);
      const headers = { ...headersFor(userAgent, request, key), ...ofWay };
      const open = async () => sendRequest(agent.agent, { ...address, headers, signal });
      const reused = isWarm(agent);
      const first = await open();
      // A pooled connection that died unnoticed says nothing about the portal: once more, over a new one.
      const stale = reused && !first.ok && first.reason.kind === 'cut' && lines.get(portal) === agent;
      const response = stale ? await open() : first;
      const { forwardProxy } = agent;
      if (!response.ok) {
        const failure =
          forwardProxy === null
            ? response.reason
            : failureOfReader(response.reason, forwardProxy.proxyHop.proxy);
        return fail(certificate === null ? failure : failureOfTrusted(failure));
      }
      if (forwardProxy === null || response.value.statusCode !== 407)
        return readResponse(response.value, request);
      await drain(response.value);
      return fail(refusalOf(forwardProxy.proxyHop, forwardProxy.token, 407, response.value.headers));
    },
    drop: (portal) => {
      for (const name of portal === undefined ? [...lines.keys()] : [portal]) drop(name);
    },
  };
}

function isWarm({ agent }: PortalAgent): boolean {
  return Object.values(agent.stats).some(({ connected }) => Boolean(connected));
}

function headersFor(userAgent: string, request: ApiRequest, key: Key | null): Record<string, string> {
  const headers = { accept: 'application/json', 'user-agent': userAgent };
  return request.withKey && key !== null ? { ...headers, authorization: authorization(key) } : headers;
}
