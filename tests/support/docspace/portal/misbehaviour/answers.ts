import { empty, html, json } from '../answer.ts';
import { bareStatus, fail } from '../envelope.ts';
import { lockTimeout } from '../exceptions.ts';
import type { Misbehaviour } from './misbehaviours.ts';

// Wrong answers that are whole: from the server's filters, or from what stands between it and us.

/** The reverse proxy finds nobody behind it: a page, not an envelope. */
export function badGateway(status: 502 | 503 | 504 = 502): Misbehaviour {
  return {
    name: `${status} page`,
    meet: ({ send }) => send(html(status, `${status}`, 'The page is temporarily unavailable')),
  };
}

/** The reverse proxy's page while the portal is being maintained. */
export function maintenance(retryAfter: number): Misbehaviour {
  const { headers, ...page } = html(503, 'Maintenance', 'Back in an hour');
  const answer = { ...page, headers: { ...headers, 'retry-after': String(retryAfter) } };
  return { name: 'maintenance', meet: ({ send }) => send(answer) };
}

/** A gateway that is being upgraded knows no portal for a while: Traefik's answer. */
export function gatewayNotFound(): Misbehaviour {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' };
  return {
    name: 'gateway 404',
    meet: ({ send }) => send({ status: 404, headers, body: '404 page not found\n' }),
  };
}

/** Somebody else answers everything with a friendly page and a 200: a hotel, a train, a company's proxy. */
export function captivePortal(): Misbehaviour {
  return {
    name: 'captive portal',
    meet: ({ send }) => send(html(200, 'Welcome', 'Sign in to use this network')),
  };
}

/** The rate limiter: no body, and mostly no `Retry-After` (DocSpace server 3.7.2, sliding window). */
export function tooManyRequests(
  headers: { retryAfter?: number | string; reset?: number } = {},
): Misbehaviour {
  const { retryAfter, reset } = headers;
  const more = {
    'x-ratelimit-limit': '1500',
    'x-ratelimit-remaining': '0',
    ...(retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) }),
    ...(reset === undefined ? {} : { 'x-ratelimit-reset': String(reset) }),
  };
  return { name: 'too many requests', meet: ({ send }) => send(empty(429, more)) };
}

/** The lock that all portals of an installation share was not to be had: an envelope with a stack. Passes by itself. */
export function lockFailure(): Misbehaviour {
  return { name: 'lock failure', meet: ({ send }) => send(fail(500, lockTimeout)) };
}

/** The portal's list of allowed addresses does not hold ours: one of the causes of a 403. */
export function ipRefused(): Misbehaviour {
  const headers = { 'content-type': 'text/plain' };
  const body = 'The access to the portal is restricted';
  return { name: 'address refused', meet: ({ send }) => send({ status: 403, headers, body }) };
}

/** Any status with no body, or with a problem+json one. */
export function bareAnswer(status: number, withBody = false): Misbehaviour {
  return { name: `bare ${status}`, meet: ({ send }) => send(bareStatus(status, 'Refused', withBody)) };
}

/** Any JSON at all, as if from DocSpace. */
export function anyJson(value: unknown, status = 200): Misbehaviour {
  return { name: 'any JSON', meet: ({ send }) => send(json(status, value)) };
}

/** Whatever comes by http is sent to https, and nothing else: what a gateway does once it encrypts. */
export function encryptFrom(moment: number, origin: string): Misbehaviour {
  return {
    name: `to ${origin}`,
    meet: ({ call, honest, send }) => {
      const { protocol, pathname, search } = new URL(call.href);
      const moves = protocol === 'http:' && call.at >= moment;
      send(moves ? empty(301, { location: `${origin}${pathname}${search}` }) : honest());
    },
  };
}

/** Everything is sent to one page of the server's own: a sign-in, a set-up, a maintenance. */
export function ownPage(path: string): Misbehaviour {
  return { name: `to ${path}`, meet: ({ send }) => send(empty(302, { location: path })) };
}

/** Everything has moved: to https, to another host, to a page of sign-in. The path is kept. */
export function redirectTo(origin: string, status: 301 | 302 | 307 | 308 = 301): Misbehaviour {
  return {
    name: `redirect to ${origin}`,
    meet: ({ call, send }) => {
      const { pathname, search } = new URL(call.href);
      send(empty(status, { location: `${origin}${pathname}${search}` }));
    },
  };
}
