import type { Dispatcher } from 'undici';
import send from 'undici/lib/api/api-request.js';
import type { ApiRequest, HttpResponse } from '../../core/docspace/request.ts';
import type { Failure } from '../../core/net/failure.ts';
import { failureOfBody, failureOfCode } from '../../core/net/errorCodes.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { decodeContent } from './contentEncoding.ts';
import { codeOf } from './codeOfError.ts';
import { ProxyHopFailed } from './proxyHop.ts';

/** An answer whose headers are there. */
type Response = Dispatcher.ResponseData;

/** What is sent; the times in milliseconds. */
export type HttpRequest = {
  origin: string;
  path: string;
  /** Null: a GET without a body. */
  body: string | null;
  headers: Record<string, string>;
  headersTimeout: number;
  bodyTimeout: number;
  signal: AbortSignal;
};

/** Asks, and waits for the headers of the answer. undici's request follows no redirect: a key never travels on. */
export async function sendRequest(
  dispatcher: Dispatcher,
  request: HttpRequest,
): Promise<Result<Response, Failure>> {
  try {
    const method = request.body === null ? 'GET' : 'POST';
    return succeed(await send.call(dispatcher, { ...request, method }));
  } catch (error) {
    return fail(error instanceof ProxyHopFailed ? error.failure : failureOfCode(codeOf(error)));
  }
}

/** Reads the body, unless it is larger than anything that was asked for, as it was sent or unpacked. */
export async function readResponse(
  response: Response,
  origin: string,
  request: ApiRequest,
): Promise<Result<HttpResponse, Failure>> {
  try {
    const body = await readBody(response.body, request.limit);
    if (body === null) return fail({ kind: 'tooLarge', detail: request.path, retryAt: null });
    const encoding = [response.headers['content-encoding'] ?? ''].flat().join();
    // It is asked for as it is, and hardly ever comes packed.
    const content = encoding === '' ? succeed(body) : await decodeContent(body, encoding, request);
    // The decoder leaves out a byte order mark: with one it is no JSON.
    return content.ok
      ? succeed(responseOf(response, origin, new TextDecoder().decode(content.value)))
      : content;
  } catch (error) {
    return fail(failureOfBody(codeOf(error)));
  }
}

/** Lets go of an answer that nobody reads; its connection can be used again where it was short. */
export async function drain({ body }: Response): Promise<void> {
  try {
    await body.dump();
  } catch {
    // Whatever became of it: nobody wanted it.
  }
}

async function readBody(body: Response['body'], limit: number): Promise<Buffer | null> {
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
  return Buffer.concat(chunks);
}

function responseOf({ statusCode, headers }: Response, origin: string, body: string): HttpResponse {
  return {
    origin,
    status: statusCode,
    contentType: first(headers['content-type']) ?? '',
    location: first(headers['location']),
    retryAfter: first(headers['retry-after']),
    rateLimitReset: first(headers['x-ratelimit-reset']),
    date: first(headers['date']),
    body,
  };
}

function first(header: string | string[] | undefined): string | null {
  return (Array.isArray(header) ? header[0] : header) ?? null;
}
