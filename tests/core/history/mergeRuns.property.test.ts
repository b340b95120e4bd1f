import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../../src/core/backup/outcome.ts';
import { mergeRuns, mostRuns, mostTraces } from '../../../src/core/history/mergeRuns.ts';
import { newRunRecord, outcomeOf, type RunRecord } from '../../../src/core/history/runRecord.ts';
import { tracePoint } from '../../../src/core/history/trace.ts';
import { day, minute, start } from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';

const outcomes: Outcome[] = ['finished', 'gaps', 'problem', 'failed', 'cancelled', 'unknown'];
const moment = fc.integer({ min: 0, max: 5 }).map((minutes) => start + minutes * minute);
const since = fc.option(moment, { nil: null });
const point = fc.record({ at: moment, percent: fc.integer({ min: 0, max: 90 }) });

/** What somebody knows of one of a few runs. */
const record: fc.Arbitrary<RunRecord> = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  kind: fc.constant('backup' as const),
  scope: fc.constantFrom('portal' as const, 'server' as const),
  start: fc.option(fc.record({ at: moment, seen: fc.boolean() }), { nil: null }),
  stages: fc.record({ waiting: since, running: since, uploading: since }),
  trace: fc.array(point, { maxLength: 6 }).map((points) => points.reduce(tracePoint, [])),
  end: fc.option(
    fc.record({
      outcome: fc.constantFrom(...outcomes),
      at: moment,
      timed: fc.boolean(),
      percent: fc.integer({ min: 0, max: 100 }),
      reason: fc.constantFrom('', 'Folder not found.', 'No space left.'),
    }),
    { nil: null },
  ),
  archive: fc.option(
    fc.record({
      name: fc.constantFrom('', 'a.tar.gz', 'b.tar.gz'),
      storage: fc.constantFrom(null, 'room' as const, 'cloud' as const),
      createdAt: since,
      expiresAt: since,
    }),
    { nil: null },
  ),
});
const records = fc.array(record, { maxLength: 12 });

describe('what is known of runs', () => {
  test('is the same, in whatever order and however often it comes', () => {
    fc.assert(
      fc.property(records, records, records, (one, other, third) => {
        const together = mergeRuns(one, other);
        expect(mergeRuns(together, one)).toEqual(together);
        expect(mergeRuns(mergeRuns([], other), one)).toEqual(together);
        expect(mergeRuns(one, mergeRuns(other, third))).toEqual(mergeRuns(together, third));
      }),
    );
  });

  test('holds each run of each scope once', () => {
    fc.assert(
      fc.property(records, (some) => {
        const names = mergeRuns(some, []).map(({ id, scope }) => `${scope} ${id}`);
        expect(new Set(names)).toEqual(new Set(some.map(({ id, scope }) => `${scope} ${id}`)));
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('never grows beyond its bound, keeps the newest, and the way of the newest of these', () => {
    const trace = [{ at: start, percent: 0 }];
    const many = Array.from({ length: mostRuns + 50 }, (_, index) =>
      runOf(`${index}`, { start: { at: start + index * day, seen: true }, trace }),
    );
    const kept = mergeRuns(many, many.toReversed());
    expect(kept).toHaveLength(mostRuns);
    expect(kept[0]?.id).toBe(`${mostRuns + 49}`);
    expect(kept.filter((run) => run.trace.length > 0)).toHaveLength(mostTraces);
    expect(kept[mostTraces - 1]?.trace).toEqual(trace);
  });

  test('of one run is at most one point for two percent, the first sight of them', () => {
    fc.assert(
      fc.property(fc.array(point, { maxLength: 300 }), (points) => {
        const trace = points.reduce(tracePoint, []);
        expect(trace.length).toBeLessThanOrEqual(46);
        expect(points.toReversed().reduce(tracePoint, [])).toEqual(trace);
        for (const { at, percent } of points) {
          const place = Math.floor(percent / 2);
          expect(trace.find((kept) => Math.floor(kept.percent / 2) === place)?.at).toBeLessThanOrEqual(at);
        }
      }),
    );
  });
});

test('an end that was seen as it came counts more than one that was seen later', () => {
  const late = runOf('a', { end: { outcome: 'failed', at: start, timed: false, percent: 63, reason: '' } });
  const timed = runOf('a', { end: { outcome: 'failed', at: start, timed: true, percent: 63, reason: '' } });
  expect(mergeRuns([late], [timed])).toEqual([timed]);
  expect(mergeRuns([timed], [late])).toEqual([timed]);
});

describe('an archive in the portal’s list', () => {
  const listed = {
    ...newRunRecord('portal', 'a'),
    archive: { name: 'acme.tar.gz', storage: 'temporary', createdAt: start, expiresAt: null } as const,
  };
  const ended = (outcome: Outcome): RunRecord =>
    runOf('a', { end: { outcome, at: start, timed: false, percent: 63, reason: 'Mail failed.' } });

  test.each<[Outcome, Outcome]>([
    ['unknown', 'finished'],
    ['failed', 'problem'],
    ['cancelled', 'finished'],
    ['finished', 'finished'],
    ['gaps', 'gaps'],
  ])('makes of %s: %s, whichever was known first', (was, is) => {
    expect(outcomeOf(ended(was))).toBe(was);
    expect(mergeRuns([ended(was)], [listed]).map(outcomeOf)).toEqual([is]);
    expect(mergeRuns([listed], [ended(was)]).map(outcomeOf)).toEqual([is]);
  });

  test('tells of a run that nobody saw: it has finished', () => {
    expect(outcomeOf(listed)).toBe('finished');
    expect(outcomeOf(newRunRecord('portal', 'a'))).toBeNull();
  });
});
