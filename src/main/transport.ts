import Agent from 'undici/lib/dispatcher/agent.js';
import { authorization, type Key } from '../core/credential.ts';
import type { Answer, Request } from '../core/docspace/request.ts';
import type { Failure } from '../core/failure.ts';
import type { Result } from '../core/result.ts';
import { begin, finish } from './exchange.ts';

/** Carries one request at a time to a portal. It decides nothing: what an answer means is the core's to say. */
export type Transport = {
  /** `portal` names the pool of connections; `key` goes along only where the request wants it. */
  ask: (
    portal: string,
    origin: string,
    request: Request,
    key: Key | null,
  ) => Promise<Result<Answer, Failure>>;
  /** Forgets the connections of one portal, or of all: after sleep or on another network they are dead. */
  drop: (portal?: string) => void;
};

/** How long each part of a request may take, in milliseconds; `whole`: all of it, a second try included. */
export type Limits = Record<'connect' | 'headers' | 'body' | 'whole' | 'keepAlive', number>;

const second = 1000;
const usual: Limits = {
  connect: 10 * second,
  headers: 20 * second,
  body: 20 * second,
  whole: 30 * second,
  // Longer than the pause between two looks at a running backup, so that they share a connection.
  keepAlive: 10 * second,
};

export function createTransport(userAgent: string, limits: Limits = usual): Transport {
  const agents = new Map<string, Agent>();
  const agentFor = (portal: string): Agent => {
    const agent = agents.get(portal) ?? newAgent(limits);
    agents.set(portal, agent);
    return agent;
  };
  const drop = (portal: string): void => {
    // Not close(): that would wait for answers which nobody wants any more.
    void agents.get(portal)?.destroy();
    agents.delete(portal);
  };

  return {
    ask: async (portal, origin, request, key) => {
      const dispatcher = agentFor(portal);
      const headers = headersFor(userAgent, request, key);
      const signal = AbortSignal.timeout(limits.whole);
      const open = async () => begin(dispatcher, { origin, path: request.path, headers, signal });
      const reused = isWarm(dispatcher);
      const first = await open();
      // A pooled connection that died unnoticed says nothing about the portal: once more, over a new one.
      const stale = reused && !first.ok && first.reason.kind === 'cut' && agents.get(portal) === dispatcher;
      const response = stale ? await open() : first;
      return response.ok ? finish(response.value, request) : response;
    },
    drop: (portal) => {
      for (const name of portal === undefined ? [...agents.keys()] : [portal]) drop(name);
    },
  };
}

function newAgent(limits: Limits): Agent {
  return new Agent({
    connections: 1,
    pipelining: 1,
    connect: { timeout: limits.connect },
    headersTimeout: limits.headers,
    bodyTimeout: limits.body,
    keepAliveTimeout: limits.keepAlive,
    keepAliveMaxTimeout: limits.keepAlive,
  });
}

function isWarm(agent: Agent): boolean {
  return Object.values(agent.stats).some(({ connected }) => Boolean(connected));
}

function headersFor(userAgent: string, request: Request, key: Key | null): Record<string, string> {
  const headers = { accept: 'application/json', 'user-agent': userAgent };
  return request.withKey && key !== null ? { ...headers, authorization: authorization(key) } : headers;
}
