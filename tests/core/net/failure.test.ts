import { describe, expect, test } from 'vitest';
import {
  type Failure,
  failureOfBody,
  failureOfCode,
  failureOfStatus,
} from '../../../src/core/net/failure.ts';
import { day, minute, second, start } from '../../support/given.ts';

const plain = { contentType: '', location: null, retryAfter: null, rateLimitReset: null, date: null };

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

describe('what an HTTP status means', () => {
  test('a 200 is no failure', () => {
    expect(failureOfStatus(200, plain, start)).toBeNull();
  });

  test.each([
    [400, 'unexpected'],
    [401, 'keyRefused'],
    [402, 'unpaid'],
    [403, 'forbidden'],
    [404, 'notThere'],
    [418, 'unexpected'],
    [204, 'unexpected'],
    [304, 'unexpected'],
    [302, 'unexpected'],
    [500, 'serverError'],
    [501, 'serverError'],
    [502, 'serviceDown'],
    [503, 'serviceDown'],
    [504, 'serviceDown'],
    [505, 'serverError'],
    [599, 'serverError'],
    [0, 'unexpected'],
  ])('%i is %s', (status, kind) => {
    expect(failureOfStatus(status, plain, start)).toEqual({ kind, detail: String(status), retryAt: null });
  });

  test('429 is a limit, with or without a word about its end', () => {
    expect(failureOfStatus(429, plain, start)).toEqual({ kind: 'rateLimited', retryAt: null });
    expect(failureOfStatus(429, { ...plain, rateLimitReset: '30' }, start)).toEqual({
      kind: 'rateLimited',
      retryAt: start + 30 * second,
    });
  });

  test.each([300, 301, 302, 303, 307, 308, 399])('%i with a location is a redirect', (status) => {
    const location = 'https://acme.example/';
    expect(failureOfStatus(status, { ...plain, location }, start)).toEqual({ kind: 'redirected', location });
  });

  test('a location elsewhere is none', () => {
    expect(failureOfStatus(400, { ...plain, location: '/x' }, start)).toMatchObject({ kind: 'unexpected' });
    expect(failureOfStatus(299, { ...plain, location: '/x' }, start)).toMatchObject({ kind: 'unexpected' });
  });

  test('a server that is down may say when to come back', () => {
    expect(failureOfStatus(503, { ...plain, retryAfter: '120' }, start)).toMatchObject({
      kind: 'serviceDown',
      retryAt: start + 120 * second,
    });
  });

  test.each([
    [503, 'Fri, 27 Nov 2026 23:00:00 GMT', 90 * second],
    [429, 'Fri, 27 Nov 2026 23:00:00 GMT', 90 * second],
    [503, null, 15 * minute],
    [429, null, day],
  ])('%i with a date to come back: by the server’s own clock (%s)', (status, date, wait) => {
    const headers = { ...plain, date, retryAfter: 'Fri, 27 Nov 2026 23:01:30 GMT' };
    expect(failureOfStatus(status, headers, start)).toMatchObject({ retryAt: start + wait });
  });

  test('a server that is down is asked again after a quarter of an hour, whatever it says', () => {
    for (const status of [500, 503, 404])
      expect(failureOfStatus(status, { ...plain, retryAfter: '86400' }, start)).toMatchObject({
        retryAt: start + 15 * minute,
      });
  });

  test('the state of a limit that was not hit keeps nobody waiting', () => {
    expect(failureOfStatus(500, { ...plain, rateLimitReset: '3600' }, start)).toMatchObject({
      retryAt: null,
    });
  });
});
