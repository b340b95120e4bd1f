import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour, minute } from '../../../src/core/base/time.ts';
import type { BackupSchedule } from '../../../src/core/docspace/schedule.ts';
import { nextDue } from '../../../src/core/schedule/nextDue.ts';

const daily = (at: number): BackupSchedule => ({ period: 'day', hour: at, day: 0, temporary: false });
const weekly = (on: number, at: number): BackupSchedule => ({
  period: 'week',
  hour: at,
  day: on,
  temporary: false,
});
const monthly = (on: number, at: number): BackupSchedule => ({
  period: 'month',
  hour: at,
  day: on,
  temporary: false,
});

describe('when the next backup is due', () => {
  test.each([
    ['later today', daily(3), 'UTC', '2026-11-20T02:59:59Z', '2026-11-20T03:00:00Z'],
    ['tomorrow, once it is due', daily(3), 'UTC', '2026-11-20T03:00:00Z', '2026-11-21T03:00:00Z'],
    ['by the clock of the portal', daily(3), 'Asia/Kolkata', '2026-11-20T00:00:00Z', '2026-11-20T21:30:00Z'],
    ['behind the date line', daily(3), 'Pacific/Kiritimati', '2026-11-20T00:00:00Z', '2026-11-20T13:00:00Z'],
    ['before the date line', daily(23), 'Pacific/Pago_Pago', '2026-11-20T00:00:00Z', '2026-11-20T10:00:00Z'],
    ['at midnight', daily(0), 'Europe/Berlin', '2026-11-19T23:00:00Z', '2026-11-20T23:00:00Z'],
    ['on Sunday, which is day 1', weekly(1, 3), 'UTC', '2026-11-20T12:00:00Z', '2026-11-22T03:00:00Z'],
    ['on Saturday, which is day 7', weekly(7, 3), 'UTC', '2026-11-20T12:00:00Z', '2026-11-21T03:00:00Z'],
    ['in a week', weekly(6, 3), 'UTC', '2026-11-20T03:00:00Z', '2026-11-27T03:00:00Z'],
    ['on a day of the month', monthly(1, 3), 'UTC', '2026-11-20T12:00:00Z', '2026-12-01T03:00:00Z'],
    [
      'on the 31st: not in months without one',
      monthly(31, 3),
      'UTC',
      '2026-08-31T03:00:00Z',
      '2026-10-31T03:00:00Z',
    ],
    ['on the 30th: not in February', monthly(30, 3), 'UTC', '2027-01-30T03:00:00Z', '2027-03-30T03:00:00Z'],
    ['on a leap day', monthly(29, 3), 'UTC', '2028-01-29T03:00:00Z', '2028-02-29T03:00:00Z'],
    [
      'in the night that leaves its hour out',
      daily(2),
      'Europe/Berlin',
      '2027-03-27T12:00:00Z',
      '2027-03-28T01:00:00Z',
    ],
    [
      'in the night that has its hour twice: the first',
      daily(2),
      'Europe/Berlin',
      '2026-10-24T12:00:00Z',
      '2026-10-25T00:00:00Z',
    ],
    ['after the first of the two', daily(2), 'Europe/Berlin', '2026-10-25T00:00:00Z', '2026-10-26T01:00:00Z'],
    [
      'where midnight itself is left out',
      daily(0),
      'Asia/Beirut',
      '2027-03-27T12:00:00Z',
      '2027-03-27T22:00:00Z',
    ],
    [
      'where clocks go by half an hour',
      daily(2),
      'Australia/Lord_Howe',
      '2026-10-03T12:00:00Z',
      '2026-10-03T15:30:00Z',
    ],
  ] as const)('%s', (_what, schedule, zone, after, due) => {
    expect(new Date(nextDue(schedule, zone, Date.parse(after))).toISOString()).toBe(
      new Date(due).toISOString(),
    );
  });

  test('a schedule for a day that no month has is never due', () => {
    expect(nextDue(monthly(0, 3), 'UTC', Date.parse('2026-11-20T12:00:00Z'))).toBe(Infinity);
  });

  // The scheduler of the server: every minute it looks at the clock on the wall, and starts what that has reached.
  function firstOnTheWall(at: number, zone: string, after: number): number {
    const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const nominal = (moment: number): string =>
      `${wall.format(moment).slice(0, 10)} ${String(at).padStart(2, '0')}:00`;
    for (let moment = after - (after % minute) + minute; ; moment += minute) {
      const now = wall.format(moment);
      const before = wall.format(moment - minute);
      if (
        now >= nominal(moment) &&
        before < nominal(moment) &&
        wall.format(moment - 2 * hour) < nominal(moment)
      )
        return moment;
    }
  }

  test('is when the clock on the wall first reaches its hour, in every zone and night', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    const from = Date.parse('2026-01-01T00:00:00Z') / minute;
    const moments = fc.integer({ min: from, max: from + (2 * 365 * day) / minute });
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 23 }), moments, (zone, at, moment) => {
        const after = moment * minute;
        expect(nextDue(daily(at), zone, after)).toBe(firstOnTheWall(at, zone, after));
      }),
      { numRuns: 300 },
    );
  });
});
