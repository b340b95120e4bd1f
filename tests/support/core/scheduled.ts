import { succeed } from '../../../src/core/base/result.ts';
import type { BackupSchedule } from '../../../src/core/docspace/schedule.ts';
import { nothing, second } from '../given.ts';
import { told } from './told.ts';
import { Story } from './story.ts';

// Stories of a portal with a schedule. They begin on 2026-11-20, a Friday, at 03:04:11 UTC.

export const daily: BackupSchedule = { period: 'day', hour: 5, day: 0, temporary: false };
export const nextDay = Date.parse('2026-11-20T05:00:00Z');
export const overdue = `portal overdue ${nextDay}`;

/** A portal in UTC with a schedule, watched since two hours before it is due. */
export function scheduled(plan: BackupSchedule = daily, ahead = 0): Story {
  const story = new Story();
  const script = story.script();
  script.schedule = succeed({ schedule: plan, target: null, ahead });
  script.timeZone = succeed('UTC');
  script.history = succeed([]);
  return story.begins(nothing).passes(5 * second);
}

/** Lets time pass until so long after the backup was due. */
export function until(story: Story, after: number): Story {
  return story.passes(nextDay + after - story.shell.now);
}

/** The portal lists archives of these times. */
export function lists(story: Story, ...createdAt: number[]): Story {
  story.script().history = succeed(
    createdAt.map((at, index) => ({
      task: `t${index}`,
      archive: 'a.tar.gz',
      createdAt: at,
      expiresAt: null,
      storage: null,
    })),
  );
  return story;
}

/** The ids of what was told, without the portal. */
export function tolds(story: Story): string[] {
  return told(story).map((line) => line.replace('acme: ', ''));
}
