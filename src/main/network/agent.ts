import type { buildConnector as Build, Dispatcher } from 'undici';
import buildConnector from 'undici/lib/core/connect.js';
import Agent from 'undici/lib/dispatcher/agent.js';
import { type Failure, failureOfTrusted } from '../../core/net/failure.ts';
import type { UsableRoute } from '../../core/net/route.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { lookupWithin } from './dnsLookup.ts';
import { type HttpRequest, sendRequest } from './exchange.ts';
import { sendForwarded } from './forwardProxy.ts';
import { passOverContinue } from './interimResponse.ts';
import { type ProxyHop, servernameOf, targetOf } from './proxyHop.ts';
import type { ProxyResolver } from './proxyResolver.ts';
import { createProxySignIn } from './proxySignIn.ts';
import { openTunnel } from './proxyTunnel.ts';
import { longestHeaders, type Timeouts } from './timeouts.ts';
import type { TlsOptions, TlsOptionsFor } from './tls.ts';

/** The connections to one server: which route they take, and what is verified of it. */
export type PortalAgent = {
  /** Tells whether another route, sign-in or certificate has to be used by now. */
  name: string;
  /** Sends a question, and gives the answer as soon as its headers are there. */
  send: (question: Omit<HttpRequest, 'origin'>) => Promise<Result<Dispatcher.ResponseData, Failure>>;
  /** A connection is open already, from an earlier question. */
  isConnected: () => boolean;
  destroy: () => void;
};

/** Where an agent's connections lead, and the one certificate that is trusted there. */
export type AgentKey = { origin: string; certificate: string | null; route: UsableRoute };

/** Changes with all that makes connections anew; with the token, so that another password is used at once. */
export function agentName({ origin, certificate, route }: AgentKey, { signIn }: ProxyResolver): string {
  const proxy = route.via === 'proxy' ? route.proxy : null;
  return JSON.stringify([origin, certificate, proxy, proxy === null ? null : signIn(proxy)?.token]);
}

/** Opens connections: through a proxy as a tunnel where they are encrypted, else the proxy is handed the questions. */
export function openAgent(
  key: AgentKey,
  proxyResolver: ProxyResolver,
  tlsOptionsFor: TlsOptionsFor,
  timeouts: Timeouts,
): PortalAgent {
  const { origin, certificate, route } = key;
  const encrypted = origin.startsWith('https:');
  const hop =
    route.via === 'proxy'
      ? { proxy: route.proxy, signIn: createProxySignIn(route.proxy, proxyResolver) }
      : null;
  const system = tlsOptionsFor(null);
  const direct = directConnector(encrypted ? tlsOptionsFor(certificate) : system, timeouts);
  const agent = new Agent({
    connections: 1,
    pipelining: 1,
    connect:
      hop === null
        ? direct
        : encrypted
          ? tunnelConnector(direct, hop, system, timeouts.connect)
          : forwardConnector(direct, hop.proxy),
    maxHeaderSize: longestHeaders,
    keepAliveTimeout: timeouts.keepAlive,
    keepAliveMaxTimeout: timeouts.keepAlive,
  });
  const send = async (question: HttpRequest): ReturnType<PortalAgent['send']> => {
    if (hop !== null && !encrypted) return sendForwarded(agent, hop, question);
    const response = await sendRequest(agent, question);
    return response.ok || certificate === null ? response : fail(failureOfTrusted(response.reason));
  };
  return {
    name: agentName(key, proxyResolver),
    send: async (question) => send({ ...question, origin }),
    isConnected: () => Object.values(agent.stats).some(({ connected }) => Boolean(connected)),
    // Not close(): that would wait for answers which nobody wants any more.
    destroy: () => void agent.destroy(),
  };
}

function directConnector(tlsOptions: TlsOptions, { connect: timeout }: Timeouts): Build.connector {
  // A session that is taken up again shows no certificate.
  const connect = buildConnector({ ...tlsOptions, lookup: lookupWithin(), timeout, maxCachedSessions: 0 });
  return (options, callback) =>
    connect(options, (...connected) => {
      if (connected[0] === null) passOverContinue(connected[1]);
      callback(...connected);
    });
}

/** Through a proxy that passes on what it cannot read. */
function tunnelConnector(
  direct: Build.connector,
  hop: ProxyHop,
  proxyTls: TlsOptions,
  timeout: number,
): Build.connector {
  const connect = async (options: Build.Options, callback: Build.Callback): Promise<void> => {
    try {
      const target = { host: options.hostname, port: Number(options.port || 443) };
      const httpSocket = await openTunnel(hop, target, proxyTls, timeout);
      direct({ ...options, httpSocket }, callback);
    } catch (error) {
      callback(error instanceof Error ? error : new Error('no tunnel'), null);
    }
  };
  return (options, callback) => void connect(options, callback);
}

/** To a proxy that is handed the question: undici would verify it by the Host header, which names the portal. */
function forwardConnector(direct: Build.connector, proxy: string): Build.connector {
  const servername = servernameOf(targetOf(proxy).host);
  return (options, callback) => direct({ ...options, servername }, callback);
}
