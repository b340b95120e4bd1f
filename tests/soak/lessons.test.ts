import { describe, expect, test } from 'vitest';
import { day, hour, minute, second } from '../../src/core/base/time.ts';
import type { Job } from '../support/docspace/portal/job/timeline.ts';
import { start } from '../support/given.ts';
import { AlarmJudge } from './judge/alarms.ts';
import { DueJudge } from './judge/dues.ts';
import { createLuck } from './luck.ts';
import { foundFleet } from './world/fleet.ts';
import { SettlingClock } from './world/settlingClock.ts';
import { Weather } from './world/weather.ts';
import { completePlan, type Plan } from '../support/docspace/portal/job/plan.ts';
import { readJob } from '../support/docspace/portal/job/reading.ts';
import { Lessons } from './judge/lessons.ts';

// What the judge holds an application to know of how long backups take.

type Happens = (lessons: Lessons, at: number) => void;

/** A backup that begins after five minutes and is read every half minute, until it has ended. */
function watched(plan: Partial<Plan>, happens: Happens = () => undefined): Lessons {
  const lessons = new Lessons();
  const job = {
    plan: completePlan({ taskId: 'a', waiting: 60, preparing: 600, archive: 900, plateau: 7200, ...plan }),
    startedAt: 5 * minute - 15 * second,
  };
  for (let at = 0; at < 4 * hour; at += 30 * second) {
    lessons.hears(at < job.startedAt ? undefined : job, readJob(job, at), at);
    happens(lessons, at);
  }
  return lessons;
}

test('a backup that was watched from its beginning to its good end shows how long it waited, stood at 0 % and at 90 %', () => {
  const lessons = watched({});
  expect(lessons.longest(0, true) / minute).toBe(1);
  expect(lessons.longest(0) / minute).toBe(10);
  expect(lessons.longest(90)).toBe(2 * hour);
  expect(lessons.longest(50)).toBe(0);
});

describe('nothing is asked of an application that could not know', () => {
  const once =
    (when: number, does: Happens): Happens =>
    (lessons, at) => {
      if (at === when) does(lessons, at);
    };

  test.each<[string, Partial<Plan>, Happens]>([
    ['of one that failed', { ending: { how: 'fails', at: 90, error: 'Disk full.' } }, () => undefined],
    ['of one that froze', { ending: { how: 'freezes', at: 90 } }, () => undefined],
    ['of one that was interrupted', {}, once(hour, (lessons, at) => lessons.isInterrupted(at))],
    [
      'of one that began right after an interruption',
      {},
      once(4 * minute, (lessons, at) => lessons.isInterrupted(at)),
    ],
    ['of one during which the application was killed', {}, once(hour, (lessons, at) => lessons.ends(at))],
    ['of one that was seen late', { waiting: 0, preparing: 0, archive: 20 }, () => undefined],
  ])('%s', (_what, plan, happens) => {
    expect(watched(plan, happens).longest(90)).toBe(0);
  });

  test('of one whose end it was killed over', () => {
    const lessons = new Lessons();
    const job = {
      plan: completePlan({ taskId: 'a', waiting: 0, archive: 300, plateau: 300 }),
      startedAt: minute,
    };
    for (let at = 0; at <= 12 * minute; at += 30 * second) {
      lessons.hears(at < job.startedAt ? undefined : job, readJob(job, at), at);
      if (readJob(job, at)?.isCompleted === true) break;
    }
    lessons.ends(12 * minute);
    lessons.hears(undefined, undefined, 13 * minute);
    expect(lessons.longest(90)).toBe(0);
  });
});

test('a backup that stands no longer than usual is not stuck, and one that does is', () => {
  const time = new SettlingClock(start);
  const span = { from: start, to: start + day };
  const luck = createLuck(1);
  const [portal] = foundFleet(1, time, span, luck);
  if (portal === undefined) throw new Error('there is no portal');
  const weather = new Weather(portal, time, span, luck, () => undefined);
  let now = start;
  const watched = (): number => now;
  const alarms = new AlarmJudge(weather, new DueJudge(portal, watched), watched, () => null);
  const watch = (job: Job | undefined, until: number): void => {
    for (; now < until; now += 30 * second) alarms.hears('portal', job, now, now);
  };
  const plan = { waiting: 0, preparing: 0, archive: 600 };
  const first = { plan: completePlan({ ...plan, taskId: 'a', plateau: 10_800 }), startedAt: start + minute };
  const next = { plan: completePlan({ ...plan, taskId: 'b', plateau: 86_400 }), startedAt: start + 4 * hour };
  const told = 'portal b stuck uploading 90';
  watch(undefined, first.startedAt);
  watch(first, next.startedAt);
  watch(next, next.startedAt + 6 * hour);
  expect(alarms.tells(told, now)).toBe(`"${told}" was told, and is not so`);
  alarms.renews();
  watch(next, next.startedAt + 8 * hour);
  expect(alarms.tells(told, now)).toBeNull();
});
