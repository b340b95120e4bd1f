import type { Certificate } from '../../core/net/certificate.ts';
import { type Failure, failureOfUnknownProxy } from '../../core/net/failure.ts';
import { fail, type Result } from '../../core/base/result.ts';
import { createTlsOptions } from './tls.ts';
import { type Timeouts, usualTimeouts } from './timeouts.ts';
import { readPeerCertificate } from './peerCertificate.ts';
import { ProxyHopFailed, openTunnel, targetOf } from './proxyTunnel.ts';
import { directOnly, type ProxyResolver } from './proxyResolver.ts';

/** Reads the certificate of a server, the way that its questions would go. */
export type CertificateReader = (origin: string) => Promise<Result<Certificate, Failure>>;

export function createCertificateReader(
  proxyResolver: ProxyResolver = directOnly,
  tlsOptionsFor = createTlsOptions(),
  timeouts: Pick<Timeouts, 'connect'> = usualTimeouts,
): CertificateReader {
  return async (origin) => {
    const target = targetOf(origin);
    const route = await proxyResolver.to(origin);
    const tlsOptions = tlsOptionsFor(null);
    const patience = timeouts.connect;
    if (route.via === 'straight')
      return readPeerCertificate({ ...target, tunnel: null, tlsOptions, patience });
    if (route.via === 'unknown') return fail(failureOfUnknownProxy(route.proxy));
    try {
      const tunnel = await openTunnel({ proxy: route.proxy, proxyResolver }, target, tlsOptions, patience);
      return await readPeerCertificate({ ...target, tunnel, tlsOptions, patience });
    } catch (error) {
      if (error instanceof ProxyHopFailed) return fail(error.failure);
      throw error;
    }
  };
}
