import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import type { ProgressReading } from '../../../src/core/docspace/progress.ts';
import {
  failures,
  hour,
  minute,
  nothing,
  reads,
  readsFinished,
  recordOf,
  second,
} from '../../support/given.ts';
import { Story } from '../../support/core/story.ts';

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
  test('a second ending that looks like the first, on a server that names no task and had forgotten that', () => {
    const finished = readsFinished({ task: null, link: '' });
    const story = new Story()
      .begins(reads({ task: null }))
      .looks(finished)
      .looks(nothing);
    story.says(finished).shell.restart().pass(hour);
    expect(story.shell.told()).toEqual(['acme: portal run 1 finished', 'acme: portal run 2 finished']);
    story.shell.restart().pass(hour);
    expect(story.shell.told()).toHaveLength(2);
  });

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
    story.shell.world.notifications = 'unanswered';
    story.looks(readsFinished()).passes(hour);
    story.shell.world.notifications = 'taken';
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
  type Chapter = { reading: ProgressReading; archived?: boolean };
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
  test('of what ended while nobody looked becomes one notification', () => {
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
    expect(story.shell.shown).toMatchObject([{ notification: { kind: 'many', portals: 5 } }]);
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
