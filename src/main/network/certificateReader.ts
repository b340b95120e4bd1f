import type { Certificate } from '../../core/net/certificate.ts';
import type { Failure } from '../../core/net/failure.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { readPeerCertificate } from './peerCertificate.ts';
import { ProxyHopFailed, targetOf } from './proxyHop.ts';
import type { ProxyResolver } from './proxyResolver.ts';
import { createProxySignIn } from './proxySignIn.ts';
import { openTunnel } from './proxyTunnel.ts';
import { createTryRoutes } from './routes.ts';
import type { Timeouts } from './timeouts.ts';
import type { TlsOptionsFor } from './tls.ts';

/** Reads the certificate of a server, over the route that its questions would take. */
export type CertificateReader = (origin: string) => Promise<Result<Certificate, Failure>>;

export function createCertificateReader(
  proxyResolver: ProxyResolver,
  tlsOptionsFor: TlsOptionsFor,
  { connect: timeout }: Pick<Timeouts, 'connect'>,
): CertificateReader {
  const tryRoutes = createTryRoutes();
  return async (origin) => {
    const target = targetOf(origin);
    const tlsOptions = tlsOptionsFor(null);
    return tryRoutes(await proxyResolver.to(origin), async (route) => {
      if (route.via === 'direct')
        return readPeerCertificate({ ...target, tunnel: null, tlsOptions, timeout });
      const hop = { proxy: route.proxy, signIn: createProxySignIn(route.proxy, proxyResolver) };
      try {
        const tunnel = await openTunnel(hop, target, tlsOptions, timeout);
        return await readPeerCertificate({ ...target, tunnel, tlsOptions, timeout });
      } catch (error) {
        if (error instanceof ProxyHopFailed) return fail(error.failure);
        throw error;
      }
    });
  };
}
