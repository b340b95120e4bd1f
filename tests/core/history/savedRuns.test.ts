import { describe, expect, test } from 'vitest';
import { parseSavedRuns, toSavedRuns } from '../../../src/core/history/savedRuns.ts';
import { minute, start } from '../../support/given.ts';
import { runOf } from '../../support/core/runs.ts';

const archive = { name: 'a.tar.gz', storage: 'cloud', createdAt: start, expiresAt: null } as const;
const runs = [runOf('b', { start: { at: start + minute, seen: true }, archive }), runOf('a')];

function stored(entries: unknown[]): unknown {
  return JSON.parse(JSON.stringify({ version: 1, runs: entries }));
}

describe('the file of a portal’s runs', () => {
  test('gives back what was put into it', () => {
    expect(parseSavedRuns(JSON.parse(JSON.stringify(toSavedRuns(runs))))).toEqual({ runs, whole: true });
  });

  test.each([
    ['nothing', null],
    ['an empty object', {}],
    ['a newer version', { version: 2, runs: [] }],
    ['no list', { version: 1, runs: 'none' }],
  ])('that holds %s has no runs, and is not whole', (_what, content) => {
    expect(parseSavedRuns(content)).toEqual({ runs: [], whole: false });
  });

  test.each([
    ['no run', 7],
    ['a run without an id', { ...runOf(''), id: '' }],
    ['a time that no clock shows', runOf('x', { start: { at: 9e15, seen: true } })],
    ['a percentage that no bar shows', runOf('x', { trace: [{ at: start, percent: 900 }] })],
  ])('loses %s, and nothing else', (_what, entry) => {
    expect(parseSavedRuns(stored([...runs, entry]))).toEqual({ runs, whole: false });
  });

  test('of an older version has backups alone', () => {
    const { kind: _none, ...older } = runOf('a');
    expect(parseSavedRuns(stored([older]))).toEqual({ runs: [runOf('a')], whole: true });
  });

  test('has harmless texts, and no storage that is not known', () => {
    const entry = {
      ...runs[0],
      archive: { ...archive, name: 'a\u202Egnp', storage: 'tape' },
    };
    expect(parseSavedRuns(stored([entry])).runs).toMatchObject([
      { archive: { name: 'a gnp', storage: null } },
    ]);
  });
});
