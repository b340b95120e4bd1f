import { parseUrl } from '../base/url.ts';

/** How a server is reached from this machine, as its system says. */
export type Route =
  | { via: 'direct' }
  /** `proxy`: its origin. */
  | { via: 'proxy'; proxy: string }
  /** A kind of proxy that Keepwatch cannot use. */
  | { via: 'unsupported'; proxy: string }
  /** The system did not say in time: its script (PAC) hangs. */
  | { via: 'unresolved' };

/** A route that can be tried. */
export type UsableRoute = Extract<Route, { via: 'direct' | 'proxy' }>;

/** What a proxy wants of somebody before it lets a question through. It does not pass by itself. */
export type LastingProblem =
  /** A user name and a password, and there are none. */
  | 'signIn'
  /** Others than those that were entered. */
  | 'signInRefused'
  /** A sign-in that Keepwatch does not know: NTLM, Kerberos. */
  | 'method'
  /** It is of a kind that Keepwatch does not know: SOCKS. */
  | 'kind';

export type PassingProblem =
  /** It does not answer. */
  | 'unreached'
  /** It is reached over TLS, and its certificate is not trusted. */
  | 'untrusted'
  /** The system does not say which one it is. */
  | 'unresolved'
  /** It does not let anybody through to there. */
  | 'refused';

/** Why a proxy did not let a question through. */
export type ProxyProblem = LastingProblem | PassingProblem;

/** Each of them among the causes of lost access. */
export const proxyCauses = {
  signIn: 'proxySignIn',
  signInRefused: 'proxySignInRefused',
  method: 'proxyMethod',
  kind: 'proxyKind',
  unreached: 'proxyUnreached',
  untrusted: 'proxyUntrusted',
  unresolved: 'proxyUnresolved',
  refused: 'proxyRefused',
} as const satisfies Record<ProxyProblem, string>;

const schemes: Readonly<Record<string, string>> = { PROXY: 'http:', HTTP: 'http:', HTTPS: 'https:' };

/** Reads the system's proxy list for a server: "PROXY proxy.lan:3128; DIRECT". The first route is tried first. */
export function parseRoutes(told: string): Route[] {
  const parts = told.split(';').map((part) => part.trim());
  const routes = parts.filter((part) => part !== '').map(parseRoute);
  return routes.length === 0 ? [{ via: 'direct' }] : routes;
}

function parseRoute(part: string): Route {
  const [kind = '', place = ''] = part.split(/\s+/);
  if (kind.toUpperCase() === 'DIRECT') return { via: 'direct' };
  const url = parseUrl(`${schemes[kind.toUpperCase()] ?? ''}//${place}`);
  return url === null
    ? { via: 'unsupported', proxy: `${kind} ${place}`.trim() }
    : { via: 'proxy', proxy: url.origin };
}

/** What a 407 asks for, by its `Proxy-Authenticate` headers (RFC 9110, 11.7.1). */
export function askedSignIn(challenges: readonly string[], offered: boolean): LastingProblem {
  const basic = challenges.some((challenge) => /(^|,)\s*basic(\s|,|$)/i.test(challenge));
  if (!basic) return 'method';
  return offered ? 'signInRefused' : 'signIn';
}

/** A user name and a password that were entered for a proxy and not kept, and why. */
export type SignInNotKept = { proxy: string; why: 'colon' | 'notSaved' };

/** What cannot be sent as a user name: for HTTP's Basic it ends at its first colon (RFC 7617). */
export function refusalOfUser(user: string): 'colon' | null {
  return user.includes(':') ? 'colon' : null;
}

/** A proxy as a person knows it: its host and port. */
export function proxyName(proxy: string): string {
  return parseUrl(proxy)?.host ?? proxy;
}
