import { Agent, type Dispatcher, request as send } from 'undici';
import { authorization, type Key } from '../core/credential.ts';
import type { Answer, Request } from '../core/docspace/request.ts';
import { type Failure, failureOfCode } from '../core/failure.ts';
import { fail, type Result, succeed } from '../core/result.ts';

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

const second = 1000;
const limits = {
  connect: 10 * second,
  headers: 20 * second,
  body: 20 * second,
  whole: 30 * second,
  // Longer than the pause between two looks at a running backup, so that they share a connection.
  keepAlive: 10 * second,
};

export function createTransport(userAgent: string): Transport {
  const agents = new Map<string, Agent>();
  const agentFor = (portal: string): Agent => {
    const agent = agents.get(portal) ?? newAgent();
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
      const reused = isWarm(dispatcher);
      const answer = await attempt(dispatcher, origin, request, headers);
      // A pooled connection that died unnoticed says nothing about the portal: once more, over a new one.
      const stale = reused && !answer.ok && answer.reason.kind === 'cut' && agents.get(portal) === dispatcher;
      return stale ? attempt(dispatcher, origin, request, headers) : answer;
    },
    drop: (portal) => {
      for (const name of portal === undefined ? [...agents.keys()] : [portal]) drop(name);
    },
  };
}

function newAgent(): Agent {
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

async function attempt(
  dispatcher: Dispatcher,
  origin: string,
  { path, limit }: Request,
  headers: Record<string, string>,
): Promise<Result<Answer, Failure>> {
  try {
    // undici's request follows no redirect, so a key never travels on.
    const signal = AbortSignal.timeout(limits.whole);
    const response = await send(`${origin}${path}`, { dispatcher, method: 'GET', headers, signal });
    const body = await readBody(response.body, limit);
    return body === null
      ? fail({ kind: 'tooLarge', detail: path, retryAt: null })
      : succeed(answerOf(response, body));
  } catch (error) {
    return fail(failureOfCode(codeOf(error)));
  }
}

/** The body as text, or null when it is larger than anything that was asked for. */
async function readBody(body: Dispatcher.ResponseData['body'], limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    if (!Buffer.isBuffer(chunk)) continue;
    size += chunk.length;
    if (size > limit) {
      body.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function answerOf({ statusCode, headers }: Dispatcher.ResponseData, body: string): Answer {
  return {
    status: statusCode,
    contentType: first(headers['content-type']) ?? '',
    location: first(headers['location']),
    retryAfter: first(headers['retry-after']),
    rateLimitReset: first(headers['x-ratelimit-reset']),
    body,
  };
}

function first(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}

/** The code of an error, or of the first one inside it: several addresses may have failed one after the other. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'UNKNOWN';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'UND_ERR_ABORTED';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return error.cause === undefined ? error.name : codeOf(error.cause);
}
