import { day, hour, minute } from '../../../src/core/base/time.ts';
import type { Question } from '../../../src/core/docspace/question.ts';
import { hasArchive } from '../../support/docspace/portal/job/reading.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import type { FleetPortal, Place } from '../world/fleet.ts';
import { overAt, type Shown } from './sight.ts';

const slack = minute;
/** The list of archives is asked for four times a day: by then somebody who watches knows. */
const longEnough = 8 * hour;
/** What is refused is not asked again for a day; what fails otherwise, for an hour. */
const refusals = new Set([402, 403, 404]);
const longestPause = 25 * hour;

/**
 * Judges the warnings that the last finished backup of a portal without a schedule is too old: nothing that finished was
 * seen, and none is listed, that is younger. Who was warned is warned again only when a backup has finished since.
 */
export class AgeJudge {
  readonly figures = { told: 0, missed: 0, false: 0 };
  readonly #portal: FleetPortal;
  readonly #place: Place;
  readonly #watched: () => number;
  /** Shown as ended once; and once more, to an application that has lived to save it. */
  readonly #glimpsed = new Set<Job>();
  readonly #seen = new Set<Job>();
  #wrongClockAt = -Infinity;
  /** Since when all answers were as they should be, in watched time. */
  #wellSince = 0;
  /** The newest one that is too old, and the watched time at which it was found to be. */
  #old: { newest: number; watched: number } | null = null;
  #toldOf: number | null = null;

  constructor(portal: FleetPortal, place: Place, watched: () => number) {
    this.#portal = portal;
    this.#place = place;
    this.#watched = watched;
  }

  /** A good answer about the backup. Says what should have been told by now, and was not. */
  hears(job: Job | undefined, shown: Shown, now: number, wall: number): string | null {
    if (Math.abs(wall - now) > slack) this.#wrongClockAt = now;
    if (job !== undefined && shown === 'ended') {
      if (this.#glimpsed.has(job)) this.#seen.add(job);
      this.#glimpsed.add(job);
    }
    return shown === 'running' ? null : this.#untold(now);
  }

  /** Any other answer: what was asked in vain is not asked again soon. */
  fails(question: Question, status: number): void {
    const pause = question.ask === 'progress' ? 0 : refusals.has(status) ? longestPause : hour;
    this.#wellSince = Math.max(this.#wellSince, this.#watched() + pause);
  }

  /** Whether this warning is so. */
  isBorneOut(now: number): boolean {
    const newest = this.#newest(this.#seen, now);
    this.figures.told += 1;
    this.#toldOf = this.#newest(this.#glimpsed, now);
    const right = this.#isWrongClock(newest) || newest + this.#limit() <= now + slack;
    if (!right) this.figures.false += 1;
    return right;
  }

  #untold(now: number): string | null {
    const newest = this.#newest(this.#glimpsed, now);
    if (newest === -Infinity || newest === this.#toldOf || now < newest + this.#limit()) return null;
    if (this.#old?.newest !== newest) this.#old = { newest, watched: this.#watched() };
    const well = this.#watched() - Math.max(this.#old.watched, this.#wellSince);
    if (this.#isWrongClock(newest) || well < longEnough) return null;
    // Once is enough.
    this.#toldOf = newest;
    this.figures.missed += 1;
    return `the last backup ended ${new Date(newest).toISOString()}, and nobody was warned`;
  }

  #limit(): number {
    return (this.#portal.warnAfter ?? Infinity) * day;
  }

  /** What is told of times is wrong where the machine's clock was. */
  #isWrongClock(newest: number): boolean {
    return this.#wrongClockAt > newest - day;
  }

  /** When the newest backup ended that made an archive, as far as was seen or is listed. */
  #newest(seen: ReadonlySet<Job>, now: number): number {
    const { world } = this.#portal;
    const ended = this.#place.jobs.filter((job) => seen.has(job) && hasArchive(job, now));
    const listed = world.details.archivesAreGone ? [] : world.backups.archives();
    return Math.max(
      ...ended.map((job) => overAt(job, this.#place)),
      ...listed.map(({ createdAt }) => createdAt),
    );
  }
}
