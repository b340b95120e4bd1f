import type { CertificateProblem, Failure, NetworkFailure } from './failure.ts';

/** Our own code for a certificate that is in order and is not the one that was trusted. */
export const anotherCertificate = 'KEEPWATCH_ANOTHER_CERTIFICATE';

const networkCodes: ReadonlyMap<string, NetworkFailure> = new Map([
  ['ENOTFOUND', 'noSuchHost'],
  ['EAI_AGAIN', 'lookupFailed'],
  ['EAI_FAIL', 'lookupFailed'],
  ['EAI_NODATA', 'noSuchHost'],
  ['ECONNREFUSED', 'refused'],
  ['EHOSTUNREACH', 'unreachable'],
  ['ENETUNREACH', 'unreachable'],
  ['ENETDOWN', 'unreachable'],
  ['EADDRNOTAVAIL', 'unreachable'],
  ['EHOSTDOWN', 'unreachable'],
  ['ETIMEDOUT', 'noConnection'],
  ['UND_ERR_CONNECT_TIMEOUT', 'noConnection'],
  ['ABORT_ERR', 'timeout'],
  ['UND_ERR_ABORTED', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'stalled'],
  ['ECONNRESET', 'cut'],
  ['ECONNABORTED', 'cut'],
  ['EPIPE', 'cut'],
  ['UND_ERR_SOCKET', 'cut'],
  ['UND_ERR_DESTROYED', 'cut'],
  ['UND_ERR_CLOSED', 'cut'],
  ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH', 'truncated'],
  ['EPROTO', 'encryption'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'oldEncryption'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'oldEncryption'],
]);

const certificateCodes: ReadonlyMap<string, CertificateProblem> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'selfSigned'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT', 'untrusted'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'untrusted'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'untrusted'],
  ['UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY', 'untrusted'],
  ['UNABLE_TO_DECRYPT_CERT_SIGNATURE', 'untrusted'],
  ['ERROR_IN_CERT_NOT_BEFORE_FIELD', 'untrusted'],
  ['ERROR_IN_CERT_NOT_AFTER_FIELD', 'untrusted'],
  ['CERT_CHAIN_TOO_LONG', 'untrusted'],
  ['PATH_LENGTH_EXCEEDED', 'untrusted'],
  ['EE_KEY_TOO_SMALL', 'untrusted'],
  ['CA_KEY_TOO_SMALL', 'untrusted'],
  ['CA_MD_TOO_WEAK', 'untrusted'],
  ['CERT_UNTRUSTED', 'untrusted'],
  ['CERT_REJECTED', 'untrusted'],
  ['CERT_SIGNATURE_FAILURE', 'untrusted'],
  ['INVALID_CA', 'untrusted'],
  ['INVALID_PURPOSE', 'untrusted'],
  ['CERT_HAS_EXPIRED', 'expired'],
  ['CERT_NOT_YET_VALID', 'notYetValid'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'wrongHost'],
  ['HOSTNAME_MISMATCH', 'wrongHost'],
  ['CERT_REVOKED', 'revoked'],
  [anotherCertificate, 'changed'],
]);

/** The failure behind the error code of a socket, of TLS or of undici (Node's and OpenSSL's names for them). */
export function failureOfCode(code: string): Failure {
  const problem = certificateCodes.get(code);
  if (problem !== undefined) return { kind: 'certificate', problem, detail: code };
  const kind = networkCodes.get(code);
  if (kind !== undefined) return { kind, detail: code };
  const isTls = code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code.startsWith('ERR_OSSL');
  if (isTls) return { kind: 'encryption', detail: code };
  if (code === 'UND_ERR_HEADERS_OVERFLOW') return { kind: 'tooLarge', detail: code, retryAt: null };
  return code.startsWith('HPE_')
    ? { kind: 'unexpected', detail: code, retryAt: null } // what answered there does not speak HTTP
    : { kind: 'cut', detail: code };
}

/** The failure behind an error code that came after the headers: an answer has begun. */
export function failureOfBody(code: string): Failure {
  const failure = failureOfCode(code);
  if (failure.kind === 'timeout' || failure.kind === 'noConnection') return { ...failure, kind: 'stalled' };
  return failure.kind === 'cut' ? { ...failure, kind: 'truncated' } : failure;
}

const withoutWayOut: ReadonlySet<string> = new Set(['ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL']);

/** The question never left this machine: there was no way out, or nobody to ask for the portal's address. */
export function neverLeftMachine(failure: Failure): boolean {
  return (
    failure.kind === 'lookupFailed' || (failure.kind === 'unreachable' && withoutWayOut.has(failure.detail))
  );
}
