import type { Question } from '../../../src/core/docspace/question.ts';
import { hour, minute } from '../../../src/core/base/time.ts';
import { hasArchive } from '../../support/docspace/portal/job/reading.ts';
import type { Job } from '../../support/docspace/portal/job/timeline.ts';
import type { FleetPortal, Place } from '../world/fleet.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import { AgeJudge } from './ages.ts';
import { markOf, overAt, type Shown } from './sight.ts';

// What the application promises: README, "What it tells you".
const late = hour;
/** The scheduler looks every quarter of an hour: so much later than it was due a backup is found to be. */
const scheduler = 15 * minute;
const slack = minute;
/** Answers as they should be, for so long without a break after it was late: by then somebody who watches knows. */
const longEnough = 5 * hour;
/** By then an archive in the temporary storage could be gone again. */
const listedFor = 15 * hour;
/** What is refused is not asked again for a day; what fails otherwise, for an hour. */
const refusals = new Set([402, 403, 404]);
const longestPause = 25 * hour;

/**
 * Judges the news about the due backups of one portal, by the scheduler's own times and by what really ran. A due
 * backup "did not run" where nothing that was seen, and no archive that the portal lists, is of that time or a later one.
 * Who was told it has to be told nothing more until a backup finishes.
 */
export class DueJudge {
  readonly figures = { due: 0, told: 0, missed: 0, false: 0 };
  /** Of what has no schedule. */
  readonly age: AgeJudge;
  readonly #portal: FleetPortal;
  readonly #place: Place;
  readonly #watched: () => number;
  readonly #seen = new Set<Job>();
  #last: { job: Job | undefined; shown: Shown } = { job: undefined, shown: 'nothing' };
  /** When something else was last seen than before. */
  #changedAt = -Infinity;
  /** The schedule that the application knows, by when it began to count, and when it was learned; so its time zone. */
  #known: { from: number; at: number } | null = null;
  #zoneAt = Infinity;
  /** Since when all answers were as they should be, in watched time. */
  #wellSince = 0;
  /** The due time that is being watched for, the watched time at which it was seen to be late, and whether it came. */
  #late: { due: number; at: number; watched: number; listed: boolean } | null = null;
  #told: number | null = null;
  #gone: { from: number; watched: number; told: boolean } | null = null;

  constructor(portal: FleetPortal, watched: () => number) {
    const [own] = portal.places;
    if (own === undefined) throw new Error('a portal has its own backups');
    this.#portal = portal;
    this.#place = own;
    this.#watched = watched;
    this.age = new AgeJudge(portal, own, watched);
  }

  /** A good answer about the backup. Says what should have been told by now, and was not. */
  hears(job: Job | undefined, shown: Shown, now: number, wall: number): string | null {
    const old = this.age.hears(job, shown, now, wall);
    if (job === undefined || this.#isDistinct(job, shown)) {
      if (job !== undefined && shown !== 'nothing') this.#seen.add(job);
      if (job !== this.#last.job || shown !== this.#last.shown) this.#changedAt = now;
      this.#last = { job, shown };
    }
    if (this.#told !== null && this.#finishedSince(this.#told, now)) this.#told = null;
    return shown === 'running' ? null : (this.#isOverdueUntold(now) ?? this.#isGoneUntold(now) ?? old);
  }

  /** Any answer. Gives what the application learns by it, once it has kept that; null: nothing of a schedule. */
  takes(question: Question, good: boolean, status: number, now: number): (() => void) | null {
    if (!good) {
      this.age.fails(question, status);
      // What was asked beside the progress in vain is not asked again soon.
      const pause = question.ask === 'progress' ? 0 : refusals.has(status) ? longestPause : hour;
      this.#wellSince = Math.max(this.#wellSince, this.#watched() + pause);
      return null;
    }
    if (question.ask === 'timeZone') return () => (this.#zoneAt = Math.min(this.#zoneAt, now));
    return question.ask === 'schedule' && question.scope === 'portal' ? () => this.#learns(now) : null;
  }

  #learns(now: number): void {
    const { from, schedule } = this.#said(now);
    if (schedule !== null && this.#known?.from !== from) this.#known = { from, at: now };
  }

  /** Whether this news is so. */
  isBorneOut(id: string, now: number): boolean {
    const [, what, at] = id.split(' ');
    const right = what === 'overdue' ? this.#isOverdue(Number(at), now) : this.#isGone(now);
    this.figures.told += 1;
    if (!right) this.figures.false += 1;
    if (what === 'overdue') this.#told = Number(at);
    else if (this.#gone !== null) this.#gone.told = true;
    return right;
  }

  close(now: number): void {
    for (const what of ['told', 'missed', 'false'] as const) this.figures[what] += this.age.figures[what];
    this.figures.due += this.#portal.timetable.due.filter((due) => due <= now).length;
  }

  #isOverdue(due: number, now: number): boolean {
    const { timetable } = this.#portal;
    const real = timetable.due.some((found) => found >= due - slack && found - due <= scheduler + slack);
    if (!real || now < due + late - slack) return false;
    // What began late does not make up for it unless it finished.
    const makesUp = (job: Job): boolean => job.startedAt <= due + late || hasArchive(job, now);
    const ran = (job: Job): boolean => overAt(job, this.#place) >= due && makesUp(job);
    return !this.#place.jobs.some((job) => this.#seen.has(job) && ran(job)) && !this.#isListed(due);
  }

  /** Servers before 2.5 name no task: of two endings in a row that look the same nobody can tell the second. */
  #isDistinct(job: Job, shown: Shown): boolean {
    const last = this.#last;
    if (isAtLeast(this.#place.version, '2.5') || shown === 'running') return true;
    return (
      last.job === undefined || last.job === job || last.shown !== 'ended' || markOf(last.job) !== markOf(job)
    );
  }

  #isGone(now: number): boolean {
    const { says } = this.#portal.timetable;
    return (
      this.#said(now).schedule === null || says.some(({ from }) => from > now - 2 * minute && from <= now)
    );
  }

  #isOverdueUntold(now: number): string | null {
    const due = this.#portal.timetable.due.findLast((at) => at + late <= now);
    if (due === undefined || this.#told !== null) return null;
    if (this.#late?.due !== due) this.#late = { due, at: now, watched: this.#watched(), listed: false };
    // What was listed once has come, also where its archive is gone a day later.
    this.#late.listed ||= this.#isListed(due - scheduler);
    const { at, watched, listed } = this.#late;
    const unsure = at - due > listedFor || this.#changedAt >= due - scheduler || listed;
    if (unsure || !this.#knew(due, now) || this.#wellFor(watched) < longEnough) return null;
    // Once is enough.
    this.#told = due;
    this.figures.missed += 1;
    return `the backup due at ${new Date(due).toISOString()} did not run, and nobody was told`;
  }

  #isGoneUntold(now: number): string | null {
    const { from, schedule } = this.#said(now);
    if (schedule !== null || this.#known === null || this.#known.from === from) return null;
    if (this.#gone?.from !== from) this.#gone = { from, watched: this.#watched(), told: false };
    if (this.#gone.told || this.#wellFor(this.#gone.watched) < 2 * longEnough) return null;
    this.#gone.told = true;
    this.figures.missed += 1;
    return `its schedule was gone at ${new Date(from).toISOString()}, and nobody was told`;
  }

  /** For how long of the watched time since then all was well. */
  #wellFor(since: number): number {
    return this.#watched() - Math.max(since, this.#wellSince);
  }

  /** It had learned before that backup was due what counts until now. */
  #knew(due: number, now: number): boolean {
    if (this.#known === null || this.#known.from !== this.#said(now).from) return false;
    return Math.max(this.#known.at, this.#zoneAt) <= due - scheduler;
  }

  #said(now: number): FleetPortal['timetable']['says'][number] {
    return (
      this.#portal.timetable.says.findLast(({ from }) => from <= now) ?? { from: -Infinity, schedule: null }
    );
  }

  #finishedSince(due: number, now: number): boolean {
    const finished = (job: Job): boolean => hasArchive(job, now) && overAt(job, this.#place) >= due;
    return this.#place.jobs.some((job) => this.#seen.has(job) && finished(job)) || this.#isListed(due);
  }

  #isListed(since: number): boolean {
    const { world } = this.#portal;
    return (
      !world.details.archivesAreGone && world.backups.archives().some(({ createdAt }) => createdAt >= since)
    );
  }
}
