import { describe, expect, test } from 'vitest';
import { fail, succeed } from '../../../src/core/base/result.ts';
import {
  type Control,
  controlNow,
  hearStarted,
  hearStopped,
  noControl,
  sendWish,
} from '../../../src/core/control/control.ts';
import { temporaryStorage } from '../../../src/core/docspace/startBackup.ts';
import type { Failure } from '../../../src/core/net/failure.ts';
import { acme, day, failures, hour, minute, nothing, reads } from '../../support/given.ts';
import { daily } from '../../support/core/scheduled.ts';
import { asked, obeying, orders, resultOf, start, stop } from '../../support/core/controlled.ts';
import { Story } from '../../support/core/story.ts';

describe('a backup that is to be started', () => {
  test('is started once, after a look whether one is running, and is followed from then on', () => {
    const story = obeying().begins();
    const before = story.shell.asked.length;
    story.shell.does(start);
    story.passes(2000);
    expect(asked(story, before).map(({ ask }) => ask)).toEqual(['progress']);
    story.says(reads({ percent: 0, status: 0 })).passes(10_000);
    const target = temporaryStorage;
    expect(orders(story)).toEqual([{ ask: 'start', scope: 'portal', target }]);
    expect(
      asked(story, before)
        .map(({ ask }) => ask)
        .slice(0, 3),
    ).toEqual(['progress', 'start', 'progress']);
    expect(resultOf(story)).toBe('started');
  });

  test('goes where the scheduled ones go, where that is wanted and known', () => {
    const target = { storageType: 5, params: { module: 'S3' } };
    const story = obeying();
    story.script().schedule = succeed({ schedule: daily, target, ahead: 0 });
    story.begins().shell.does({ ...start, storage: 'scheduled' });
    story.passes(10_000);
    expect(orders(story)).toEqual([{ ask: 'start', scope: 'portal', target }]);
  });

  test('goes nowhere else where the schedule that named its storage is gone when it is to be sent', () => {
    const story = obeying();
    story.script().schedule = succeed({ schedule: null, target: null, ahead: 0 });
    story.begins().shell.does({ ...start, storage: 'scheduled' });
    story.passes(10_000);
    expect(orders(story)).toEqual([]);
    expect(resultOf(story)).toBe('storageGone');
  });

  test('is not started beside one that is running, whoever began it', () => {
    const story = obeying().begins();
    story.says(reads({ task: 'another', percent: 3 }));
    story.shell.does(start);
    story.passes(10_000);
    expect(orders(story)).toEqual([]);
    expect(resultOf(story)).toBe('alreadyRunning');
  });

  test('is not claimed where the portal hands back one that has come further than its beginning', () => {
    const story = obeying().begins();
    story.script().start = succeed(reads({ task: 'another', percent: 3 }));
    story.shell.does(start);
    story.passes(10_000);
    expect(resultOf(story)).toBe('alreadyRunning');
  });

  test('of the whole server waits for the look at the whole server', () => {
    const story = obeying({ ...acme, standalone: true, scopes: ['portal', 'server'] }).begins();
    story.says(reads({ percent: 40 }));
    story.shell.does({ ...start, scope: 'server' });
    story.passes(15_000);
    expect(orders(story)).toEqual([{ ask: 'start', scope: 'server', target: temporaryStorage }]);
    expect(resultOf(story)).toBe('started');
  });

  test('is not started with a key that can only read', () => {
    const story = new Story().begins();
    story.shell.does(start);
    story.passes(minute);
    expect(orders(story)).toEqual([]);
    expect(resultOf(story)).toBe('none');
  });

  test('is not started later than somebody would wait for it', () => {
    const story = obeying().begins();
    story.fails(failures.timeout);
    story.shell.does(start);
    story
      .passes(2 * minute)
      .says(nothing)
      .passes(10 * minute);
    expect(orders(story)).toEqual([]);
  });

  test('is not started after a sleep that came before it', () => {
    const story = obeying().begins();
    story.shell.does(start);
    story.passes(20);
    story.shell.does({ type: 'slept' });
    story.passes(hour);
    story.shell.does({ type: 'woke' });
    story.passes(minute);
    expect(orders(story)).toEqual([]);
  });

  test('is never sent twice: an answer that a sleep has taken leaves it open', () => {
    const story = obeying().begins();
    story.shell.world.latency = 1000;
    story.shell.does(start);
    story.passesUntil(({ ask }) => ask === 'start');
    story.shell.does({ type: 'slept' });
    story.shell.does({ type: 'woke' });
    story.passes(minute);
    expect(orders(story)).toHaveLength(1);
    expect(resultOf(story)).toBe('noAnswer');
  });

  test('is not begun again by a click on a click', () => {
    const story = obeying().begins();
    for (let click = 0; click < 5; click += 1) {
      story.shell.does(start);
      story.passes(500);
    }
    story.says(reads()).passes(10_000);
    expect(orders(story)).toHaveLength(1);
  });

  test.each<[Failure, string]>([
    [failures.unpaid, 'unpaid'],
    [failures.forbidden, 'forbidden'],
    [failures.keyRefused, 'forbidden'],
    [failures.notThere, 'notThere'],
    [failures.unreachable, 'notSent'],
    [failures.changed, 'notSent'],
    [failures.timeout, 'noAnswer'],
    [failures.serverError, 'serverError'],
    [failures.limited, 'serverError'],
  ])('that the portal refuses says why, and costs the portal nothing: %j', (failure, result) => {
    const story = obeying().begins();
    story.script().start = fail(failure);
    story.shell.does(start);
    story.passes(10_000);
    expect(resultOf(story)).toBe(result);
    expect(story.shell.state.watches[0]?.access.trouble).toBeNull();
    expect(story.shell.told()).toEqual([]);
  });
});

describe('what was given up', () => {
  const wish = { to: 'stop', backup: stop.backup } as const;

  test('hears no answer, and is not sent', () => {
    expect(hearStarted(noControl, succeed(nothing), 0)).toBe(noControl);
    expect(hearStopped(noControl, succeed(true), 0)).toBe(noControl);
    expect(sendWish(noControl, 0)).toBe(noControl);
  });

  test('is given up three minutes after it was sent', () => {
    const sent: Control = { is: 'sent', wish, at: 0 };
    expect(controlNow(sent, 3 * minute)).toBe(sent);
    expect(controlNow(sent, 3 * minute + 1)).toMatchObject({ is: 'done', result: 'noAnswer' });
  });
});

test('what a key may do outlives a restart', () => {
  const story = obeying().begins();
  story.shell.restart().pass(day / 2);
  expect(story.shell.state.watches[0]?.key.writes).toBe(true);
});
