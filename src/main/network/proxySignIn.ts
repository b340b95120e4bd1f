import type { IncomingHttpHeaders } from 'node:http';
import type { ProxyFailure } from '../../core/net/failure.ts';
import { askedSignIn } from '../../core/net/proxy.ts';
import type { ProxyResolver } from './proxyResolver.ts';

/**
 * The sign-in at one proxy. Nothing is offered before the proxy has asked for it: what Basic sends can be read by
 * everybody on the way to a proxy without TLS, and another network may have another proxy of this name.
 */
export type ProxySignIn = {
  /** What goes to the proxy with a question, and to nobody else. */
  headers: () => Record<string, string>;
  /** Takes a 407: null when the question is to be sent again, else why it is not. */
  answer: (headers: IncomingHttpHeaders) => ProxyFailure | null;
};

export function createProxySignIn(
  proxy: string,
  { signIn, wasRefused, refused }: Pick<ProxyResolver, 'signIn' | 'wasRefused' | 'refused'>,
): ProxySignIn {
  let offered: string | null = null;
  return {
    headers: () => (offered === null ? {} : { 'proxy-authorization': `Basic ${offered}` }),
    answer: (headers) => {
      const challenges = [headers['proxy-authenticate'] ?? []].flat();
      if (offered !== null) refused(proxy);
      const problem = askedSignIn(challenges, offered !== null || wasRefused(proxy));
      offered = problem === 'signIn' ? (signIn(proxy)?.token ?? null) : null;
      return offered === null ? { kind: 'proxy', problem, proxy, detail: '407' } : null;
    },
  };
}
