import * as z from 'zod/mini';
import type { Failure } from '../net/failure.ts';
import { failureOfStatus } from '../net/httpStatus.ts';
import { fail, type Result, succeed } from '../base/result.ts';
import { plainText } from '../base/text.ts';
import type { HttpResponse } from './request.ts';

// Every REST answer of DocSpace is wrapped: {response, count, links, status, statusCode}; null members are left out,
// so a 200 without `response` says "nothing there". (DocSpace server 3.7.2, CommonApiResponse.)
const envelope = z.object({
  response: z.optional(z.unknown()),
  status: z.optional(z.number()),
  statusCode: z.optional(z.number()),
});

/**
 * Opens DocSpace's envelope: the `response` member, or undefined where it is absent. Anything that is no envelope (a
 * captive portal's page, another product, half an answer) is a failure, never "nothing there".
 */
export function openEnvelope(answer: HttpResponse, now: number): Result<unknown, Failure> {
  // DocSpace refuses a key without a word, or as it says everything: all else is a network's or a gateway's refusal.
  const isForeign = answer.status === 401 && answer.body.trim() !== '' && readEnvelope(answer.body) === null;
  if (isForeign) return fail(notDocSpace(answer));
  const failure = failureOfStatus(answer.status, answer, now);
  if (failure !== null) return fail(failure);
  const opened = readEnvelope(answer.body);
  if (opened === null) return fail(notDocSpace(answer));
  const { response, status } = opened;
  if (status === 1) return fail({ kind: 'serverError', detail: '200 with status 1', retryAt: null });
  return succeed(response ?? undefined);
}

/** Reads the `response` member by a schema; `detail` names the endpoint in the log when the shape is unknown. */
export function parseResponse<Schema extends z.ZodMiniType>(
  answer: HttpResponse,
  schema: Schema,
  detail: string,
  now: number,
): Result<z.output<Schema>, Failure> {
  const opened = openEnvelope(answer, now);
  if (!opened.ok) return opened;
  const read = schema.safeParse(opened.value);
  return read.success ? succeed(read.data) : fail({ kind: 'unreadable', detail, retryAt: null });
}

/** Null for what is none. */
function readEnvelope(body: string): z.output<typeof envelope> | null {
  const json = parseJson(body);
  const { data = null } = json.ok ? envelope.safeParse(json.value) : {};
  return data?.status === undefined && data?.statusCode === undefined ? null : data;
}

function parseJson(body: string): Result<unknown, null> {
  try {
    return succeed(JSON.parse(body));
  } catch {
    return fail(null);
  }
}

function notDocSpace(answer: HttpResponse): Failure {
  return { kind: 'notDocSpace', detail: plainText(answer.contentType, 60), retryAt: null };
}
