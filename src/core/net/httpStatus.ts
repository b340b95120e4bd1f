import type { AnswerFailure, Failure } from './failure.ts';
import { judgeRedirect } from './redirect.ts';
import { limitEnd, retryTime, type WaitHeaders } from './retryAfter.ts';

/** What of an answer's headers is looked at; `origin`: where it was asked for. */
type AnswerHeaders = WaitHeaders & { origin: string; contentType: string; location: string | null };

/** The failure behind an HTTP status, or null for a 200. DocSpace server 3.7.2, error table of its API. */
export function failureOfStatus(status: number, headers: AnswerHeaders, now: number): Failure | null {
  if (status === 200) return null;
  if (status === 429) return { kind: 'rateLimited', retryAt: limitEnd(headers, now) };
  if (status >= 300 && status < 400 && headers.location !== null) {
    return { kind: 'redirected', to: judgeRedirect(headers.origin, headers.location) };
  }
  // DocSpace says nothing with a 404, or JSON: a page is a gateway's that knows no portal, as while it is upgraded.
  const page = status === 404 && /^text\//i.test(headers.contentType);
  const kind = page ? 'serviceDown' : kindOfStatus(status);
  return { kind, detail: String(status), retryAt: retryTime(headers, now) };
}

function kindOfStatus(status: number): AnswerFailure {
  switch (status) {
    case 401:
      return 'keyRefused';
    case 402:
      return 'unpaid';
    case 403:
      return 'forbidden';
    case 404:
      return 'notThere';
    case 502:
    case 503:
    case 504:
      return 'serviceDown';
    default:
      return status >= 500 ? 'serverError' : 'unexpected';
  }
}
