import { parseUrl } from '../base/url.ts';

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

/** What keeps it from working now, and may pass by itself. */
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
