import {
  type CertificateReader,
  createCertificateReader,
} from '../../../src/main/network/certificateReader.ts';
import type { ProxyResolver } from '../../../src/main/network/proxyResolver.ts';
import { type Timeouts, usualTimeouts } from '../../../src/main/network/timeouts.ts';
import { createTlsOptions } from '../../../src/main/network/tls.ts';

/** No proxy anywhere. */
export const directOnly: ProxyResolver = {
  to: () => Promise.resolve([{ via: 'direct' }]),
  signIn: () => null,
  wasRefused: () => false,
  refused: () => undefined,
  forgetRefusals: () => undefined,
};

/** Reads certificates with what this system trusts. */
export function certificateReader(
  proxyResolver: ProxyResolver = directOnly,
  timeouts: Pick<Timeouts, 'connect'> = usualTimeouts,
): CertificateReader {
  return createCertificateReader(proxyResolver, createTlsOptions(), timeouts);
}
