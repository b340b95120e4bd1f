import { describe, expect, test } from 'vitest';
import { downloadOf } from '../../../src/core/watch/download.ts';
import { applyProgress } from '../../../src/core/backup/applyProgress.ts';
import { type Job, newJob } from '../../../src/core/backup/job.ts';
import { succeed } from '../../../src/core/base/result.ts';
import { newWatch, type Watch } from '../../../src/core/watch/watch.ts';
import {
  acme,
  day,
  half,
  hour,
  link,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  start,
  taskA,
} from '../../support/given.ts';
import type { Scope } from '../../../src/core/docspace/request.ts';
import { Story } from '../../support/core/story.ts';
import { standing } from '../../support/core/told.ts';

function finishedAt(at: number, sent = link, task = 'task-a'): Job {
  return applyProgress(applyProgress(newJob, nothing, at - 1).job, readsFinished({ link: sent, task }), at)
    .job;
}

function watchOf(portal: Job, server: Job = newJob): Watch {
  const watch = newWatch({ ...acme, scopes: ['portal', 'server'] }, start, half);
  return { ...watch, jobs: { portal, server } };
}

describe('what can be downloaded', () => {
  test('nothing, before anything has finished', () => {
    expect(downloadOf(watchOf(newJob), taskA, start)).toBeNull();
  });

  test('the last finished backup, for a day', () => {
    const watch = watchOf(finishedAt(start));
    // Of a backup that was seen to end, the day is counted from when it was last seen without an end.
    const until = start - 1 + day;
    expect(downloadOf(watch, taskA, start)).toMatchObject({ job: 'task-a', until, endedAt: start });
    expect(downloadOf(watch, taskA, until - 1)?.download.url).toBe(`${acme.origin}${link}`);
    expect(downloadOf(watch, taskA, until)).toBeNull();
  });

  test.each(['', 'javascript:alert(1)'])('nothing where the link is %j', (sent) => {
    expect(downloadOf(watchOf(finishedAt(start, sent)), taskA, start)).toBeNull();
  });

  test('also while the next backup runs', () => {
    const job = applyProgress(finishedAt(start), reads({ task: 'b' }), start + 1000).job;
    expect(downloadOf(watchOf(job), taskA, start + 1000)).not.toBeNull();
  });

  test('of the backup that is named, and of no other', () => {
    const watch = watchOf(
      finishedAt(start, '/a.tar.gz', 'same'),
      finishedAt(start + hour, '/b.tar.gz', 'same'),
    );
    const of = (scope: Scope, job: string) => downloadOf(watch, { scope, job }, start + hour)?.download.url;
    expect(of('portal', 'same')).toBe(`${acme.origin}/a.tar.gz`);
    expect(of('server', 'same')).toBe(`${acme.origin}/b.tar.gz`);
    expect(of('portal', 'other')).toBeUndefined();
  });
});

test.each([
  ['is not taken away for one list of the history without its archive', [recordOf()], true],
  ['is taken away when the next list lacks it too', [], false],
])('a link %s', (_what, next, offered) => {
  const story = new Story().begins(reads());
  story.script().history = succeed([]);
  story.says(readsFinished()).passesUntil(({ ask }) => ask === 'history');
  story.script().history = succeed(next);
  expect(standing(story.passes(5 * minute))).toMatchObject({
    is: 'ended',
    offer: offered ? { job: 'task-a' } : null,
    ending: { unlisted: !offered },
  });
  expect(story.shell.told()).toEqual(['acme: portal task-a finished']);
});
