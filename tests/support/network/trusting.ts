import { createTlsOptions } from '../../../src/main/network/tls.ts';
import type { Certificate } from '../docspace/certificates.ts';

/** What is verified on a system that trusts the usual authorities, and perhaps one more. */
export function trusting(authority?: Pick<Certificate, 'certificate'>) {
  const more = authority === undefined ? [] : [authority.certificate];
  return createTlsOptions({ getCACertificates: (of: string) => (of === 'system' ? more : []) });
}
