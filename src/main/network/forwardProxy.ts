import type { Dispatcher } from 'undici';
import type { Failure } from '../../core/net/failure.ts';
import { failureOfForwarded } from '../../core/net/routeFailure.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { drain, type HttpRequest, sendRequest } from './exchange.ts';
import type { ProxyHop } from './proxyHop.ts';

/**
 * Hands a question to a proxy that reads it and passes it on (RFC 9112, 3.2.2), with the sign-in where the proxy asks
 * for it. Only what is not encrypted goes this way.
 */
export async function sendForwarded(
  dispatcher: Dispatcher,
  { proxy, signIn }: ProxyHop,
  question: HttpRequest,
): Promise<Result<Dispatcher.ResponseData, Failure>> {
  const { origin, path } = question;
  const headers = { ...question.headers, host: new URL(origin).host, ...signIn.headers() };
  const response = await sendRequest(dispatcher, {
    ...question,
    origin: proxy,
    path: `${origin}${path}`,
    headers,
  });
  if (!response.ok) return fail(failureOfForwarded(response.reason, proxy));
  if (response.value.statusCode !== 407) return response;
  await drain(response.value);
  const failure = signIn.answer(response.value.headers);
  return failure === null ? sendForwarded(dispatcher, { proxy, signIn }, question) : fail(failure);
}
