import type { X509Certificate } from 'node:crypto';
import tls from 'node:tls';
import type { Duplex } from 'node:stream';
import type { Certificate } from '../../core/net/certificate.ts';
import type { Failure } from '../../core/net/failure.ts';
import { failureOfCode } from '../../core/net/errorCodes.ts';
import { fail, type Result, succeed } from '../../core/base/result.ts';
import { plainText } from '../../core/base/text.ts';
import { lookupWithin } from './dnsLookup.ts';
import { codeOf } from './codeOfError.ts';
import { servernameOf } from './proxyHop.ts';
import { identityError, type TlsOptions } from './tls.ts';

/** Which server, over what, and how long it may take in milliseconds. */
type PeerTarget = {
  host: string;
  port: number;
  /** A tunnel that is open already, through a proxy; null: direct. */
  tunnel: Duplex | null;
  /** What the system trusts: only to say whether it trusts this certificate. */
  tlsOptions: TlsOptions;
  timeout: number;
};

/**
 * Reads the certificate that a server sends. This is the only place that connects without verifying: nothing is sent or
 * read over that connection, and it is closed as soon as the certificate is there.
 */
export async function readPeerCertificate(target: PeerTarget): Promise<Result<Certificate, Failure>> {
  const { host, port, tunnel, tlsOptions, timeout } = target;
  return new Promise((resolve) => {
    const socket = tls.connect({
      ...tlsOptions,
      ...(tunnel === null ? { host, port, lookup: lookupWithin() } : { socket: tunnel }),
      servername: servernameOf(host),
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: false,
      // The name is checked below: a failure here would hide whether the certificate is trusted.
      checkServerIdentity: () => undefined,
    });
    const end = (result: Result<Certificate, Failure>): void => {
      clearTimeout(tooLate);
      socket.destroy();
      resolve(result);
    };
    const endWith = (code: string): void => end(fail(failureOfCode(code)));
    const tooLate = setTimeout(() => endWith('UND_ERR_CONNECT_TIMEOUT'), timeout);
    socket.once('error', (error) => endWith(codeOf(error)));
    socket.once('close', () => endWith('ECONNRESET'));
    socket.once('secureConnect', () => {
      const shown = socket.getPeerX509Certificate();
      if (shown === undefined) return endWith('CERT_UNTRUSTED');
      const fitsHost = identityError(host, shown.toLegacyObject()) === undefined;
      return end(succeed(certificateOf(shown, fitsHost, fitsHost && socket.authorized)));
    });
  });
}

function certificateOf(read: X509Certificate, fitsHost: boolean, trustedBySystem: boolean): Certificate {
  return {
    pem: read.toString(),
    subject: nameIn(read.subject) || plainText(read.subjectAltName ?? '', longestName),
    issuer: nameIn(read.issuer),
    validFrom: Date.parse(read.validFrom),
    validTo: Date.parse(read.validTo),
    fingerprint: read.fingerprint256,
    fitsHost,
    trustedBySystem,
  };
}

const longestName = 200;

/** The common name, else all that stands there. What a stranger wrote is made fit to be shown. */
function nameIn(written: string | undefined): string {
  const lines = (written ?? '').split('\n');
  const common = lines.find((line) => line.startsWith('CN='))?.slice('CN='.length);
  return plainText(common ?? lines.join(', '), longestName);
}
