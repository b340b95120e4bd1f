import { describe, expect, test } from 'vitest';
import { parseSchedule } from '../../../src/core/docspace/schedule.ts';
import { parseTimeZone } from '../../../src/core/docspace/timeZone.ts';
import { requestFor } from '../../../src/core/docspace/question.ts';
import { day, hour, start } from '../../support/given.ts';
import { wrapped } from './answers.ts';

const daily = { period: 0, hour: 3, day: 0 };

describe('a schedule', () => {
  test('is asked with the key, each scope for its own', () => {
    expect(requestFor({ ask: 'schedule', scope: 'portal' })).toMatchObject({
      path: '/api/2.0/backup/getbackupschedule',
      withKey: true,
    });
    expect(requestFor({ ask: 'schedule', scope: 'server' }).path).toBe(
      '/api/2.0/backup/getbackupschedule?Dump=true',
    );
  });

  test.each([
    [undefined, null],
    [
      { storageType: 0, cronParams: daily },
      { period: 'day', hour: 3, day: 0, temporary: false },
    ],
    [
      { storageType: 4, cronParams: { period: 1, hour: 0, day: 7 } },
      { period: 'week', hour: 0, day: 7, temporary: true },
    ],
    [
      {
        storageType: 5,
        storageParams: { module: 'S3', x: null },
        cronParams: { period: 2, hour: 23, day: 31 },
        backupsStored: 3,
      },
      { period: 'month', hour: 23, day: 31, temporary: false },
    ],
    [
      { cronParams: { period: 0, hour: 3 }, lastBackupTime: '0001-01-01T00:00:00' },
      { period: 'day', hour: 3, day: 0, temporary: false },
    ],
    [
      { storageType: 17, cronParams: daily },
      { period: 'day', hour: 3, day: 0, temporary: false },
    ],
  ])('%j', (response, schedule) => {
    expect(parseSchedule(wrapped(response), start)).toMatchObject({
      ok: true,
      value: { schedule, ahead: 0 },
    });
  });

  test.each([
    [{ storageType: 4, storageParams: { folderId: null } }, null],
    [
      { storageType: 5, storageParams: { module: 'S3', region: 'eu', folderId: null } },
      { storageType: 5, params: { module: 'S3', region: 'eu' } },
    ],
    [{ storageType: 0 }, { storageType: 0, params: {} }],
    [
      { storageType: 0, storageParams: { folderId: 7 } },
      { storageType: 0, params: {} },
    ],
    [{}, null],
  ])('says where its archives go, unless that is the temporary storage: %j', (storage, target) => {
    const response = { ...storage, cronParams: daily };
    expect(parseSchedule(wrapped(response), start)).toMatchObject({ ok: true, value: { target } });
  });

  test.each([
    [{}],
    ['daily'],
    [{ cronParams: { ...daily, period: 3 } }],
    [{ cronParams: { ...daily, hour: 24 } }],
    [{ cronParams: { ...daily, hour: 3.5 } }],
    [{ cronParams: { ...daily, day: 32 } }],
  ])('of a shape that nobody knows is unreadable, never none: %j', (response) => {
    expect(parseSchedule(wrapped(response), start)).toMatchObject({
      ok: false,
      reason: { kind: 'unreadable' },
    });
  });

  test.each([
    ['no clock', null, 0],
    ['a broken one', 'soon', 0],
    ['the same but for the way', new Date(start - 30_000).toUTCString(), 0],
    ['one that is ahead', new Date(start + 2 * hour).toUTCString(), 2 * hour],
    ['one that is behind', new Date(start - 2 * hour).toUTCString(), -2 * hour],
    ['one that was never set', new Date(start - 400 * day).toUTCString(), 0],
  ])('comes with the clock of the portal: %s', (_what, date, ahead) => {
    const read = parseSchedule({ ...wrapped(undefined), date }, Math.floor(start / 1000) * 1000);
    const value = { schedule: null, target: null, ahead: Math.floor(ahead / 1000) * 1000 };
    expect(read).toEqual({ ok: true, value });
  });
});

describe('the time zone of a portal', () => {
  test('is told only to who is known', () => {
    expect(requestFor({ ask: 'timeZone' })).toMatchObject({ path: '/api/2.0/settings', withKey: true });
  });

  test.each([
    [{ timezone: 'Europe/Berlin' }, 'Europe/Berlin'],
    [{ timezone: 'UTC' }, 'UTC'],
    [{ timezone: 'W. Europe Standard Time' }, null],
    [{ timezone: '' }, null],
    [{ timezone: null }, null],
    [{}, null],
  ])('%j', (response, zone) => {
    expect(parseTimeZone(wrapped(response), start)).toEqual({ ok: true, value: zone });
  });

  test('of endless length is unreadable', () => {
    expect(parseTimeZone(wrapped({ timezone: 'x'.repeat(101) }), start)).toMatchObject({ ok: false });
    expect(parseTimeZone({ ...wrapped({}), status: 402, body: '' }, start)).toMatchObject({ ok: false });
  });
});
