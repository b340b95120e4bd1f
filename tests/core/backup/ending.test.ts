import { describe, expect, test } from 'vitest';
import { downloadOf } from '../../../src/core/watch/download.ts';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  day,
  failures,
  hour,
  jobOf,
  link,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  second,
  start,
  taskA,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

function told(story: Story): string[] {
  return story.shell.told().map((line) => line.replace('acme: portal ', ''));
}

function jobOfStory(story: Story) {
  const watch = story.shell.state.watches[0];
  if (watch === undefined) throw new Error('nothing is watched');
  return watch.jobs.portal;
}

const failed = reads({ completed: true, error: 'Disk full.', status: 2 });

describe('the first reading of a new portal', () => {
  test('is shown, and not announced', () => {
    const story = new Story().begins(readsFinished()).passes(hour);
    expect(told(story)).toEqual([]);
    expect(jobOfStory(story).ending).toMatchObject({ outcome: 'finished', seen: true, link });
  });

  test('also where it failed: whether an archive is there is asked, and nobody told', () => {
    const story = new Story();
    story.script().history = succeed([recordOf()]);
    story.begins(failed).passes(hour);
    expect(told(story)).toEqual([]);
    expect(jobOfStory(story).ending).toMatchObject({ outcome: 'problem', archive: recordOf().archive });
  });

  test('a job that runs in it is followed to its end', () => {
    expect(told(new Story().begins(reads()).looks(readsFinished()))).toEqual(['task-a finished']);
  });

  test('the next job is news', () => {
    expect(told(new Story().begins(failed).looks(readsFinished({ task: 'b' })))).toEqual(['b finished']);
  });
});

describe('an ending before our eyes', () => {
  test('is told at once; its archive and expiry come from the history', () => {
    const story = new Story().begins(reads());
    story.script().history = succeed([recordOf('task-a', { expiresAt: start + 7 * day })]);
    story.glances(readsFinished());
    expect(told(story)).toEqual(['task-a finished']);
    story.passes(5 * second);
    expect(jobOfStory(story).ending).toMatchObject({
      archive: recordOf().archive,
      linkUntil: start + 7 * day,
      endedAt: start,
      timed: true,
    });
  });

  test('is told without the history, and once, where that does not answer', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.serverError);
    story.looks(readsFinished()).passes(hour);
    expect(told(story)).toEqual(['task-a finished']);
    expect(story.shell.asked.filter(({ question }) => question.ask === 'history')).toHaveLength(3);
    expect(jobOfStory(story).doubts).toEqual([]);
  });

  test('that is read again and again, with another status, is one', () => {
    const story = new Story().begins(reads()).looks(readsFinished({ status: 1 }));
    expect(told(story.looks(readsFinished({ status: 2 })).passes(hour))).toEqual(['task-a finished']);
  });

  test('of a fast job that nobody saw run is one as well', () => {
    const story = new Story().begins(readsFinished()).looks(readsFinished({ task: 'b' }));
    expect(told(story)).toEqual(['b finished']);
  });

  test('what has ended runs no more: an older reading changes nothing', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    story.shell.does({ type: 'openLink', portal: 'acme', backup: taskA });
    const { ending } = jobOfStory(story);
    story.looks(reads({ percent: 90 }));
    expect(jobOfStory(story)).toMatchObject({ run: null, ending, reported: true });
    expect(told(story.looks(readsFinished()))).toEqual(['task-a finished']);
  });

  test('a backup that replaces it in between is doubted all the same', () => {
    const story = new Story()
      .begins(reads())
      .looks(readsFinished())
      .looks(reads({ task: 'b' }));
    story
      .looks(reads({ percent: 90 }))
      .looks(nothing)
      .passes(5 * minute);
    expect(told(story)).toEqual(['task-a finished', 'b unknown']);
  });
});

describe('an error', () => {
  test('is told when the history knows of no archive', () => {
    expect(told(new Story().begins(reads()).looks(failed))).toEqual(['task-a failed']);
  });

  test('is no failure where the archive is there', () => {
    const story = new Story().begins(reads());
    story.script().history = succeed([recordOf()]);
    expect(told(story.looks(failed).looks(failed))).toEqual(['task-a problem']);
  });

  test('is told as a failure when the history was asked three times in vain', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.serverError);
    expect(told(story.looks(failed))).toEqual([]);
    expect(told(story.passes(10 * minute))).toEqual(['task-a failed']);
  });

  test('is told at once where the plan has no history', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.unpaid);
    expect(told(story.looks(failed))).toEqual(['task-a failed']);
  });
});

describe('an ending while nobody looked', () => {
  test('is told with its time from the history', () => {
    const story = new Story().begins(reads());
    const endedAt = start + 2 * hour;
    story.script().history = succeed([recordOf('task-a', { createdAt: endedAt, expiresAt: endedAt + day })]);
    story.shell.now += 5 * hour;
    story.says(readsFinished()).shell.restart().pass(minute);
    expect(told(story)).toEqual(['task-a finished']);
    expect(jobOfStory(story).ending).toMatchObject({ endedAt, timed: true, linkUntil: endedAt + day });
  });

  test('is told without it where the history does not answer', () => {
    const story = new Story().begins(reads());
    story.script().history = fail(failures.timeout);
    story.shell.now += 5 * hour;
    story
      .says(readsFinished())
      .shell.restart()
      .pass(10 * minute);
    expect(told(story)).toEqual(['task-a finished']);
    expect(jobOfStory(story).ending).toMatchObject({ timed: false });
  });

  test('whose archive the history does not hold is told as that, and its link is offered no more', () => {
    const story = new Story().begins(reads());
    story.script().history = succeed([recordOf('another')]);
    story.shell.now += 5 * hour;
    story.says(readsFinished()).shell.restart().pass(minute);
    expect(told(story)).toEqual(['task-a finished']);
    expect(story.shell.shown).toMatchObject([
      { notification: { announcement: { news: { ending: { unlisted: true } } } } },
    ]);
    const [watch] = story.shell.state.watches;
    expect(watch && downloadOf(watch, taskA, story.shell.now)).toBeNull();
  });

  test('whose link no record limits is dead a day after the archive was made', () => {
    const story = new Story().begins(reads());
    story.script().history = succeed([recordOf('task-a', { createdAt: start + hour, expiresAt: null })]);
    story.shell.now += 5 * hour;
    story.says(readsFinished()).shell.restart().pass(minute);
    expect(jobOfStory(story).ending).toMatchObject({ linkUntil: start + hour + day });
  });

  test('of yesterday, told yesterday, is not told again; its link is read again', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    const { ending } = jobOfStory(story);
    story.shell.now += hour;
    story.shell.restart();
    expect(jobOfStory(story).ending?.link).toBe('');
    story.passes(minute);
    expect(jobOfStory(story).ending).toEqual(ending);
    expect(told(story)).toEqual(['task-a finished']);
  });

  test('a link that is taken away is gone, and nobody says that there was none', () => {
    const story = new Story()
      .begins(reads())
      .looks(readsFinished())
      .looks(readsFinished({ link: '' }));
    expect(jobOfStory(story).ending?.link).toBe('');
    expect(jobOfStory(story).ending?.linkUntil).not.toBeNull();
  });
});

describe('servers that name no task', () => {
  const bare = { task: null, status: null };

  test.each([
    ['after a running reading', [reads(bare)], 2],
    ['after an empty one', [nothing], 2],
    ['with another archive', [readsFinished({ ...bare, link: link.replace('acme', 'globex') })], 2],
    ['with its link signed anew', [readsFinished({ ...bare, link: `${link}2` })], 1],
    ['with an error', [reads({ ...bare, completed: true, error: 'e' })], 2],
    ['read again', [readsFinished(bare)], 1],
  ])('an ending %s', (_what, between, count) => {
    const story = new Story().begins(reads(bare)).looks(readsFinished(bare));
    for (const reading of between) story.looks(reading);
    const last = between.at(-1);
    story.looks(last !== undefined && last.job?.completed === true ? last : readsFinished(bare));
    expect(told(story.passes(minute))).toHaveLength(count);
  });

  test('the same ending is known again after a restart, by a mark that is no link', () => {
    const story = new Story().begins(reads(bare)).looks(readsFinished(bare));
    story.shell.restart().pass(hour);
    expect(told(story)).toEqual(['run 1 finished']);
  });

  test('another ending after a restart is another', () => {
    const story = new Story().begins(reads(bare)).looks(readsFinished(bare));
    story
      .says(reads({ ...bare, completed: true, error: 'e' }))
      .shell.restart()
      .pass(hour);
    expect(told(story)).toEqual(['run 1 finished', 'run 2 failed']);
  });

  test('a percentage that falls is another run, and the first has ended nobody knows how', () => {
    const story = new Story()
      .begins(reads(bare))
      .looks(reads({ ...bare, percent: 3 }))
      .passes(minute);
    expect(told(story)).toEqual(['run 1 unknown']);
    expect(jobOfStory(story).run).toMatchObject({ percent: 3 });
    expect(jobOf(bare).task).toBeNull();
  });
});
