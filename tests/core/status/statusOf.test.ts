import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  acme,
  day,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  second,
  start,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { standing } from '../../support/core/told.ts';

describe('how a portal stands', () => {
  test('a key that is locked away or gone comes before everything', () => {
    const story = new Story();
    expect(standing(story)).toEqual({ is: 'keyringClosed' });
    story.begins(reads());
    story.shell.does({ type: 'keyStatus', portal: 'acme', keyStatus: 'missing' });
    expect(standing(story)).toEqual({ is: 'keyMissing', never: false });
  });

  test('before the first reading, without a job, and while one waits, runs, uploads', () => {
    const story = new Story();
    story.shell.open();
    expect(standing(story)).toEqual({ is: 'firstCheck', scope: 'portal' });
    expect(standing(story.begins(nothing))).toEqual({ is: 'idle', scope: 'portal', nextAt: null });
    const at = story.shell.now + 50;
    story.looks(reads({ percent: 0, status: 0 }));
    expect(standing(story)).toEqual({ is: 'waiting', scope: 'portal', since: at });
    expect(standing(story.looks(reads({ percent: 1 })))).toMatchObject({ is: 'running', percent: 1 });
    expect(standing(story.glances(reads({ percent: 90 })))).toMatchObject({ is: 'uploading' });
  });

  test('a run that stands still is stuck, once it has been read like that for too long', () => {
    const story = new Story().begins(reads({ percent: 37 })).passes(29 * minute);
    expect(standing(story).is).toBe('running');
    expect(standing(story.passes(2 * minute))).toEqual({
      is: 'stuck',
      scope: 'portal',
      job: 'task-a',
      stage: 'running',
      percent: 37,
      since: start + 550,
      before: 0,
    });
    expect(story.shell.told()).toEqual(['acme: portal task-a stuck running 37']);
    expect(standing(story.looks(reads({ percent: 38 }))).is).toBe('running');
    expect(story.passes(20 * minute).shell.told()).toHaveLength(1);
  });

  test.each(['paused', 'offline'] as const)('a run is not stuck for not being looked at: %s', (why) => {
    const story = new Story().begins(reads({ percent: 37 })).passes(minute);
    story.shell.does(
      why === 'paused' ? { type: 'paused', until: Infinity } : { type: 'network', online: false },
    );
    story.passes(5 * hour);
    story.shell.does({ type: 'windowOpened' });
    expect(standing(story).is).toBe('running');
    story.shell.does(why === 'paused' ? { type: 'resumed' } : { type: 'network', online: true });
    expect(standing(story.passes(minute)).is).toBe('running');
    expect(story.shell.told()).toEqual([]);
  });

  test('a vanished job is just ending until the history has told', () => {
    const story = new Story().begins(reads({ percent: 55 })).glances(nothing);
    expect(standing(story)).toEqual({ is: 'settling', scope: 'portal', percent: 55 });
    story.script().history = fail(failures.timeout);
    story.glances(nothing);
    expect(standing(story)).toEqual({ is: 'settling', scope: 'portal', percent: 55 });
    story.passes(2 * minute);
    expect(standing(story)).toMatchObject({ is: 'gone', percent: 55 });
    story.script().history = succeed([]);
    expect(standing(story.passes(10 * minute))).toMatchObject({
      is: 'ended',
      ending: { outcome: 'unknown' },
    });
  });

  test('one that was missed by a single look goes on as it was', () => {
    const story = new Story().begins(reads({ percent: 90 })).glances(nothing);
    expect(standing(story).is).toBe('settling');
    expect(standing(story.glances(reads({ percent: 90 })))).toMatchObject({ is: 'uploading' });
  });

  test('an error is called a failure when the history knows of no archive, and not before', () => {
    const story = new Story().begins(reads({ percent: 37 }));
    const { answer } = story.shell.world;
    story.shell.world.answer = (portal, question, now) => {
      story.shell.world.latency = question.ask === 'history' ? 5 * second : 50;
      return answer(portal, question, now);
    };
    story.glances(reads({ percent: 37, completed: true, error: 'e' })).passes(second);
    expect(standing(story)).toEqual({ is: 'settling', scope: 'portal', percent: 37 });
    expect(standing(story.passes(10 * second))).toMatchObject({ is: 'ended', ending: { outcome: 'failed' } });
  });

  test('an error is called a failure after a minute, if the history does not answer', () => {
    const story = new Story().begins(reads({ percent: 37 }));
    story.script().history = fail(failures.timeout);
    story.glances(reads({ percent: 37, completed: true, error: 'e' }));
    expect(standing(story).is).toBe('settling');
    expect(standing(story.passes(minute))).toMatchObject({ is: 'ended', ending: { outcome: 'failed' } });
  });

  test('a newer ending is not hidden by an older job that is doubted', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.timeout);
    story
      .looks(reads({ task: 'b' }))
      .looks(readsFinished({ task: 'b' }))
      .passes(hour);
    expect(story.shell.state.watches[0]?.jobs.portal.doubts).toMatchObject([{ ending: { job: 'task-a' } }]);
    expect(standing(story)).toMatchObject({ is: 'ended', ending: { job: 'b' } });
  });

  test('a finished backup is shown for as long as the portal reports it, or its link works, or for a day', () => {
    const story = new Story().begins(reads()).looks(readsFinished({ link: '' }));
    expect(standing(story.passes(30 * hour)).is).toBe('ended');
    expect(standing(story.looks(nothing)).is).toBe('idle');
    const fresh = new Story()
      .begins(reads())
      .looks(readsFinished({ link: '' }))
      .looks(nothing);
    expect(standing(fresh).is).toBe('ended');
    expect(standing(fresh.passes(day)).is).toBe('idle');
  });

  test('a stopped one likewise; a failed one until the next backup', () => {
    const stopped = new Story()
      .begins(reads())
      .looks(reads({ completed: true, status: 3 }))
      .looks(nothing);
    expect(standing(stopped)).toMatchObject({ is: 'ended', ending: { outcome: 'cancelled' } });
    expect(standing(stopped.passes(day)).is).toBe('idle');
    const failed = new Story()
      .begins(reads())
      .looks(reads({ error: 'e', status: 4 }))
      .looks(nothing);
    expect(standing(failed.passes(5 * day))).toMatchObject({ ending: { outcome: 'failed' } });
    expect(standing(failed.looks(reads({ task: 'b' }))).is).toBe('running');
  });
});

describe('a server of one’s own', () => {
  const both = { ...acme, scopes: ['portal' as const, 'server' as const] };

  test('is asked for both in turn; of both the one that says more is shown', () => {
    const story = new Story([both]);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 5 }));
    story.begins(nothing).passes(30 * second);
    const asks = story.shell.asked.flatMap(({ question }) => ('scope' in question ? [question.scope] : []));
    expect(asks.slice(0, 4)).toEqual(['portal', 'server', 'portal', 'server']);
    expect(standing(story)).toMatchObject({ is: 'running', scope: 'server', percent: 5 });
  });

  test('each ending is told for itself, also under the same task', () => {
    const story = new Story([both]);
    story.script().serverProgress = succeed(reads());
    story.begins(reads());
    story.script().serverProgress = succeed(readsFinished());
    story.looks(readsFinished()).passes(minute);
    expect(story.shell.told()).toEqual(['acme: portal task-a finished', 'acme: server task-a finished']);
  });

  test('its backup stands at 0 for hours while the database is written', () => {
    const story = new Story([both]);
    story.script().serverProgress = succeed(reads({ task: 'dump', percent: 0 }));
    expect(
      story
        .begins()
        .passes(3 * hour)
        .shell.told(),
    ).toEqual([]);
    expect(story.passes(2 * hour).shell.told()).toEqual(['acme: server dump stuck running 0']);
  });

  test('that may not be seen is left out, and nothing is announced', () => {
    const story = new Story([both]);
    story.script().serverProgress = fail(failures.forbidden);
    story.begins().passes(9 * minute);
    const asked = () =>
      story.shell.asked.filter(({ question }) => 'scope' in question && question.scope === 'server').length;
    expect(asked()).toBe(1);
    story.passes(hour);
    expect([asked() > 1, asked() <= 7]).toEqual([true, true]);
    expect([standing(story).is, story.shell.told()]).toEqual(['idle', []]);
  });

  test('that was refused while the portal was being restored is asked for again afterwards', () => {
    const story = new Story([both]);
    story.script().serverProgress = fail(failures.forbidden);
    story
      .begins()
      .fails(failures.forbidden)
      .passes(10 * minute);
    story.script().serverProgress = succeed(reads({ task: 'dump' }));
    story.says(nothing).passes(10 * minute);
    expect(standing(story)).toMatchObject({ is: 'running', scope: 'server' });
  });
});
