import { day, hour, minute } from '../../../src/core/base/time.ts';
import { endsAt, type Job } from '../../support/docspace/portal/job/timeline.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import type { Place } from '../world/fleet.ts';
import { hasLink, type Shown } from './sight.ts';

/** The end of a backup is seen to come when it was asked for not longer before. */
const longestGap = 10 * minute;
/** Clocks that are set by less than this go unnoticed. */
const slack = minute;

/**
 * What could be learned in time of the links of one place, by somebody who takes in what its portal says:
 * - a backup that is seen to end has its link from then on, and has to be saved;
 * - of one that ended while nobody looked, or with an error, only the history tells that its archive is there: it has to be
 *   saved where that lists it while the link works, and by a clock that is right;
 * - what the very first answer shows as ended is nobody's to save, and servers before 2.5 name no backup by which it could be
 *   known again.
 */
export class SightsOfLinks {
  readonly #place: Place;
  readonly #time: { now: () => number; wall: () => number };
  /** When an answer was taken in last, without an interruption since. */
  #readAt = -Infinity;
  #isFirst = true;
  #wrongClockAt = -Infinity;
  /** The last one that was seen as ended. */
  #last: Job | null = null;
  readonly #late = new Map<string, Job>();

  constructor(place: Place, time: { now: () => number; wall: () => number }) {
    this.#place = place;
    this.#time = time;
  }

  /** An answer was taken in. Gives the backups that have to be saved from now on. */
  takes(job: Job | undefined, shown: Shown): string[] {
    const now = this.#lookAtClock();
    const timed = now - this.#readAt <= longestGap - slack;
    const isFirst = this.#isFirst;
    this.#readAt = now;
    this.#isFirst = false;
    if (shown !== 'ended' || job === undefined || this.#last === job) return [];
    this.#last = job;
    if (isFirst || !hasLink(job) || !isAtLeast(this.#place.version, '2.5')) return [];
    const { taskId, ending } = job.plan;
    if (timed && ending.how === 'succeeds') return [taskId];
    this.#late.set(taskId, job);
    return [];
  }

  /** A history was taken in. Gives the backups that have to be saved from now on. */
  takesHistory(listed: ReadonlySet<string>): string[] {
    const now = this.#lookAtClock();
    return [...this.#late].flatMap(([task, job]) => {
      if (!listed.has(task)) return [];
      this.#late.delete(task);
      const works = now < endsAt(job) + day - slack && this.#wrongClockAt < endsAt(job);
      return works ? [task] : [];
    });
  }

  isInterrupted(): void {
    this.#lookAtClock();
    this.#readAt = -Infinity;
  }

  /** Whether somebody could still go on with it; by a clock that was wrong, a link may seem to work for a day more. */
  isSavable(task: string): boolean {
    const now = this.#lookAtClock();
    const job = this.#place.jobs.find(({ plan }) => plan.taskId === task);
    if (job === undefined || this.#last !== job) return false;
    const life = this.#wrongClockAt >= endsAt(job) ? 2 * day : day;
    return now < endsAt(job) + life + hour;
  }

  #lookAtClock(): number {
    const now = this.#time.now();
    if (Math.abs(this.#time.wall() - now) > slack) this.#wrongClockAt = now;
    return now;
  }
}
