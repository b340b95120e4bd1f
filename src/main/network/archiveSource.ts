import type { IncomingMessage } from 'node:http';
import { authorization, type Key } from '../../core/docspace/authorization.ts';
import type { ArchiveAnswer } from '../../core/saving/answer.ts';
import { firstHop, type Hop, mostHops, nextHop } from '../../core/saving/hop.ts';
import type { Failure } from '../../core/net/failure.ts';
import { failureOfBody } from '../../core/net/errorCodes.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { Late, requestArchive } from './archiveRequest.ts';
import { codeOf } from './codeOfError.ts';
import { releaseBytes } from './releaseBytes.ts';
import type { ProxyResolver } from './proxyResolver.ts';
import { createTryRoutes } from './routes.ts';
import type { Timeouts } from './timeouts.ts';
import type { TlsOptionsFor } from './tls.ts';

/** Where an archive is, and what may be shown and sent to its portal. */
export type ArchivePlace = {
  origin: string;
  certificate: string | null;
  link: string;
  key: Key | null;
};

/** The rest of a file from a byte on, if it is still the one that the validator names. */
type AskedRest = { from: number; file: { validator: string | null } };

/** An answer of which the headers are there, and its bytes as they come. */
type ArchiveResponse = {
  answer: ArchiveAnswer;
  /** Throws a `BodyFailed` where they end too early. */
  bytes: () => AsyncIterable<Buffer>;
  /** Closes the connection, whatever is still to come. */
  close: () => void;
};

/** Asks for an archive, or the rest of one. */
export type ArchiveSource = (
  place: ArchivePlace,
  rest: AskedRest | null,
  signal: AbortSignal,
) => Promise<Result<ArchiveResponse, Failure>>;

/** The connection broke off, or nothing came for too long: a failure on its way to whoever reads. */
export class BodyFailed extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('no more bytes');
    this.failure = failure;
  }
}

export function createArchiveSource(
  userAgent: string,
  timeouts: Timeouts,
  proxyResolver: ProxyResolver,
  tlsOptionsFor: TlsOptionsFor,
): ArchiveSource {
  const tryRoutes = createTryRoutes();

  const ask = async (
    hop: Hop,
    { certificate, key }: ArchivePlace,
    headers: Record<string, string>,
    signal: AbortSignal,
  ): Promise<Result<IncomingMessage, Failure>> => {
    const request = {
      origin: hop.origin,
      path: hop.path,
      headers: hop.own && key !== null ? { ...headers, authorization: authorization(key) } : headers,
      certificate: hop.own ? certificate : null,
      signal,
    };
    const ports = { timeouts, proxyResolver, tlsOptionsFor };
    return tryRoutes(await proxyResolver.to(hop.origin), async (route) =>
      requestArchive(request, route, ports),
    );
  };

  return async (place, rest, signal) => {
    const headers = headersFor(userAgent, rest);
    let hop = firstHop(place.origin, place.link);
    for (let hops = 0; hop.ok && hops < mostHops; hops += 1) {
      const asked = await ask(hop.value, place, headers, signal);
      if (!asked.ok) return asked;
      const response = asked.value;
      const close = (): void => void response.destroy();
      const answer = answerOf(response, hop.value.origin);
      if (!leadsOn(answer)) return succeed({ answer, bytes: () => bytesOf(response, timeouts.body), close });
      close();
      // At once: where DocSpace leads to is open for 15 seconds.
      hop = nextHop(hop.value, answer.location ?? '');
    }
    return hop.ok ? fail({ kind: 'redirected', to: { leads: 'nowhere' } }) : hop;
  };
}

function headersFor(userAgent: string, rest: AskedRest | null): Record<string, string> {
  return {
    accept: '*/*',
    // A packed answer could not be taken up again where it broke off.
    'accept-encoding': 'identity',
    'user-agent': userAgent,
    ...(rest === null ? {} : { range: `bytes=${rest.from}-` }),
    ...(rest?.file.validator ? { 'if-range': rest.file.validator } : {}),
  };
}

function leadsOn({ status, location }: ArchiveAnswer): boolean {
  return [301, 302, 303, 307, 308].includes(status) && location !== null;
}

/** The bytes as they come. A server that sends none for too long has lost the connection, which nobody would tell. */
async function* bytesOf(response: IncomingMessage, longestWait: number): AsyncGenerator<Buffer> {
  let isWaiting = true;
  const timer = setInterval(() => {
    // What waits for the disk is no fault of the server's.
    if (isWaiting) response.destroy(new Late('UND_ERR_BODY_TIMEOUT'));
  }, longestWait);
  try {
    for await (const chunk of response) {
      if (!Buffer.isBuffer(chunk)) continue;
      isWaiting = false;
      yield chunk;
      isWaiting = true;
      timer.refresh();
      releaseBytes(chunk);
    }
  } catch (error) {
    throw new BodyFailed(failureOfBody(codeOf(error)));
  } finally {
    clearInterval(timer);
  }
}

function answerOf({ statusCode = 0, headers }: IncomingMessage, origin: string): ArchiveAnswer {
  const header = (name: string): string | null => [headers[name] ?? []].flat()[0] ?? null;
  return {
    origin,
    status: statusCode,
    contentType: header('content-type') ?? '',
    contentLength: header('content-length'),
    contentRange: header('content-range'),
    etag: header('etag'),
    lastModified: header('last-modified'),
    date: header('date'),
    location: header('location'),
    retryAfter: header('retry-after'),
    rateLimitReset: header('x-ratelimit-reset'),
  };
}
