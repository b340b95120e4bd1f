import type { Certificate } from '../../core/net/certificate.ts';
import { type Failure, failureOfUnknownProxy } from '../../core/net/failure.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { createSecurity } from './tls.ts';
import { type Limits, usualLimits } from './timeouts.ts';
import { readCertificate } from './peerCertificate.ts';
import { NoPassage, openTunnel, targetOf } from './proxyTunnel.ts';
import { straightWays, type Ways } from './proxyResolver.ts';

/** Reads the certificate of a server, the way that its questions would go. */
export type Meet = (origin: string) => Promise<Result<Certificate, Failure>>;

export function createMeet(
  ways: Ways = straightWays,
  securityOf = createSecurity(),
  limits: Pick<Limits, 'connect'> = usualLimits,
): Meet {
  return async (origin) => {
    const target = targetOf(origin);
    const route = await ways.to(origin);
    const security = securityOf(null);
    const patience = limits.connect;
    if (route.via === 'straight') return readCertificate({ ...target, way: null, security, patience });
    if (route.via === 'unknown') return fail(failureOfUnknownProxy(route.proxy));
    try {
      const way = await openTunnel({ proxy: route.proxy, ways }, target, security, patience);
      return await readCertificate({ ...target, way, security, patience });
    } catch (error) {
      if (error instanceof NoPassage) return fail(error.failure);
      throw error;
    }
  };
}
