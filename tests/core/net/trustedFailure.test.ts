import { describe, expect, test } from 'vitest';
import { type Failure, failureOfTrusted } from '../../../src/core/net/failure.ts';
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
