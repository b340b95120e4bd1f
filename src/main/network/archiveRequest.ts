import { type ClientRequest, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSecure, type RequestOptions } from 'node:https';
import tls from 'node:tls';
import { type Failure, failureOfTrusted } from '../../core/net/failure.ts';
import { failureOfCode } from '../../core/net/errorCodes.ts';
import type { UsableRoute } from '../../core/net/route.ts';
import { failureOfForwarded } from '../../core/net/routeFailure.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { codeOf } from './codeOfError.ts';
import { lookupWithin } from './dnsLookup.ts';
import { type ProxyHop, ProxyHopFailed, servernameOf, targetOf } from './proxyHop.ts';
import type { ProxyResolver } from './proxyResolver.ts';
import { createProxySignIn } from './proxySignIn.ts';
import { openTunnel } from './proxyTunnel.ts';
import { longestHeaders, type Timeouts } from './timeouts.ts';
import type { TlsOptionsFor } from './tls.ts';

/** One GET, over a connection of its own. */
type ArchiveRequest = {
  origin: string;
  path: string;
  headers: Record<string, string>;
  /** The one certificate that is trusted there; null for what the system trusts. */
  certificate: string | null;
  signal: AbortSignal;
};

/** What it is sent with. */
type RequestPorts = {
  timeouts: Pick<Timeouts, 'connect' | 'headers'>;
  proxyResolver: ProxyResolver;
  tlsOptionsFor: TlsOptionsFor;
};

/**
 * Asks, and gives the answer as soon as its headers are there. Node's own client: its parser is native. That of undici
 * would be compiled once more for 10 GB, which takes as much memory as all the rest of a save.
 */
export async function requestArchive(
  request: ArchiveRequest,
  route: UsableRoute,
  ports: RequestPorts,
): Promise<Result<IncomingMessage, Failure>> {
  if (route.via === 'direct') return trusted(request, await send(request, targetOf(request.origin), ports));
  const hop = { proxy: route.proxy, signIn: createProxySignIn(route.proxy, ports.proxyResolver) };
  return request.origin.startsWith('https:')
    ? trusted(request, await sendThrough(request, hop, ports))
    : forward(request, hop, ports);
}

/** Where one certificate is trusted, another one is a changed one. */
function trusted<Value>(
  { certificate }: ArchiveRequest,
  answer: Result<Value, Failure>,
): Result<Value, Failure> {
  return answer.ok || certificate === null ? answer : fail(failureOfTrusted(answer.reason));
}

async function send(
  request: ArchiveRequest,
  { host, port }: { host: string; port: number },
  { timeouts, tlsOptionsFor }: RequestPorts,
  more: RequestOptions = {},
): Promise<Result<IncomingMessage, Failure>> {
  const { origin, certificate } = request;
  const options = optionsOf(request, { host, port, ...more });
  return answered(
    origin.startsWith('https:')
      ? requestSecure({ ...tlsOptionsFor(certificate), ...options, servername: servernameOf(host) })
      : requestPlain(options),
    timeouts,
  );
}

/** Through a proxy that passes on what it cannot read. */
async function sendThrough(
  request: ArchiveRequest,
  hop: ProxyHop,
  ports: RequestPorts,
): Promise<Result<IncomingMessage, Failure>> {
  const { timeouts, tlsOptionsFor } = ports;
  const target = targetOf(request.origin);
  try {
    const socket = await openTunnel(hop, target, tlsOptionsFor(null), timeouts.connect);
    const secured = { ...tlsOptionsFor(request.certificate), socket, servername: servernameOf(target.host) };
    return await send(request, target, ports, {
      createConnection: () => tls.connect({ ...secured, host: target.host, ALPNProtocols: ['http/1.1'] }),
    });
  } catch (error) {
    if (error instanceof ProxyHopFailed) return fail(error.failure);
    throw error;
  }
}

/** Hands the question to a proxy that reads it (RFC 9112, 3.2.2), with the sign-in where it asks for one. */
async function forward(
  request: ArchiveRequest,
  hop: ProxyHop,
  ports: RequestPorts,
): Promise<Result<IncomingMessage, Failure>> {
  const { proxy, signIn } = hop;
  const { host } = new URL(request.origin);
  const headers = { ...request.headers, host, ...signIn.headers() };
  const handed = { ...request, origin: proxy, path: `${request.origin}${request.path}`, headers };
  const answer = await send({ ...handed, certificate: null }, targetOf(proxy), ports);
  if (!answer.ok) return fail(failureOfForwarded(answer.reason, proxy));
  if (answer.value.statusCode !== 407) return answer;
  answer.value.destroy();
  const failure = signIn.answer(answer.value.headers);
  return failure === null ? forward(request, hop, ports) : fail(failure);
}

function optionsOf({ origin, path, headers, signal }: ArchiveRequest, more: RequestOptions): RequestOptions {
  return {
    ...more,
    path,
    headers: { host: new URL(origin).host, ...headers },
    agent: false,
    lookup: lookupWithin(),
    maxHeaderSize: longestHeaders,
    signal,
  };
}

/** The headers of the answer, within the time for a connection and that for an answer. */
async function answered(
  asked: ClientRequest,
  timeouts: RequestPorts['timeouts'],
): Promise<Result<IncomingMessage, Failure>> {
  return new Promise((resolve) => {
    let late = setTimeout(() => asked.destroy(new Late('UND_ERR_CONNECT_TIMEOUT')), timeouts.connect);
    const waitForAnswer = (): void => {
      clearTimeout(late);
      late = setTimeout(() => asked.destroy(new Late('UND_ERR_HEADERS_TIMEOUT')), timeouts.headers);
    };
    asked.once('finish', waitForAnswer);
    asked.on('error', (error) => {
      clearTimeout(late);
      resolve(fail(failureOfCode(codeOf(error))));
    });
    asked.once('response', (response) => {
      clearTimeout(late);
      resolve(succeed(response));
    });
    asked.end();
  });
}

/** Something took too long; by the codes that the core knows. */
export class Late extends Error {
  readonly code: string;

  constructor(code: string) {
    super('late');
    this.code = code;
  }
}
