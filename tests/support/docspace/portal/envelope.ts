import { type Answer, empty, json } from './answer.ts';
import { type Call, queryValue } from './call.ts';

/**
 * The envelope of a success, its members in the server's order; `response` is left out where there is nothing to say,
 * and so is every member that would be null (DocSpace server 3.7.2, CommonApiResponse).
 */
export function succeed(call: Call, response: unknown): Answer {
  const links = [{ href: call.href, action: call.method }];
  const fields = queryValue(call, 'fields');
  const value = pickFields(response, fields);
  const answer = json(200, { response: value, count: count(response), links, status: 0, statusCode: 200 });
  return fields === undefined ? answer : { ...answer, beyondTheDocument: 'only some members were asked for' };
}

/** An exception of the server, as it looks on the wire. */
export type Exception = { message: string; type: string; hresult: number };

/** The envelope of an error. A stack trace comes along: nothing of this belongs in a client's log. */
export function fail(status: number, exception: Exception): Answer {
  const { message, type, hresult } = exception;
  const stack = `   at Made.Up.By.The.FakePortal.Answer(Int32 status)\r\n   at ${type}.Throw(String message)`;
  return json(status, { error: { message, type, stack, hresult }, status: 1, statusCode: status });
}

/** An error that tells nothing but its message: what a refused login answers. */
export function failWithoutStack(status: number, message: string): Answer {
  return json(status, { error: { message, hresult: 0 }, status: 1, statusCode: status });
}

/** What the server's filters answer: a status with a problem+json body, or with none. */
export function bareStatus(status: number, title: string, withBody: boolean): Answer {
  return withBody
    ? json(status, { title, status }, 'application/problem+json; charset=utf-8')
    : empty(status);
}

/** A request that the server could not bind: status 1, and the problem where the response would be. */
export function failValidation(call: Call, member: string): Answer {
  const problem = {
    title: 'One or more validation errors occurred.',
    status: 400,
    errors: { [member]: ['Invalid.'] },
  };
  const links = [{ href: call.href, action: call.method }];
  return {
    ...json(400, { response: problem, count: 1, links, status: 1, statusCode: 400 }),
    beyondTheDocument: 'validation errors are wrapped in a success envelope, which the document leaves out',
  };
}

function count(response: unknown): number {
  if (response === undefined) return 0;
  return Array.isArray(response) ? response.length : 1;
}

/** `?fields=a,b` leaves only those members. */
function pickFields(response: unknown, fields: string | undefined): unknown {
  if (fields === undefined || typeof response !== 'object' || response === null) return response;
  if (Array.isArray(response)) return response.map((item) => pickFields(item, fields));
  const wanted = new Set(fields.split(','));
  return Object.fromEntries(Object.entries(response).filter(([name]) => wanted.has(name)));
}
