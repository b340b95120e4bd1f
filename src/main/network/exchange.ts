import type { Dispatcher } from 'undici';
import send from 'undici/lib/api/api-request.js';
import type { HttpResponse, ApiRequest } from '../../core/docspace/request.ts';
import { type Failure, failureOfBody, failureOfCode } from '../../core/net/failure.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { codeOf } from './errorCode.ts';
import { ProxyHopFailed } from './proxyTunnel.ts';

/** What has come of an answer once its headers are there. */
type Response = Dispatcher.ResponseData;

/** Asks, and waits for the headers of the answer. undici's request follows no redirect: a key never travels on. */
export async function sendRequest(
  dispatcher: Dispatcher,
  question: { origin: string; path: string; headers: Record<string, string>; signal: AbortSignal },
): Promise<Result<Response, Failure>> {
  try {
    return succeed(await send.call(dispatcher, { ...question, method: 'GET' }));
  } catch (error) {
    return fail(error instanceof ProxyHopFailed ? error.failure : failureOfCode(codeOf(error)));
  }
}

/** Reads the body as it was sent, unless it is larger than anything that was asked for. */
export async function readResponse(
  response: Response,
  { path, limit }: ApiRequest,
): Promise<Result<HttpResponse, Failure>> {
  try {
    const body = await readBody(response.body, limit);
    return body === null
      ? fail({ kind: 'tooLarge', detail: path, retryAt: null })
      : succeed(answerOf(response, body));
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

async function readBody(body: Response['body'], limit: number): Promise<string | null> {
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

function answerOf({ statusCode, headers }: Response, body: string): HttpResponse {
  return {
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
