import { describe, expect, test } from 'vitest';
import { succeed } from '../../../src/core/base/result.ts';
import { acme, day, hour, minute, nothing, reads, readsFinished, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';
import { standing } from '../../support/core/told.ts';

// A clock that runs ahead for a while, and is set right: nothing seen by it may outlive that.

const changes: Array<[string, (story: Story) => unknown]> = [
  ['while Keepwatch runs', ({ shell }) => shell.does({ type: 'clockJumped' })],
  ['before its next start', ({ shell }) => shell.restart()],
];

describe.each(changes)('a clock a day ahead, set right %s', (_when, notification) => {
  function setTo(story: Story, time: number): void {
    story.shell.now = time;
    notification(story);
    story.passes(hour);
  }

  function finishedTomorrow(): Story {
    const story = new Story([acme], start + day).begins(reads()).looks(readsFinished());
    setTo(story, start + hour);
    return story.looks(reads({ task: 'b' })).passes(minute);
  }

  test('the next backup that finishes is the last one that did', () => {
    const story = finishedTomorrow().looks(readsFinished({ task: 'b' }));
    expect(story.shell.state.watches[0]?.jobs.portal.lastFinished).toMatchObject({ job: 'b' });
    expect(standing(story)).toMatchObject({ is: 'ended', ending: { job: 'b', outcome: 'finished' } });
  });

  test('the next one that vanishes is shown as that, not the one before it', () => {
    const story = finishedTomorrow();
    story.script().history = succeed([]);
    story.looks(nothing).passes(5 * minute);
    expect(standing(story)).toMatchObject({ is: 'ended', ending: { job: 'b', outcome: 'unknown' } });
  });

  test('a key that lives for long is warned of when its end is really near', () => {
    const story = new Story([acme], start + 39.5 * day);
    const expiresAt = start + 40 * day;
    story.script().key = succeed({ name: '', readsBackups: true, writes: false, readOnly: true, expiresAt });
    story.begins(nothing).passes(5 * minute);
    const early = story.shell.shown.length;
    setTo(story, start + hour);
    setTo(story, start + 26 * day - hour);
    story.passes(hour);
    expect([early, story.shell.shown.length]).toEqual([1, 2]);
  });
});
