import { describe, expect, test } from 'vitest';
import { parseHistory } from '../../../src/core/docspace/history.ts';
import { requestFor } from '../../../src/core/docspace/question.ts';
import { start } from '../../support/given.ts';
import { wrapped } from './answers.ts';

const record = {
  id: 'AAAA-1',
  fileName: 'acme_2026-11-20.tar.gz',
  storageType: 4,
  createdOn: '2026-11-20T03:04:11',
  expiresOn: '2026-11-21T03:04:11',
};

describe('the history', () => {
  test('is asked for one scope, with room for many records', () => {
    expect(requestFor({ ask: 'history', scope: 'portal' }).path).toBe('/api/2.0/backup/getbackuphistory');
    expect(requestFor({ ask: 'history', scope: 'server' }).path).toBe(
      '/api/2.0/backup/getbackuphistory?Dump=true',
    );
    expect(requestFor({ ask: 'history', scope: 'portal' })).toMatchObject({
      withKey: true,
      limit: 1_048_576,
      timeoutFactor: 3,
    });
  });

  test('a record is read, its dates as UTC', () => {
    expect(parseHistory(wrapped([record]), start)).toEqual({
      ok: true,
      value: [
        {
          task: 'aaaa-1',
          archive: 'acme_2026-11-20.tar.gz',
          storage: 'temporary',
          createdAt: Date.parse('2026-11-20T03:04:11Z'),
          expiresAt: Date.parse('2026-11-21T03:04:11Z'),
        },
      ],
    });
  });

  test('the newest comes first, one without a date last', () => {
    const list = [
      { ...record, id: 'old', createdOn: '2026-11-18T00:00:00' },
      { id: 'dateless' },
      { ...record, id: 'new', createdOn: '2026-11-20T00:00:00Z' },
    ];
    const read = parseHistory(wrapped(list), start);
    expect(read.ok && read.value.map(({ task }) => task)).toEqual(['new', 'old', 'dateless']);
  });

  test.each([
    ['an empty list', []],
    ['none at all', undefined],
  ])('%s is no record', (_what, response) => {
    expect(parseHistory(wrapped(response), start)).toEqual({ ok: true, value: [] });
  });

  test('the year 0001 is "never", and an unknown storage is no obstacle', () => {
    const read = parseHistory(
      wrapped([{ ...record, expiresOn: '0001-01-01T00:00:00', storageType: 17 }]),
      start,
    );
    expect(read).toMatchObject({ value: [{ expiresAt: null, storage: null }] });
  });

  test('a name with controls or without end is made harmless', () => {
    const read = parseHistory(
      wrapped([{ ...record, fileName: `\u202Egz.rat\u0007${'x'.repeat(500)}` }]),
      start,
    );
    expect(read.ok && read.value[0]?.archive).toMatch(/^gz\.rat x{112}…$/);
  });

  test.each([
    ['an object', {}],
    ['a record without an id', [{ fileName: 'x' }]],
    ['one bad record among good ones', [record, 7]],
    ['a date that is a number', [{ ...record, createdOn: 5 }]],
  ])('%s is unreadable', (_what, response) => {
    const reason = { kind: 'unreadable', detail: 'getbackuphistory', retryAt: null };
    expect(parseHistory(wrapped(response), start)).toEqual({ ok: false, reason });
  });
});
