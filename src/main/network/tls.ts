import { X509Certificate } from 'node:crypto';
import { isIPv6 } from 'node:net';
import tls from 'node:tls';
import { anotherCertificate } from '../../core/net/errorCodes.ts';

/**
 * What is verified of a server before anything is sent to it. That it is verified at all is said expressly: left out,
 * Node lets the environment decide (NODE_TLS_REJECT_UNAUTHORIZED).
 */
export type TlsOptions = Pick<tls.ConnectionOptions, 'secureContext'> & {
  checkServerIdentity: typeof tls.checkServerIdentity;
  rejectUnauthorized: true;
};

/** A certificate has to be one that the system trusts, or the very one that is trusted for this server. */
export type TlsOptionsFor = (certificate: string | null) => TlsOptions;

/** `runtime`: what this Node offers; what it lacks is done without. */
export function createTlsOptions(runtime: object = tls): TlsOptionsFor {
  let known: TlsOptions | null = null;
  return (certificate) => {
    if (certificate !== null) return onlyThis(certificate);
    // Reading the system's authorities takes a while, and so does parsing them: once, when first needed.
    known ??= trustOfSystem(runtime);
    return known;
  };
}

/**
 * Node alone trusts the authorities that Mozilla knows. What an administrator has added to the system counts as well
 * where Node tells it (22.15 and newer).
 */
function trustOfSystem(runtime: object): TlsOptions {
  const system = authorities(runtime, 'system');
  const verified = { rejectUnauthorized: true, checkServerIdentity: identityError } as const;
  if (system.length === 0) return verified;
  const ca = [...new Set([...authorities(runtime, 'default'), ...system])];
  return { ...verified, secureContext: tls.createSecureContext({ ca }) };
}

function authorities(runtime: object, of: 'default' | 'system'): string[] {
  if (!('getCACertificates' in runtime) || typeof runtime.getCACertificates !== 'function') return [];
  const told: unknown = runtime.getCACertificates(of);
  return Array.isArray(told) ? told.filter((one) => typeof one === 'string') : [];
}

/**
 * One certificate, and nothing else: not even another that it has signed. Everything that is verified of other
 * certificates is verified of this one too, its dates and its name among them; the comparison comes on top.
 *
 * A certificate that somebody else has signed ends no chain by itself, so it needs `allowPartialTrustChain` (Node
 * 20.18). Where that is unknown such a certificate is refused like any other, which the user is told when agreeing to
 * it: comparing fingerprints after a failed verification instead would accept what is expired or made for another host.
 */
function onlyThis(certificate: string): TlsOptions {
  const { raw } = new X509Certificate(certificate);
  return {
    rejectUnauthorized: true,
    secureContext: tls.createSecureContext({ ca: [certificate], allowPartialTrustChain: true }),
    checkServerIdentity: (host, shown) =>
      identityError(host, shown) ?? (raw.equals(shown.raw) ? undefined : new AnotherCertificate()),
  };
}

/**
 * Why a certificate is not one of this host, or undefined. Some versions of Node 24 find no IPv6 address in any
 * certificate (https://github.com/nodejs/node/issues/64144); the library below them does.
 */
export function identityError(host: string, shown: tls.PeerCertificate): Error | undefined {
  const isAddressOfIt = isIPv6(host) && new X509Certificate(shown.raw).checkIP(host) !== undefined;
  return isAddressOfIt ? undefined : tls.checkServerIdentity(host, shown);
}

class AnotherCertificate extends Error {
  readonly code = anotherCertificate;
}
