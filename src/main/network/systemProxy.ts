import type { Session } from 'electron';
import { addressOf } from '../../core/net/address.ts';
import { parseRoutes } from '../../core/net/route.ts';
import type { ProxyResolver } from './proxyResolver.ts';

/** A script (PAC) that has to be fetched first may take this long, in milliseconds. */
const longestResolving = 10_000;

/** The proxies that the system is set to, scripts included; Chromium follows its changes. */
export function createSystemProxy(
  session: Pick<Session, 'resolveProxy'>,
  { signIn, wasRefused, refused, forgetRefusals }: Omit<ProxyResolver, 'to'>,
  timeout = longestResolving,
): ProxyResolver {
  return {
    to: async (origin) => {
      // What stays on this machine goes through no proxy, whatever a script says.
      if (addressOf(new URL(origin)).loopback) return [{ via: 'direct' }];
      const late = AbortSignal.timeout(timeout);
      const tooLate = new Promise<null>((resolve) => {
        late.addEventListener('abort', () => resolve(null), { once: true });
      });
      const told = await Promise.race([session.resolveProxy(origin), tooLate]);
      // Not direct: nobody has allowed to bypass a proxy that is not known yet.
      return told === null ? [{ via: 'unresolved' }] : parseRoutes(told);
    },
    signIn,
    wasRefused,
    refused,
    forgetRefusals,
  };
}
