import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/net/failure.ts';
import { failureOfBody, failureOfCode } from '../../../src/core/net/errorCodes.ts';

describe('what the code of a socket, of TLS or of the client means', () => {
  const network: Array<[Failure['kind'], string[]]> = [
    ['noSuchHost', ['ENOTFOUND', 'EAI_NODATA']],
    ['lookupFailed', ['EAI_AGAIN', 'EAI_FAIL']],
    ['refused', ['ECONNREFUSED']],
    ['unreachable', ['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL', 'EHOSTDOWN']],
    ['noConnection', ['ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT']],
    ['timeout', ['ABORT_ERR', 'UND_ERR_ABORTED', 'UND_ERR_HEADERS_TIMEOUT']],
    ['stalled', ['UND_ERR_BODY_TIMEOUT']],
    ['truncated', ['UND_ERR_RES_CONTENT_LENGTH_MISMATCH']],
    ['cut', ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_DESTROYED', 'UND_ERR_CLOSED']],
    ['encryption', ['EPROTO', 'ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_TLS_PROTOCOL_VERSION', 'ERR_OSSL_X']],
    ['unexpected', ['HPE_INVALID_CONSTANT']],
    // A code that nobody foresaw, and names that every object has.
    ['cut', ['UNKNOWN', '', 'constructor', '__proto__', 'toString']],
  ];
  test.each(network.flatMap(([kind, codes]) => codes.map((code) => [code, kind])))('%s: %s', (code, kind) => {
    expect(failureOfCode(code)).toMatchObject({ kind, detail: code });
  });

  test('headers that are too long are an answer that is too large', () => {
    expect(failureOfCode('UND_ERR_HEADERS_OVERFLOW')).toMatchObject({ kind: 'tooLarge' });
  });

  test.each([
    ['UND_ERR_SOCKET', 'truncated'],
    ['ECONNRESET', 'truncated'],
    ['UND_ERR_ABORTED', 'stalled'],
    ['ETIMEDOUT', 'stalled'],
    ['UND_ERR_BODY_TIMEOUT', 'stalled'],
    ['ENETDOWN', 'unreachable'],
  ])('%s, once the answer has begun: %s', (code, kind) => {
    expect(failureOfBody(code)).toMatchObject({ kind, detail: code });
  });

  const certificates = {
    selfSigned: ['DEPTH_ZERO_SELF_SIGNED_CERT'],
    untrusted: [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'UNABLE_TO_GET_ISSUER_CERT',
      'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
      'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
      'UNABLE_TO_DECODE_ISSUER_PUBLIC_KEY',
      'UNABLE_TO_DECRYPT_CERT_SIGNATURE',
      'ERROR_IN_CERT_NOT_BEFORE_FIELD',
      'ERROR_IN_CERT_NOT_AFTER_FIELD',
      'CERT_CHAIN_TOO_LONG',
      'PATH_LENGTH_EXCEEDED',
      'EE_KEY_TOO_SMALL',
      'CA_KEY_TOO_SMALL',
      'CA_MD_TOO_WEAK',
      'CERT_UNTRUSTED',
      'CERT_REJECTED',
      'CERT_SIGNATURE_FAILURE',
      'INVALID_CA',
      'INVALID_PURPOSE',
    ],
    expired: ['CERT_HAS_EXPIRED'],
    notYetValid: ['CERT_NOT_YET_VALID'],
    wrongHost: ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'],
    revoked: ['CERT_REVOKED'],
  };
  test.each(Object.entries(certificates).flatMap(([problem, codes]) => codes.map((code) => [code, problem])))(
    '%s: a certificate, %s',
    (code, problem) => {
      expect(failureOfCode(code)).toEqual({ kind: 'certificate', problem, detail: code });
    },
  );
});
