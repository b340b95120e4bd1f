import type { HttpResponse } from '../../../src/core/docspace/request.ts';
import { anotherCertificate, failureOfCode } from '../../../src/core/net/errorCodes.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { fail, type Result, succeed } from '../../../src/core/base/result.ts';
import { second } from '../../../src/core/base/time.ts';
import { type Answer as Sent, empty, html, json } from '../../support/docspace/portal/answer.ts';
import { bareStatus, fail as envelope } from '../../support/docspace/portal/envelope.ts';
import { accessDenied, lockTimeout } from '../../support/docspace/portal/exceptions.ts';
import type { Luck } from '../luck.ts';

/** What the transport hands to the core: an answer as it was sent, or the code of why there is none. */
export type Came = Result<HttpResponse, Failure>;

/** What happens to one request on its way: how long it takes, and what comes of it then. */
export type Fate = {
  delay: number;
  come: (honest: () => Sent, origin: string) => Came;
  /** Without a name or a way the request never gets to its portal. */
  reaches: boolean;
};

/** Something that can go wrong with a request. Each draws one of the forms it is met in. */
export type Fault = (luck: Luck) => Fate;

/** The answer as it would arrive over a real connection. */
export function arrived({ status, headers, body }: Sent, origin: string): Came {
  return succeed({
    origin,
    status,
    contentType: headers['content-type'] ?? '',
    location: headers['location'] ?? null,
    retryAfter: headers['retry-after'] ?? null,
    rateLimitReset: headers['x-ratelimit-reset'] ?? null,
    date: headers['date'] ?? null,
    body: String(body),
  });
}

export const honestly: Fault = (luck) => ({
  delay: luck.stretch(30, 800),
  come: (honest, origin) => arrived(honest(), origin),
  reaches: true,
});

function says(answers: Sent[]): Fault {
  return (luck) => {
    const answer = luck.pick(answers);
    return {
      delay: luck.stretch(20, 2000),
      come: (_honest, origin) => arrived(answer, origin),
      reaches: true,
    };
  };
}

/** No answer, after about so long: the codes are Node's, OpenSSL's and undici's. */
function breaks(after: number, codes: string[], reaches = true): Fault {
  return (luck) => {
    const code = luck.pick(codes);
    return { delay: luck.between(0.5, 1) * after, come: () => fail(failureOfCode(code)), reaches };
  };
}

const page = (status: number): Sent => html(status, String(status), 'Something that is not DocSpace');
const limited = (headers: Record<string, string>): Sent =>
  empty(429, { 'x-ratelimit-limit': '1500', ...headers });
const plain = (status: number, body: string): Sent => ({
  status,
  headers: { 'content-type': 'text/plain' },
  body,
});

/** The faults of a server and of the way to it, by name; each but `slow` spoils every answer it meets. */
export const faults = {
  reset: breaks(200, ['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'ECONNREFUSED']),
  cutShort: breaks(second, ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'UND_ERR_SOCKET', 'ECONNRESET']),
  halfOpen: breaks(30 * second, ['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_ABORTED']),
  slow: (luck) => ({
    delay: luck.stretch(second, 29 * second),
    come: (honest, origin) => arrived(honest(), origin),
    reaches: true,
  }),
  endless: (luck) => ({
    delay: luck.stretch(100, 20 * second),
    come: () => fail({ kind: 'tooLarge', detail: '/api/2.0/backup/getbackupprogress', retryAt: null }),
    reaches: true,
  }),
  // The transport asks for no compression and unpacks none: a bomb is a few bytes that are no JSON.
  bomb: says([
    {
      status: 200,
      headers: { 'content-type': 'application/json' },
      body: '\u001f\uFFFD\b\u0000\uFFFD'.repeat(400),
    },
  ]),
  truncated: (luck) => {
    const share = luck.draw();
    return {
      delay: luck.stretch(30, 800),
      come: (honest, origin) => {
        const sent = honest();
        const body = String(sent.body);
        return arrived({ ...sent, body: body.slice(0, Math.floor(body.length * share)) }, origin);
      },
      reaches: true,
    };
  },
  page: says([
    page(200),
    json(200, {}),
    json(200, []),
    json(200, 'OK'),
    plain(200, ''),
    json(200, { ok: true }),
  ]),
  // DocSpace's own 401 is empty, and means the key (see the condition 'keyOff'), or that its database fails for a moment.
  hiccup: says([empty(401)]),
  // These are a network's or a gateway's.
  unauthorized: says([page(401), plain(401, 'Authorization Required')]),
  unpaid: says([
    empty(402),
    bareStatus(402, 'Payment Required', true),
    envelope(402, accessDenied),
    page(402),
  ]),
  forbidden: says([empty(403), bareStatus(403, 'Forbidden', true), page(403), plain(403, 'Blocked')]),
  notThere: says([empty(404), bareStatus(404, 'Not Found', true), page(404)]),
  limited: says([
    limited({}),
    limited({ 'x-ratelimit-remaining': '0' }),
    limited({ 'retry-after': '40' }),
    limited({ 'retry-after': '600', 'x-ratelimit-reset': '30' }),
    page(429),
  ]),
  serverError: says([
    envelope(500, lockTimeout),
    empty(500),
    page(500),
    json(200, { status: 1, statusCode: 500 }),
  ]),
  gateway: says([
    page(502),
    page(504),
    page(503),
    { ...empty(503), headers: { 'retry-after': '90' } },
    { ...page(503), headers: { 'retry-after': '3600' } },
    empty(502),
  ]),
  nameless: breaks(5 * second, ['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA'], false),
  unencrypted: breaks(second, [
    'EPROTO',
    'ERR_SSL_WRONG_VERSION_NUMBER',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
  ]),
  certificate: breaks(second, [
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ]),
  // A load balancer with two certificates, of which one is trusted.
  balancer: breaks(second, [anotherCertificate]),
  redirected: says([
    empty(302, { location: 'https://login.example/' }),
    empty(301, { location: '/wizard' }),
    empty(302, { location: 'http://login.example/' }),
    empty(307),
  ]),
  noHttp: breaks(second, ['HPE_INVALID', 'HPE_INVALID_CONSTANT']),
  routeless: breaks(second, ['ENETUNREACH', 'EHOSTUNREACH', 'ETIMEDOUT'], false),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;

/** What the connection is that was dropped under a request. */
export const dropped: Came = fail(failureOfCode('UND_ERR_DESTROYED'));
/** What a machine without a network gets. */
export const unplugged: Came = fail(failureOfCode('ENETUNREACH'));
