import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTime } from '../../../src/core/docspace/time.ts';

describe('a date of the API', () => {
  test.each([
    ['2026-11-20T03:04:11', '2026-11-20T03:04:11Z'],
    ['2026-11-20T03:04:11Z', '2026-11-20T03:04:11Z'],
    ['2026-11-20T03:04:11z', '2026-11-20T03:04:11Z'],
    ['2026-11-20T03:04:11.1234567', '2026-11-20T03:04:11.123Z'],
    ['2026-11-20T03:04:11.1234567Z', '2026-11-20T03:04:11.123Z'],
    ['2026-11-20T03:04:11+01:00', '2026-11-20T02:04:11Z'],
    ['2026-11-20T03:04:11-0330', '2026-11-20T06:34:11Z'],
    ['9999-12-31T23:59:59.9999999', '9999-12-31T23:59:59.999Z'],
  ])('%s is the moment %s, whatever the zone of this machine', (text, moment) => {
    expect(parseTime(text)).toBe(Date.parse(moment));
  });

  test.each([
    null,
    undefined,
    '',
    'soon',
    '0001-01-01T00:00:00',
    '0001-01-01T00:00:00Z',
    '0001-01-01T00:00:00.0000000+00:00',
    '1899-12-31T00:00:00',
    '2026-13-40T00:00:00',
    '+275760-09-13T00:00:00Z',
    '+999999-01-01T00:00:00Z',
    'Z'.repeat(1_000_000),
    '+00:00'.repeat(100_000),
  ])('%j is none', (text) => {
    expect(parseTime(text)).toBeNull();
  });

  test('every moment of a backup’s life survives being written without its zone', () => {
    const moments = fc.date({ min: new Date(1), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(moments, (moment) => {
        expect(parseTime(moment.toISOString().slice(0, -1))).toBe(moment.getTime());
      }),
    );
  });
});
