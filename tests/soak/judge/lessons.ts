import { minute } from '../../../src/core/base/time.ts';
import type { Reading } from '../../support/docspace/portal/job/reading.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';

/** How long one backup waited for a worker, and stood at 0 % and at 90 %, as somebody could see who watched it without a pause, in milliseconds. */
type Lesson = { wait: number; start: number; upload: number };

/** A backup that is being watched; each is null while it was not seen to come there. */
type Watching = {
  task: string;
  seen: number;
  begun: number | null;
  moved: number | null;
  uploading: number | null;
};

/** Who looks every minute misses no more than that. */
const longestGap = 1.5 * minute;
/** What interrupts the watching may be noticed a while later. */
const unsettled = 5 * minute;
/** A backup of which at least so much was seen. */
const latestSight = 50;
/** So many backups count: an application may forget those before. */
const counted = 5;

/**
 * What the backups at one place have shown of how long they take, to an application that was watching: those that were
 * there soon after they began, were read every minute and at most, and ended well before its eyes.
 */
export class Lessons {
  #watching: Watching | null = null;
  #heardAt = -Infinity;
  #heardTask: string | null = null;
  #unsettledUntil = -Infinity;
  /** Learned, and not yet certainly saved. */
  #fresh: Lesson | null = null;
  #learned: Lesson[] = [];

  /** A good answer: what it shows of which backup. */
  hears(job: Job | undefined, reading: Reading | undefined, now: number): void {
    const unbroken = now - this.#heardAt <= longestGap && now >= this.#unsettledUntil;
    this.#heardAt = now;
    if (this.#fresh !== null) this.#learned = [...this.#learned, this.#fresh].slice(-counted);
    this.#fresh = null;
    const before = unbroken ? this.#watching : null;
    const task = job?.plan.taskId ?? null;
    const isNew = unbroken && task !== this.#heardTask;
    this.#watching = null;
    this.#heardTask = task;
    if (job === undefined || reading === undefined || task === null) return;
    const { progress, status, isCompleted, error } = reading;
    if (isCompleted || error !== '') {
      if (before?.task === task && job.plan.ending.how === 'succeeds') this.#fresh = lessonOf(before, now);
      return;
    }
    if (before?.task !== task) {
      if (isNew && progress <= latestSight) {
        this.#watching = {
          task,
          seen: now,
          begun: status === 0 ? null : now,
          moved: progress > 0 ? now : null,
          uploading: null,
        };
      }
      return;
    }
    this.#watching = {
      task,
      seen: before.seen,
      begun: before.begun ?? (status === 0 || progress >= 90 ? null : now),
      moved: before.moved ?? (progress > 0 ? now : null),
      uploading: before.uploading ?? (progress >= 90 ? now : null),
    };
  }

  /** It was interrupted: by a sleep, a pause, another network, a clock that was set. */
  isInterrupted(now: number): void {
    this.#watching = null;
    this.#unsettledUntil = now + unsettled;
  }

  /** The application died: what it has not saved it has not learned. */
  ends(now: number): void {
    this.#fresh = null;
    this.isInterrupted(now);
  }

  /** The longest that a backup stood where this one stands; `waits`: no worker has taken it yet. */
  longest(progress: number, waits = false): number {
    if (progress > 0 && progress < 90) return 0;
    const spans = this.#learned.map(({ wait, start, upload }) => {
      if (waits) return wait;
      return progress === 0 ? start : upload;
    });
    return Math.max(0, ...spans);
  }
}

function lessonOf({ seen, begun, moved, uploading }: Watching, now: number): Lesson | null {
  if (begun === null) return null;
  return {
    wait: begun - seen,
    start: (moved ?? now) - begun,
    upload: uploading === null ? 0 : now - uploading,
  };
}
