import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import { day, failures, hour, minute, nothing, reads, readsFinished, start } from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

// News can wait, or come again: for a notification server, for the end of a pause. Meanwhile it may be over.

describe('what is not so any more when it could be told is not told', () => {
  /** Nobody shows notifications while this happens; afterwards somebody does. */
  function unheard(story: Story, happens: (story: Story) => void): Story {
    story.shell.world.notifications = 'refused';
    happens(story);
    story.shell.world.notifications = 'taken';
    story.shell.does({ type: 'notificationsBack' });
    return story.passes(minute);
  }

  test('a standstill of a run that has moved on; the next one is told', () => {
    const story = unheard(new Story().begins(reads({ percent: 37 })), ({ shell }) => {
      shell.pass(31 * minute);
      expect(shell.state.delivery.refused).toHaveLength(1);
    });
    expect(story.looks(reads({ percent: 38 })).shell.told()).toEqual([
      'acme: portal task-a stuck running 37',
    ]);
    const moved = unheard(new Story().begins(reads({ percent: 37 })), (unseen) => {
      unseen.passes(31 * minute).looks(reads({ percent: 38 }));
      expect(unseen.shell.state.delivery.refused).toEqual([]);
    });
    expect(moved.shell.told()).toEqual([]);
    expect(moved.passes(95 * minute).shell.told()).toEqual(['acme: portal task-a stuck running 38']);
  });

  test('a run that stands still, moves and stands still again is told of each time, and once each', () => {
    const story = new Story().begins(reads({ percent: 37 })).passes(40 * minute);
    expect(story.shell.told()).toHaveLength(1);
    story.says(reads({ percent: 38 })).passes(9 * hour);
    expect(story.shell.told()).toHaveLength(2);
    expect(
      story
        .passes(9 * hour)
        .shell.restart()
        .pass(9 * hour)
        .told(),
    ).toHaveLength(2);
  });

  test('a standstill that was told is taken from the screen when the run moves on, and only then', () => {
    const taken = (story: Story) => story.shell.effects.filter((effect) => effect.do === 'takeBack');
    const story = new Story().begins(reads({ percent: 37 })).passes(40 * minute);
    expect(taken(story)).toEqual([]);
    expect(taken(story.looks(reads({ percent: 38 })))).toEqual([
      { do: 'takeBack', portal: 'acme', backup: { scope: 'portal', job: 'task-a' } },
    ]);
    expect(taken(story.looks(reads({ percent: 39 })).passes(hour))).toHaveLength(1);
    // Its ending takes the place of it, and another backup says nothing of it.
    const ended = new Story()
      .begins(reads({ percent: 37 }))
      .passes(40 * minute)
      .looks(readsFinished());
    expect(taken(ended)).toEqual([]);
    const replaced = new Story().begins(reads({ percent: 37 })).passes(40 * minute);
    expect(taken(replaced.looks(reads({ task: 'b', percent: 38 })).passes(minute))).toEqual([]);
    const moved = new Story()
      .begins(reads({ percent: 37 }))
      .passes(10 * minute)
      .looks(reads({ percent: 38 }));
    expect(taken(moved)).toEqual([]);
  });

  test('a standstill from before a restart, of a run that is read to have moved on', () => {
    const still = new Story().begins(reads({ percent: 37 }));
    still.shell.world.notifications = 'unanswered';
    still.passes(31 * minute).shell.world.notifications = 'taken';
    still.shell.restart().pass(minute);
    expect(still.shell.told()).toEqual(['acme: portal task-a stuck running 37']);
    const moved = new Story().begins(reads({ percent: 37 }));
    moved.shell.world.notifications = 'unanswered';
    moved.passes(31 * minute).shell.world.notifications = 'taken';
    moved
      .says(reads({ percent: 60 }))
      .shell.restart()
      .pass(minute);
    expect(moved.shell.told()).toEqual([]);
  });

  test('a lost access that has come back, or has made way for another trouble', () => {
    const back = unheard(new Story().begins(), (story) => {
      story
        .fails(failures.changed)
        .passes(2 * minute)
        .looks(nothing);
    });
    expect(back.shell.told()).toEqual([]);
    const another = unheard(new Story().begins(), (story) => {
      story.fails(failures.changed).passes(2 * minute);
      story.fails(failures.keyRefused).passes(10 * minute);
    });
    expect(another.shell.told()).toEqual(['acme: access keyRefused']);
    const passing = unheard(new Story().begins(), (story) => {
      story.fails(failures.changed).passes(2 * minute);
      story.fails(failures.timeout).passes(10 * minute);
    });
    expect(passing.shell.told()).toEqual([]);
    const explained = unheard(new Story().begins(), (story) => {
      story.fails(failures.timeout).passes(hour);
      story.script().settings = fail(failures.notThere);
      story.fails(failures.notThere).passes(20 * minute);
    });
    expect(explained.shell.told()).toEqual(['acme: access suspended']);
  });

  test('that a key is going to end which has ended', () => {
    const story = new Story();
    const key = { name: '', readsBackups: true, writes: false, readOnly: true, expiresAt: start + 15 * day };
    story.script().key = succeed(key);
    story.begins().passes(5 * minute);
    unheard(story, ({ shell }) => {
      shell.pass(1.5 * day);
      shell.does({ type: 'paused', until: Infinity });
      shell.pass(20 * day);
    });
    story.fails(failures.keyRefused).shell.does({ type: 'resumed' });
    expect(story.passes(10 * minute).shell.told()).toEqual(['acme: access keyRefused']);
  });

  test('but what was on its way when it was taken back is told, and once', () => {
    const story = new Story().begins(reads({ percent: 37 }));
    story.shell.world.notifications = 'unanswered';
    story.passes(31 * minute).looks(reads({ percent: 38 }));
    const items = [{ portal: 'acme', id: 'portal task-a stuck running 37' }];
    expect(story.shell.state.delivery.sent).toEqual(items);
    story.shell.world.notifications = 'taken';
    story.shell.does({ type: 'notificationShown', items });
    const notifications = story.passes(20 * minute).shell.effects.filter((effect) => effect.do === 'notify');
    expect([notifications.length, story.shell.state.watches[0]?.ledger.pending]).toEqual([1, []]);
  });
});
