import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { limitEnd } from '../../../src/core/net/retryAfter.ts';
import { day, second, start } from '../../support/given.ts';

/** What a `Retry-After` comes to with a 429. */
function waitOf(retryAfter: string | null, date: string | null = null): number | null {
  return limitEnd({ retryAfter, rateLimitReset: null, date }, start);
}

describe('when a server wants to be asked again', () => {
  test.each([
    ['0', start],
    ['120', start + 120 * second],
    [' 120 ', start + 120 * second],
    ['1.5', start + 1500],
    ['86400', start + day],
    ['86401', start + day],
    ['999999999', start + day],
    ['1000000000', start + day],
    [String(start / 1000 + 60), start + 60 * second],
    [String(start / 1000 + 90_000), start + day],
    ['Fri, 20 Nov 2026 03:05:11 GMT', start + 60 * second],
    ['Fri, 31 Dec 9999 23:59:59 GMT', start + day],
  ])('%j: at %i', (header, at) => {
    expect(waitOf(header)).toBe(at);
  });

  test.each([
    null,
    '',
    'soon',
    '-5',
    'Thu, 19 Nov 2026 03:04:11 GMT',
    '99999999999999',
    '1e9',
    '120, 60',
    'NaN',
  ])('%j says nothing', (header) => {
    expect(waitOf(header)).toBeNull();
  });

  test('a moment in the past is over', () => {
    expect(waitOf(String(start / 1000 - 60))).toBe(start - 60 * second);
  });

  test('is never more than a day ahead, whatever the header says', () => {
    const headers = fc.oneof(
      fc.string(),
      fc.nat().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    );
    fc.assert(
      fc.property(headers, (header) => {
        const at = waitOf(header);
        expect(at === null || (Number.isFinite(at) && at <= start + day)).toBe(true);
      }),
    );
  });
});

describe('a server whose clock is wrong', () => {
  const ahead = 'Fri, 20 Nov 2026 05:04:11 GMT';
  test.each([
    ['Fri, 20 Nov 2026 05:05:41 GMT', ahead, 90],
    ['Thu, 19 Nov 2026 01:01:30 GMT', 'Thu, 19 Nov 2026 01:00:00 GMT', 90],
    [String(Date.parse(ahead) / 1000 + 90), ahead, 90],
    ['90', ahead, 90],
    ['Fri, 20 Nov 2026 03:05:41 GMT', 'no date', 90],
    ['Fri, 20 Nov 2026 03:05:41 GMT', ahead, null],
  ])('%s, said at %s, is %j s from now', (retryAfter, date, seconds) => {
    expect(waitOf(retryAfter, date)).toBe(seconds === null ? null : start + seconds * second);
  });
});

describe('the end of a rate limit', () => {
  test.each([
    [null, null, null],
    ['10', null, 10],
    [null, '20', 20],
    ['10', '20', 20],
    ['30', '20', 30],
    ['soon', '20', 20],
  ])('Retry-After %j and X-Ratelimit-Reset %j: after %j s', (retryAfter, rateLimitReset, after) => {
    expect(limitEnd({ retryAfter, rateLimitReset, date: null }, start)).toBe(
      after === null ? null : start + after * second,
    );
  });
});
