import { describe, expect, test } from 'vitest';
import { failureOfStatus } from '../../../src/core/net/httpStatus.ts';
import { day, minute, second, start } from '../../support/given.ts';

const plain = {
  origin: 'https://acme.example',
  contentType: '',
  location: null,
  retryAfter: null,
  rateLimitReset: null,
  date: null,
};

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
    const location = 'https://acme.example/login';
    expect(failureOfStatus(status, { ...plain, location }, start)).toEqual({
      kind: 'redirected',
      to: { leads: 'ownPage' },
    });
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

  test.each([
    ['', 'notThere'],
    ['application/problem+json', 'notThere'],
    ['application/json; charset=utf-8', 'notThere'],
    ['text/plain; charset=utf-8', 'serviceDown'],
    ['text/html', 'serviceDown'],
  ] as const)('a 404 of type %j: %s', (contentType, kind) => {
    expect(failureOfStatus(404, { ...plain, contentType }, start)).toMatchObject({ kind, detail: '404' });
  });
});
