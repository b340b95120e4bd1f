import { describe, expect, test } from 'vitest';
import type { Failure } from '../../../src/core/net/failure.ts';
import {
  failureOfForwarded,
  failureOfHop,
  failureOfRoute,
  failureOfRoutes,
  leadsToNext,
} from '../../../src/core/net/routeFailure.ts';
import { failures, redirect } from '../../support/given.ts';

const proxy = 'http://proxy.lan:3128';
const unreached = { kind: 'proxy', problem: 'unreached', proxy, detail: 'CODE' } as const;

describe('a question that was handed to a proxy', () => {
  test.each([
    'noSuchHost',
    'lookupFailed',
    'refused',
    'unreachable',
    'noConnection',
    'encryption',
    'oldEncryption',
  ] as const)('has met nobody there: %s', (kind) => {
    expect(failureOfForwarded({ kind, detail: 'CODE' }, proxy)).toEqual(unreached);
  });

  test('has met one that no authority has signed', () => {
    expect(failureOfForwarded(failures.certificate, proxy)).toMatchObject({
      kind: 'proxy',
      problem: 'untrusted',
    });
  });

  test('has met the portal: what comes after is the portal’s', () => {
    expect(failureOfForwarded(failures.timeout, proxy)).toEqual(failures.timeout);
  });
});

describe('a connection to a proxy', () => {
  test('that comes to nothing is the proxy’s fault, whatever it was', () => {
    expect(failureOfHop({ kind: 'timeout', detail: 'CODE' }, proxy)).toEqual(unreached);
    expect(failureOfHop(failures.certificate, proxy)).toMatchObject({ problem: 'untrusted' });
    expect(failureOfHop(redirect('/'), proxy)).toMatchObject({
      detail: 'redirected',
    });
  });
});

test('a route that cannot be tried says why', () => {
  expect(failureOfRoute({ via: 'unsupported', proxy: 'SOCKS5 a:1' })).toMatchObject({
    problem: 'kind',
    proxy: 'SOCKS5 a:1',
  });
  expect(failureOfRoute({ via: 'unresolved' })).toMatchObject({ problem: 'unresolved' });
});

describe('the next route of the list', () => {
  test.each([
    ['unreached', true],
    ['untrusted', true],
    ['kind', true],
    ['unresolved', false],
    ['refused', false],
    ['signIn', false],
    ['signInRefused', false],
    ['method', false],
  ] as const)('after a proxy that is %s is tried: %s', (problem, next) => {
    expect(leadsToNext({ kind: 'proxy', problem, proxy, detail: 'CODE' })).toBe(next);
  });

  test('after the portal itself has failed is not tried', () => {
    expect(leadsToNext(failures.timeout)).toBe(false);
  });
});

test.each<[Failure, 'first' | 'last']>([
  [{ kind: 'noConnection', detail: 'CODE' }, 'first'],
  [{ kind: 'lookupFailed', detail: 'CODE' }, 'first'],
  [{ ...unreached, problem: 'kind' }, 'first'],
  [failures.timeout, 'last'],
  [failures.certificate, 'last'],
  [{ ...unreached, problem: 'refused' }, 'last'],
])('where a proxy was not there and then %o, the %s is told', (last, told) => {
  expect(failureOfRoutes(unreached, last)).toBe(told === 'first' ? unreached : last);
});
