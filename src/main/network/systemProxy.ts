import type { Session } from 'electron';
import { addressOf } from '../../core/net/address.ts';
import { parseRoute } from '../../core/net/proxy.ts';
import type { ProxyResolver } from './proxyResolver.ts';

/** A script that is to be fetched first may take this long, in milliseconds; then there is no way to be known. */
const longestResolving = 10_000;

/** The ways that the system is set to, scripts (PAC) included; Chromium follows its changes. */
export function createSystemProxy(
  session: Pick<Session, 'resolveProxy'>,
  proxyCredentials: Pick<ProxyResolver, 'signIn' | 'wasRefused' | 'refused'>,
  patience = longestResolving,
): ProxyResolver {
  return {
    to: async (origin) => {
      // What stays on this machine goes through no proxy, whatever a script says.
      if (addressOf(new URL(origin)).loopback) return { via: 'straight' };
      const late = AbortSignal.timeout(patience);
      const tooLate = new Promise<string>((resolve) => {
        late.addEventListener('abort', () => resolve('DIRECT'), { once: true });
      });
      return parseRoute(await Promise.race([session.resolveProxy(origin), tooLate]));
    },
    signIn: proxyCredentials.signIn,
    wasRefused: proxyCredentials.wasRefused,
    refused: proxyCredentials.refused,
  };
}
