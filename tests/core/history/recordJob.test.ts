import { describe, expect, test } from 'vitest';
import { durationOf, outcomeOf } from '../../../src/core/history/runRecord.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { Story } from '../../support/core/story.ts';
import { recordedRuns } from '../../support/core/runs.ts';
import {
  day,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  secret,
  start,
} from '../../support/given.ts';

/** How often something was to be written. */
function writes(story: Story): number {
  return story.shell.effects.filter((effect) => effect.do === 'recordRuns').length;
}

describe('a run that is seen from its beginning to its end', () => {
  const story = new Story().begins();
  story.glances(reads({ status: 0, percent: 0 }));
  for (const percent of [0, 20, 40, 60, 80, 90]) story.says(reads({ percent })).passes(minute);
  const before = writes(story);
  story.passes(20 * minute);
  const during = writes(story) - before;
  story.script().history = succeed([recordOf('task-a', { createdAt: story.shell.now })]);
  story.looks(readsFinished());
  const [run, ...others] = recordedRuns(story.shell);

  test('is one run, with all that is known of it', () => {
    expect(others).toEqual([]);
    expect(run).toMatchObject({
      id: 'task-a',
      scope: 'portal',
      start: { seen: true },
      end: { outcome: 'finished', percent: 100, reason: '', timed: true },
      archive: { name: 'acme_2026-11-20_03-04-11.tar.gz', storage: 'temporary', expiresAt: start + day },
    });
  });

  test('knows when it came to each of its stages', () => {
    const { waiting, running, uploading } = run?.stages ?? {};
    expect(waiting).toBe(run?.start?.at);
    expect(Number(running) - Number(waiting)).toBeLessThan(minute);
    expect(Math.round((Number(uploading) - Number(running)) / minute)).toBe(5);
  });

  test('knows its way', () => {
    expect(run?.trace.map(({ percent }) => percent)).toEqual([0, 20, 40, 60, 80, 90]);
    const times = run?.trace.map(({ at }) => at) ?? [];
    expect(times).toEqual(times.toSorted((one, other) => one - other));
  });

  test('knows how long it took', () => {
    expect(Math.round(Number(run && durationOf(run)) / minute)).toBe(26);
  });

  test('is written when it reaches a stage or ends, not while it goes on', () => {
    expect([before, during]).toEqual([3, 0]);
    expect(writes(story)).toBeLessThanOrEqual(6);
  });
});

describe('a run', () => {
  test('that goes on already when it is first seen has no known beginning', () => {
    const story = new Story().begins(reads());
    expect(recordedRuns(story.shell)).toMatchObject([{ start: { seen: false }, end: null }]);
  });

  test('that began while nobody could look has none either', () => {
    const story = new Story().begins();
    story.shell.does({ type: 'network', online: false });
    story.says(reads()).passes(hour);
    story.shell.does({ type: 'network', online: true });
    story.passes(minute);
    expect(recordedRuns(story.shell)).toMatchObject([{ start: { seen: false } }]);
  });

  test('that goes on over a restart is one run, with what was seen before', () => {
    const story = new Story().begins().looks(reads({ percent: 10 }));
    const [before] = recordedRuns(story.shell);
    story.passes(minute);
    story.shell.restart();
    story.looks(reads({ percent: 70 })).looks(readsFinished());
    expect(recordedRuns(story.shell)).toEqual([
      expect.objectContaining({ start: before?.start, stages: before?.stages }),
    ]);
    expect(recordedRuns(story.shell)[0]?.trace.map(({ percent }) => percent)).toEqual([10, 70]);
  });

  test('that fails keeps where, and the server’s sentence', () => {
    const error = 'Upload to https://s3.example/… failed';
    const story = new Story()
      .begins()
      .looks(reads())
      .looks(reads({ completed: true, percent: 63, error }));
    expect(recordedRuns(story.shell)).toMatchObject([
      { end: { outcome: 'failed', percent: 63, reason: error } },
    ]);
  });

  test('that failed and is in the list is one with a problem', () => {
    const story = new Story().begins().looks(reads());
    story.script().history = succeed([recordOf()]);
    story.looks(reads({ completed: true, percent: 100, error: 'Mail failed.' }));
    expect(recordedRuns(story.shell).map(outcomeOf)).toEqual(['problem']);
  });

  test('that vanishes ends when it is certain that it did, with its way', () => {
    const story = new Story()
      .begins()
      .looks(reads({ percent: 55 }))
      .looks(reads({ percent: 60 }));
    story.script().history = succeed([]);
    story.glances(nothing).glances(nothing);
    expect(recordedRuns(story.shell)).toMatchObject([{ end: null }]);
    story.passes(minute);
    expect(recordedRuns(story.shell)).toMatchObject([
      { end: { outcome: 'unknown', percent: 60 }, trace: [{ percent: 55 }, { percent: 60 }] },
    ]);
  });

  test('that another has taken the place of keeps its way', () => {
    const story = new Story()
      .begins()
      .looks(reads({ percent: 55 }))
      .looks(reads({ percent: 60 }));
    story.script().history = succeed([recordOf('task-a')]);
    story.looks(reads({ task: 'task-b', percent: 3 }));
    expect(recordedRuns(story.shell)).toMatchObject([
      { id: 'task-b', end: null },
      { id: 'task-a', end: { outcome: 'finished' }, trace: [{ percent: 55 }, { percent: 60 }] },
    ]);
  });

  test('that vanishes and comes back goes on', () => {
    const story = new Story().begins().looks(reads({ percent: 55 }));
    story.script().history = succeed([]);
    story
      .glances(nothing)
      .glances(nothing)
      .glances(reads({ percent: 60 }))
      .looks(readsFinished());
    expect(recordedRuns(story.shell)).toMatchObject([
      { end: { outcome: 'finished' }, trace: [{ percent: 55 }, { percent: 60 }] },
    ]);
  });

  test('that ended while nobody looked is known by its end alone', () => {
    const story = new Story().begins().looks(readsFinished());
    expect(recordedRuns(story.shell)).toMatchObject([{ start: null, end: { outcome: 'finished' } }]);
  });

  test('that is read as ended again and again is written once', () => {
    const story = new Story().begins().looks(readsFinished());
    const before = writes(story);
    story.passes(hour);
    // Some servers sign the link anew at each reading.
    story.looks(readsFinished({ link: '/storage/backup/root/acme.tar.gz?auth=2' }));
    expect(writes(story)).toBe(before);
  });
});

describe('on a server that names no task', () => {
  const task = null;

  test('a run is known by its number and when it was first seen', () => {
    const story = new Story().begins().looks(reads({ task })).looks(readsFinished({ task }));
    const [run, ...others] = recordedRuns(story.shell);
    expect(others).toEqual([]);
    expect(run).toMatchObject({ id: `run 1 ${run?.start?.at}`, end: { outcome: 'finished' } });
  });

  test('each run is another, also where only its end was seen', () => {
    const story = new Story().begins();
    for (let day = 0; day < 3; day += 1) {
      story.looks(readsFinished({ task })).looks(nothing);
    }
    story
      .looks(reads({ task, percent: 50 }))
      .looks(reads({ task, percent: 10 }))
      .looks(nothing)
      .looks(nothing);
    expect(recordedRuns(story.shell).map(outcomeOf)).toEqual([
      'unknown',
      'unknown',
      'finished',
      'finished',
      'finished',
    ]);
  });
});

describe('the portal’s list', () => {
  test('tells of runs that nobody saw, and its names lead nowhere', () => {
    const story = new Story().begins().looks(reads());
    story.script().history = succeed([
      recordOf('task-a'),
      recordOf('older', { createdAt: start - day, archive: `acme.tar.gz?auth=${secret}`, storage: 'room' }),
    ]);
    story.looks(readsFinished());
    expect(recordedRuns(story.shell)).toMatchObject([
      { id: 'task-a' },
      { id: 'older', start: null, end: null, archive: { name: 'acme.tar.gz', storage: 'room' } },
    ]);
  });

  test('of another portal is not this one’s', () => {
    const story = new Story().begins().looks(reads());
    expect(recordedRuns(story.shell, 'globex')).toEqual([]);
  });
});
