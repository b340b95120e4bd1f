import { describe, expect, test } from 'vitest';
import { offerOf } from '../../../src/core/watch/newestOffer.ts';
import { applyProgress } from '../../../src/core/backup/readings.ts';
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
} from '../../support/given.ts';
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
    expect(offerOf(watchOf(newJob), start)).toBeNull();
  });

  test('the last finished backup, for a day', () => {
    const watch = watchOf(finishedAt(start));
    // Of a backup that was seen to end, the day is counted from when it was last seen without an end.
    const until = start - 1 + day;
    expect(offerOf(watch, start)).toMatchObject({ job: 'task-a', until, endedAt: start });
    expect(offerOf(watch, until - 1)?.download.url).toBe(`${acme.origin}${link}`);
    expect(offerOf(watch, until)).toBeNull();
  });

  test.each(['', 'javascript:alert(1)'])('nothing where the link is %j', (sent) => {
    expect(offerOf(watchOf(finishedAt(start, sent)), start)).toBeNull();
  });

  test('also while the next backup runs', () => {
    const job = applyProgress(finishedAt(start), reads({ task: 'b' }), start + 1000).job;
    expect(offerOf(watchOf(job), start + 1000)).not.toBeNull();
  });

  test('of the portal’s and the whole server’s the newer one', () => {
    const early = finishedAt(start, link, 'early');
    const late = finishedAt(start + hour, link, 'late');
    expect(offerOf(watchOf(early, late), start + hour)?.job).toBe('late');
    expect(offerOf(watchOf(late, early), start + hour)?.job).toBe('late');
    expect(
      offerOf(
        { ...watchOf(early, late), serverTrouble: { times: 3, lastAt: 0, kind: 'forbidden' } },
        start + hour,
      )?.job,
    ).toBe('early');
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
