import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { failures, hour, minute, nothing, reads, second } from '../../support/given.ts';
import { recordedRuns } from '../../support/core/runs.ts';
import { Story } from '../../support/core/story.ts';
import { questions, standing } from '../../support/core/told.ts';

// A portal that is being restored answers hardly anything, but how far the restore is.

/** A portal whose restore begins, and is found out. */
function restoring(percent = 10): Story {
  const story = new Story().begins();
  const settings = { docSpace: true, standalone: false, name: 'Acme', tenant: 'restoring' as const };
  Object.assign(story.script(), { settings: succeed(settings), restore: succeed({ percent }) });
  return story.fails(failures.forbidden).passes(70 * second);
}

describe('a portal that is being restored', () => {
  test('is asked how far that is every 10 s, and nothing else', () => {
    const story = restoring();
    expect(standing(story)).toMatchObject({ is: 'restoring', percent: 10 });
    const since = story.shell.now;
    story.script().restore = succeed({ percent: 64 });
    story.passes(minute);
    expect(standing(story)).toMatchObject({ is: 'restoring', percent: 64 });
    expect(questions(story, since)).toEqual(Array(6).fill('restore'));
  });

  test('is no news, however long it takes', () => {
    expect(
      restoring()
        .passes(3 * hour)
        .shell.told(),
    ).toEqual([]);
  });

  test.each(['restoring', 'busy'] as const)('is no silent one, though a gateway says so: %s', (tenant) => {
    const story = new Story().begins();
    const settings = { docSpace: true, standalone: false, name: 'Acme', tenant };
    Object.assign(story.script(), { settings: succeed(settings), restore: fail(failures.serviceDown) });
    expect(story.fails(failures.serviceDown).passes(hour).shell.told()).toEqual([]);
    story.script().settings = fail(failures.timeout);
    expect(story.fails(failures.timeout).passes(hour).shell.told()).toEqual(['acme: access silent']);
  });

  test('is asked for its backups between: a restore that crashed is told of as going on for a day', () => {
    const story = restoring();
    const settings = { docSpace: true, standalone: false, name: 'Acme', tenant: 'active' as const };
    story.script().settings = succeed(settings);
    expect(standing(story.says(reads()).passes(5 * minute))).toMatchObject({ is: 'running' });
  });

  test.each([
    ['finished', { ended: 'finished' as const, error: '' }],
    ['failed', { ended: 'failed' as const, error: 'Folder not found.' }],
  ])('has its end told, once: %s', (outcome, ended) => {
    const story = restoring();
    story.script().restore = succeed(ended);
    story
      .passes(5 * minute)
      .says(nothing)
      .passes(5 * minute);
    expect(story.shell.told()).toEqual([expect.stringMatching(/^acme: restored \d+$/)]);
    expect(story.shell.shown[0]?.notification).toMatchObject({ announcement: { news: { outcome } } });
  });

  test.each([
    ['right after an answer', 0, true],
    ['after an hour in which nothing was asked', hour, false],
  ])('is recorded with its end, and its beginning where that was seen: %s', (_what, away, seen) => {
    const story = new Story().begins();
    const settings = { docSpace: true, standalone: false, name: 'Acme', tenant: 'restoring' as const };
    Object.assign(story.script(), { settings: succeed(settings), restore: succeed({ percent: 10 }) });
    story.shell.does({ type: 'paused', until: Infinity });
    story.passes(away).fails(failures.forbidden).shell.does({ type: 'resumed' });
    const begun = story.shell.now;
    story.passes(70 * second).script().restore = succeed({ ended: 'failed', error: 'Folder not found.' });
    story.passes(5 * minute);
    const [run, ...others] = recordedRuns(story.shell);
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      kind: 'restore',
      scope: 'portal',
      start: { seen },
      end: { outcome: 'failed', reason: 'Folder not found.', timed: true },
    });
    expect(run?.start?.at).toBeGreaterThanOrEqual(begun);
    expect(run?.start?.at).toBeLessThan(begun + 2 * minute);
  });

  test('has no end that came before it was seen to go on', () => {
    const story = new Story().begins();
    const settings = { docSpace: true, standalone: false, name: 'Acme', tenant: 'restoring' as const };
    const restore = succeed({ ended: 'finished' as const, error: '' });
    Object.assign(story.script(), { settings: succeed(settings), restore });
    story.fails(failures.forbidden).passes(5 * minute);
    expect(story.shell.told()).toEqual([]);
  });

  test('is looked at within seconds of its end', () => {
    const story = restoring();
    story.script().restore = succeed(null);
    story.says(nothing).passes(21 * second);
    expect(standing(story).is).toBe('idle');
  });

  test('stays one where the restore is told of no more and the portal is still closed, at the same pace', () => {
    const story = restoring(75);
    story.script().restore = succeed(null);
    const since = story.shell.now;
    const before = standing(story);
    for (let moment = 0; moment < 120; moment += 1) {
      expect(standing(story.passes(second))).toEqual(before);
    }
    expect(questions(story, since).length).toBeLessThan(30);
    expect(before).toMatchObject({ is: 'restoring', percent: 75 });
  });

  test.each([failures.notThere, failures.serviceDown, failures.serverError])(
    'answers in passing as if it were lost, and is not: %j',
    (failure) => {
      const story = restoring(40);
      story.script().restore = fail(failure);
      story.fails(failure);
      for (let moment = 0; moment < 12; moment += 1) {
        expect(standing(story.passes(second))).toMatchObject({ is: 'restoring', percent: 40 });
      }
      story.script().restore = succeed({ percent: 45 });
      story.fails(failures.forbidden).passes(minute);
      expect(standing(story)).toMatchObject({ is: 'restoring', percent: 45 });
    },
  );

  test('that does not answer any more at all is silent in the end', () => {
    const story = restoring();
    Object.assign(story.script(), { restore: fail(failures.timeout), settings: fail(failures.timeout) });
    story.fails(failures.timeout).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'noAccess', cause: 'timeout' });
    story.passes(hour);
    expect(story.shell.told()).toEqual(['acme: access silent']);
  });
});
