import { expect, test } from 'vitest';
import { measureAccuracy } from '../../../scripts/bench/estimate/accuracy.ts';
import { generateTraces, lengthOf, percentAt } from '../../../scripts/bench/estimate/traces.ts';

// A part of `npm run bench:estimate`.

test('at half time it errs by no more than half of what a straight line does; on the plateau it says something', () => {
  const [half] = measureAccuracy(generateTraces(1, 10, 10), [0.5]);
  expect(half?.runs).toBe(100);
  expect(half?.error).toBeLessThan((half?.straightError ?? 0) / 2);
  expect(half?.plateau).toBeGreaterThan(5);
  expect(half?.plateauSaid).toBeGreaterThan((half?.plateau ?? 0) / 2);
});

test('the backups that are made up for that go forward, come to the upload and end', () => {
  for (const run of generateTraces(2, 20, 5).flat()) {
    expect(run.reached).toHaveLength(90);
    expect(run.reached).toEqual(run.reached.toSorted((one, other) => one - other));
    expect(run.reached.every(Number.isFinite)).toBe(true);
    expect([percentAt(run, 0), percentAt(run, lengthOf(run))]).toEqual([0, 90]);
    expect(run.uploading).toBeGreaterThanOrEqual(1000);
  }
  const once = JSON.stringify(generateTraces(2, 2, 2));
  expect(JSON.stringify(generateTraces(2, 2, 2))).toBe(once);
  expect(JSON.stringify(generateTraces(3, 2, 2))).not.toBe(once);
});
