import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { acme, failures, hour, minute, nothing, reads } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { failed, row } from '../../support/present/row.ts';

test('a row is about the job that it shows: the whole server’s began when it began', () => {
  const story = new Story([{ ...acme, scopes: ['portal', 'server'] }]).begins(nothing).passes(hour);
  story.script().serverProgress = succeed(reads({ task: 'dump' }));
  expect(row(story.passes(2 * minute))).toMatchObject({
    state: 'Backing up, whole server',
    facts: [{ term: 'Started', detail: 'today, 04:04' }],
  });
});

describe('the whole server', () => {
  const own = { ...acme, standalone: true };
  const both = { ...own, scopes: ['portal' as const, 'server' as const] };
  const note = 'Its backup is a job of its own, besides the portal’s.';

  test('can be watched where the portal is standalone, and left wherever it is watched', () => {
    expect(row(new Story()).wholeServer).toBeNull();
    expect(row(new Story([{ ...acme, standalone: false }])).wholeServer).toBeNull();
    expect(row(new Story([own])).wholeServer).toEqual({ on: false, note });
    expect(row(new Story([both])).wholeServer).toEqual({ on: true, note });
    expect(row(new Story([{ ...acme, scopes: both.scopes }])).wholeServer).toEqual({ on: true, note });
  });

  test.each([
    ['may not be seen', failures.forbidden, /does not let this key see/],
    ['is not answered for', failures.serverError, /does not answer about/],
  ])('that %s says so', (_why, failure, words) => {
    const story = new Story([both]);
    story.script().serverProgress = fail(failure);
    expect(row(story.begins()).wholeServer?.note).toMatch(words);
    expect(row(story).otherBackup).toBeNull();
  });

  test('and the portal alone: the row speaks of the one that says more, and mentions the other', () => {
    const story = new Story([both]).begins(reads());
    expect(row(story)).toMatchObject({ state: 'Backing up', otherBackup: 'Whole server: no backup running' });
    story.script().serverProgress = succeed(failed);
    story.passes(minute);
    expect(row(story)).toMatchObject({
      state: 'Backup failed, whole server',
      otherBackup: 'Portal alone: backing up 42 %',
    });
  });

  test('is not mentioned where access is what there is to say, nor in a row that rests', () => {
    const refused = new Story([both])
      .begins(nothing)
      .fails(failures.keyRefused)
      .passes(2 * minute);
    expect(row(refused).otherBackup).toBeNull();
    const resting = new Story([both]).begins(nothing);
    resting.shell.does({ type: 'paused', until: Infinity });
    expect(row(resting).otherBackup).toBeNull();
  });
});
