import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/result.ts';
import type { Reading } from '../../../src/core/docspace/progress.ts';
import {
  day,
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  second,
  start,
} from '../given.ts';
import { Story } from '../scripted.ts';

// Each ending is told once: across restarts, and whenever the process is killed.

const done = 'acme: portal task-a finished';

describe('what was told is not told again', () => {
  test('after a restart', () => {
    const story = new Story().begins(reads()).looks(readsFinished());
    story.shell.restart().pass(hour);
    story.shell.restart().pass(hour);
    expect(story.shell.told()).toEqual([done]);
  });

  test('after its portal has forgotten it, and after the next backup', () => {
    const story = new Story().begins(reads()).looks(readsFinished()).looks(nothing);
    story.shell.restart();
    story
      .passes(minute)
      .looks(reads({ task: 'b' }))
      .looks(readsFinished({ task: 'b' }));
    expect(story.shell.told()).toEqual([done, 'acme: portal b finished']);
  });
});

describe('what was not told is told at the next start', () => {
  test('what ended while Keepwatch was closed', () => {
    const story = new Story().begins(reads());
    story.says(readsFinished()).shell.now += hour;
    story.shell.restart().pass(minute);
    expect(story.shell.told()).toEqual([done]);
  });

  test('also where the run was never seen', () => {
    const story = new Story().begins(nothing);
    story.says(readsFinished()).shell.now += hour;
    story.shell.restart().pass(minute);
    expect(story.shell.told()).toEqual([done]);
  });

  test('what no desktop has answered for', () => {
    const story = new Story().begins(reads());
    story.shell.world.notices = 'unanswered';
    story.looks(readsFinished()).passes(hour);
    story.shell.world.notices = 'taken';
    expect(story.passes(hour).shell.told()).toEqual([]);
    expect(story.shell.restart().pass(minute).told()).toEqual([done]);
  });

  test('what could not be saved, a full disk being no reason to be silent', () => {
    const story = new Story().begins(reads());
    story.shell.world.disk = 'full';
    story.looks(readsFinished());
    expect(story.shell.told()).toEqual([done]);
    story.shell.restart().pass(minute);
    expect(story.shell.told()).toEqual([done, done]);
  });
});

describe('killed at any effect of any step', () => {
  type Chapter = { reading: Reading; archived?: boolean };
  const stories: Record<string, { chapters: Chapter[]; told: string }> = {
    finished: { chapters: [{ reading: reads() }, { reading: readsFinished() }], told: done },
    failed: {
      chapters: [{ reading: reads() }, { reading: reads({ completed: true, error: 'e' }) }],
      told: 'acme: portal task-a failed',
    },
    'finished with a problem': {
      chapters: [{ reading: reads() }, { reading: reads({ completed: true, error: 'e' }), archived: true }],
      told: 'acme: portal task-a problem',
    },
    vanished: {
      chapters: [{ reading: reads() }, { reading: nothing }, { reading: nothing }],
      told: 'acme: portal task-a unknown',
    },
    'vanished with an archive': {
      chapters: [{ reading: reads() }, { reading: nothing, archived: true }],
      told: done,
    },
  };

  /** Plays a story in which the process dies after so many effects; null when there were not so many. */
  function play({ chapters }: { chapters: Chapter[] }, effects: number): Story | null {
    const story = new Story().begins(nothing).passes(minute);
    story.shell.effectsToLive = effects;
    for (const { reading, archived } of chapters) {
      if (archived === true) story.script().history = succeed([recordOf()]);
      story.looks(reading);
    }
    story.passes(10 * minute);
    return story.shell.effectsToLive === Infinity ? story : null;
  }

  test.each(Object.entries(stories))('%s', (_what, story) => {
    const counts = Array.from({ length: 40 }, (_, effects) => play(story, effects))
      .filter((played) => played !== null)
      .map((played) => played.shell.told().filter((line) => line === story.told).length);
    expect(counts.length).toBeGreaterThan(5);
    expect(Math.min(...counts)).toBe(1);
    // Twice only where it died between showing and saving.
    expect(counts.filter((count) => count > 1)).toEqual([2]);
  });
});

describe('a crowd', () => {
  test('of what ended while nobody looked becomes one notice', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const portals = ids.map((id) => ({
      id,
      name: id,
      origin: `https://${id}.example`,
      scopes: ['portal' as const],
    }));
    const story = new Story(portals);
    for (const { id } of portals) story.says(reads(), id);
    story.shell.open().pass(10 * second);
    for (const { id } of portals) story.says(readsFinished({ link: '' }), id);
    story.shell.now += hour;
    story.shell.restart().pass(minute);
    expect(story.shell.shown).toMatchObject([{ notice: { kind: 'many', portals: 5 } }]);
    expect(story.shell.told().toSorted()).toEqual(ids.map((id) => `${id}: portal task-a finished`));
    story.shell.restart().pass(hour);
    expect(story.shell.shown).toHaveLength(1);
  });

  test('is waited for no longer than 10 s: one slow portal does not hold up the others', () => {
    const slow = { id: 'slow', name: 'Slow', origin: 'https://slow.example', scopes: ['portal' as const] };
    const story = new Story([{ ...slow, id: 'acme' }, slow]);
    story
      .says(reads())
      .shell.open()
      .pass(10 * second);
    story.says(readsFinished()).shell.now += hour;
    story.script().history = fail(failures.unpaid);
    const { answer } = story.shell.world;
    story.shell.world.answer = (portal, question, now) => {
      story.shell.world.latency = portal === 'slow' ? hour : 50;
      return answer(portal, question, now);
    };
    const restarted = story.shell.now;
    story.shell.restart().pass(minute);
    expect(story.shell.shown).toMatchObject([{ at: restarted + 10 * second }]);
  });
});

describe('what is not so any more when it could be told is not told', () => {
  /** Nobody shows notices while this happens; afterwards somebody does. */
  function unheard(story: Story, happens: (story: Story) => void): Story {
    story.shell.world.notices = 'refused';
    happens(story);
    story.shell.world.notices = 'taken';
    story.shell.does({ type: 'noticesBack' });
    return story.passes(minute);
  }

  test('a standstill of a run that has moved on; the next one is told', () => {
    const story = unheard(new Story().begins(reads({ percent: 37 })), ({ shell }) => {
      shell.pass(31 * minute);
      expect(shell.state.telling.refused).toHaveLength(1);
    });
    expect(story.looks(reads({ percent: 38 })).shell.told()).toEqual(['acme: portal task-a stuck']);
    const moved = unheard(new Story().begins(reads({ percent: 37 })), (unseen) => {
      unseen.passes(31 * minute).looks(reads({ percent: 38 }));
      expect(unseen.shell.state.telling.refused).toEqual([]);
    });
    expect(moved.shell.told()).toEqual([]);
    expect(moved.passes(31 * minute).shell.told()).toEqual(['acme: portal task-a stuck']);
  });

  test('a standstill from before a restart, of a run that is read to have moved on', () => {
    const still = new Story().begins(reads({ percent: 37 }));
    still.shell.world.notices = 'unanswered';
    still.passes(31 * minute).shell.world.notices = 'taken';
    still.shell.restart().pass(minute);
    expect(still.shell.told()).toEqual(['acme: portal task-a stuck']);
    const moved = new Story().begins(reads({ percent: 37 }));
    moved.shell.world.notices = 'unanswered';
    moved.passes(31 * minute).shell.world.notices = 'taken';
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
  });

  test('that a key is going to end which has ended', () => {
    const story = new Story();
    const key = { name: '', readsBackups: true, readOnly: true, expiresAt: start + 15 * day };
    story.script().key = succeed(key);
    story.begins().passes(5 * minute);
    unheard(story, ({ shell }) => {
      shell.pass(1.5 * day);
      shell.does({ type: 'paused', until: Infinity });
      shell.pass(20 * day);
    });
    story.fails(failures.keyRefused).shell.does({ type: 'resumed' });
    expect(story.passes(minute).shell.told()).toEqual(['acme: access keyRefused']);
  });

  test('but what was on its way when it was taken back is told, and once', () => {
    const story = new Story().begins(reads({ percent: 37 }));
    story.shell.world.notices = 'unanswered';
    story.passes(31 * minute).looks(reads({ percent: 38 }));
    const items = [{ portal: 'acme', id: 'portal task-a stuck' }];
    expect(story.shell.state.telling.sent).toEqual(items);
    story.shell.world.notices = 'taken';
    story.shell.does({ type: 'noticeShown', items });
    const notices = story.passes(hour).shell.effects.filter((effect) => effect.do === 'notify');
    expect([notices.length, story.shell.state.watches[0]?.ledger.pending]).toEqual([1, []]);
  });
});
