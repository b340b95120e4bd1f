import { describe, expect, test } from 'vitest';
import { type Failure, failureOfReader, failureOfTrusted } from '../../../src/core/net/failure.ts';
import { failures } from '../../support/given.ts';

describe('where one certificate is trusted', () => {
  test.each<[Failure, string]>([
    [failures.certificate, 'changed'],
    [{ kind: 'certificate', problem: 'selfSigned', detail: 'CODE' }, 'changed'],
    [failures.expired, 'expired'],
  ])('%o is of a certificate that is %s', (failure, problem) => {
    expect(failureOfTrusted(failure)).toMatchObject({ kind: 'certificate', problem });
  });

  test('what is no certificate’s fault stays what it is', () => {
    expect(failureOfTrusted(failures.timeout)).toEqual(failures.timeout);
  });
});

describe('where a proxy reads along', () => {
  const proxy = 'http://proxy.lan:3128';

  test.each(['noSuchHost', 'lookupFailed', 'refused', 'unreachable', 'noConnection'] as const)(
    'it is the proxy that is away: %s',
    (kind) => {
      expect(failureOfReader({ kind, detail: 'CODE' }, proxy)).toEqual({
        kind: 'proxy',
        problem: 'unreached',
        proxy,
        detail: 'CODE',
      });
    },
  );

  test('what comes after is the portal’s', () => {
    expect(failureOfReader(failures.timeout, proxy)).toEqual(failures.timeout);
  });
});
