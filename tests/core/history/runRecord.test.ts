import { describe, expect, test } from 'vitest';
import {
  durationOf,
  endOf,
  momentOf,
  newRunRecord,
  type RunRecord,
} from '../../../src/core/history/runRecord.ts';
import { minute, start } from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';

const unread = newRunRecord('portal', 'a');
const end = { outcome: 'finished', at: start + 9 * minute, timed: true, percent: 100, reason: '' } as const;
const seenLate = { ...end, timed: false };
const archive = { name: 'a', storage: null, createdAt: start + 7 * minute, expiresAt: null };

describe('how long a run took', () => {
  test.each<[string, number | null, RunRecord]>([
    ['is known where beginning and end were seen', 9 * minute, runOf('a', { end })],
    [
      'is what the list says of its end, where that was seen late',
      7 * minute,
      runOf('a', { end: seenLate, archive }),
    ],
    [
      'is what the list says of its end, where nobody saw that',
      7 * minute,
      runOf('a', { end: null, archive }),
    ],
    ['is unknown while it goes on', null, runOf('a', { end: null })],
    ['is unknown where only the end was seen', null, { ...unread, end }],
    [
      'is unknown where it was going on already',
      null,
      runOf('a', { end, start: { at: start, seen: false } }),
    ],
    ['is unknown where the end was seen late', null, runOf('a', { end: seenLate })],
    ['is unknown on a clock that was set back', null, runOf('a', { start: { at: end.at, seen: true }, end })],
    [
      'is unknown where the list knows no time either',
      null,
      runOf('a', { end: null, archive: { ...archive, createdAt: null } }),
    ],
  ])('%s', (_what, duration, run) => {
    expect(durationOf(run)).toBe(duration);
  });
});

test('a run is placed by its beginning, else by its end, else before all others', () => {
  expect(momentOf(runOf('a', { end }))).toBe(start);
  expect(momentOf({ ...unread, end })).toBe(end.at);
  expect(momentOf({ ...unread, archive })).toBe(archive.createdAt);
  expect(momentOf(unread)).toBe(0);
  expect(endOf({ ...unread, end: seenLate })).toBe(seenLate.at);
});
