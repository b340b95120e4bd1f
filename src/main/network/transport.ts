import { authorization, type Key } from '../../core/docspace/authorization.ts';
import type { Answer, Request } from '../../core/docspace/request.ts';
import {
  type Failure,
  failureOfReader,
  failureOfTrusted,
  failureOfUnknownProxy,
} from '../../core/net/failure.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { type Limits, usualLimits } from './timeouts.ts';
import { begin, discard, finish } from './exchange.ts';
import { type End, type Line, lineName, openLine } from './agent.ts';
import { createSecurity } from './tls.ts';
import { refusalOf } from './proxyTunnel.ts';
import { straightWays, type Ways } from './proxyResolver.ts';

/** Carries one request at a time to a portal. It decides nothing: what an answer means is the core's to say. */
export type Transport = {
  /**
   * `portal` names the pool of connections; `key` goes along only where the request wants it. `certificate`: the one
   * certificate that the server may show, in PEM; null for what the system trusts.
   */
  ask: (
    portal: string,
    origin: string,
    request: Request,
    key: Key | null,
    certificate?: string | null,
  ) => Promise<Result<Answer, Failure>>;
  /** Forgets the connections of one portal, or of all: after sleep or on another network they are dead. */
  drop: (portal?: string) => void;
};

export function createTransport(
  userAgent: string,
  limits: Limits = usualLimits,
  ways: Ways = straightWays,
  securityOf = createSecurity(),
): Transport {
  const lines = new Map<string, Line>();
  const drop = (portal: string): void => {
    // Not close(): that would wait for answers which nobody wants any more.
    void lines.get(portal)?.agent.destroy();
    lines.delete(portal);
  };
  const lineFor = (portal: string, end: End): Line => {
    const before = lines.get(portal);
    if (before?.name === lineName(end, ways)) return before;
    drop(portal);
    const line = openLine(end, ways, securityOf, limits);
    lines.set(portal, line);
    return line;
  };

  return {
    ask: async (portal, origin, request, key, certificate = null) => {
      const signal = AbortSignal.timeout(limits.whole);
      const route = await ways.to(origin);
      if (route.via === 'unknown') return fail(failureOfUnknownProxy(route.proxy));
      const line = lineFor(portal, { origin, certificate, route });
      const { headers: ofWay, ...address } = line.address(request.path);
      const headers = { ...headersFor(userAgent, request, key), ...ofWay };
      const open = async () => begin(line.agent, { ...address, headers, signal });
      const reused = isWarm(line);
      const first = await open();
      // A pooled connection that died unnoticed says nothing about the portal: once more, over a new one.
      const stale = reused && !first.ok && first.reason.kind === 'cut' && lines.get(portal) === line;
      const response = stale ? await open() : first;
      const { reader } = line;
      if (!response.ok) {
        const failure =
          reader === null ? response.reason : failureOfReader(response.reason, reader.passage.proxy);
        return fail(certificate === null ? failure : failureOfTrusted(failure));
      }
      if (reader === null || response.value.statusCode !== 407) return finish(response.value, request);
      await discard(response.value);
      return fail(refusalOf(reader.passage, reader.token, 407, response.value.headers));
    },
    drop: (portal) => {
      for (const name of portal === undefined ? [...lines.keys()] : [portal]) drop(name);
    },
  };
}

function isWarm({ agent }: Line): boolean {
  return Object.values(agent.stats).some(({ connected }) => Boolean(connected));
}

function headersFor(userAgent: string, request: Request, key: Key | null): Record<string, string> {
  const headers = { accept: 'application/json', 'user-agent': userAgent };
  return request.withKey && key !== null ? { ...headers, authorization: authorization(key) } : headers;
}
