import { day } from '../../../src/core/base/time.ts';
import { endsAt, type Job } from '../../support/docspace/portal/job/timeline.ts';
import { isAtLeast } from '../../support/docspace/portal/version.ts';
import type { Place } from '../world/fleet.ts';
import type { Count } from './figures.ts';
import {
  hasLink,
  markOf,
  missedAs,
  newSight,
  type Outcome,
  overAt,
  seenAs,
  type Shown,
  type Sight,
} from './sight.ts';

/** One ending as it was told. `cutOff`: the application died after that, and before it had saved so. */
type Telling = { job: Job; outcome: string; is: 'open' | 'saved' | 'cutOff' };

/**
 * Judges what was told of the endings at one place, by what really happened there.
 *
 * What has to be told is what a perfect watcher could know within the API: somebody who asks for the progress as
 * often, reads every answer that arrives whole, forgets nothing that was saved, and asks the history. Therefore
 * - a job that no answer ever showed cannot be told (started and replaced, or forgotten, while the application was
 *   closed, asleep, offline, paused, or between two looks);
 * - a job that an answer showed, going on or ended, has to be told once when it is over;
 * - except what the very first answer ever showed as ended: that is shown, not told;
 * - one that was seen to end is told as that. One that was seen going on and then no more is told as finished if a
 *   history that arrived after its end listed it, as "unknown" if it did not, or if none could be had;
 * - an error whose job the history lists is a backup that finished with a problem; where no history could be had, a
 *   failure;
 * - a job seen only by an application that was killed over that very answer may be told or not;
 * - servers before 2.5 name no task: of two endings in a row that look the same, with nothing seen between them,
 *   nobody can tell the second. What vanishes there may be told as "unknown", and the history helps nobody.
 */
export class EndingJudge {
  readonly place: Place;
  readonly tasks: boolean;
  readonly #sights = new Map<string, Sight>();
  readonly #tellings: Telling[] = [];
  /** By what name each job was told of: its task, or a number where the server names none. */
  readonly #labels = new Map<string, string>();
  readonly #used = new Set<string>();
  /** What the first answer ever showed as ended. */
  #first: 'none yet' | { ended: Job | null } = 'none yet';
  #last: { shown: Shown; job: Job | undefined } = { shown: 'nothing', job: undefined };
  /** What the sight was before the answer that is just being taken in. */
  #before: { sight: Sight; was: Sight } | null = null;
  /** Without tasks: of which job the news from a moment of the wall clock is. */
  readonly #changes = new Map<number, Job>();

  constructor(place: Place) {
    this.place = place;
    this.tasks = isAtLeast(place.version, '2.5');
  }

  /** An answer is there. The returned function confirms that it was taken in and saved. */
  hears(job: Job | undefined, shown: Shown, wall: number): () => void {
    const before = this.#last;
    if (before.shown === 'running' && before.job !== undefined && before.job !== job)
      this.#changes.set(wall, before.job);
    if (shown === 'ended' && job !== undefined && (before.shown !== 'ended' || before.job !== job)) {
      this.#changes.set(wall, job);
    }
    this.#last = { shown, job };
    const sight = job === undefined || shown === 'nothing' ? null : this.#sight(job);
    if (sight !== null) {
      this.#before = { sight, was: { ...sight } };
      if (shown === 'ended' && !sight.ended) sight.distinct = this.tasks || isDistinct(before, sight.job);
      if (shown === 'ended') sight.ended = true;
      else sight.ran = true;
    }
    return () => {
      this.#before = null;
      if (this.#first === 'none yet') this.#first = { ended: shown === 'ended' ? (job ?? null) : null };
    };
  }

  /** The application was killed, or quit. */
  ends(): void {
    for (const telling of this.#tellings) if (telling.is === 'open') telling.is = 'cutOff';
    if (this.#before === null) return;
    const { sight, was } = this.#before;
    Object.assign(sight, { ran: was.ran, ended: was.ended, distinct: was.distinct, perhaps: true });
    this.#before = null;
  }

  /** A history arrived, or could not be had (`null`). */
  hearsHistory(listed: ReadonlySet<string> | null, now: number): void {
    for (const [task, sight] of this.#sights) {
      if (overAt(sight.job, this.place) > now) continue;
      if (listed === null) sight.refused += 1;
      else if (listed.has(task)) sight.listed = true;
      else sight.unlisted = true;
    }
  }

  /** An ending is told. Says what is wrong with that, or null. */
  tells(job: string, outcome: string, endedAt: number | null, now: number): string | null {
    const sight = this.#sights.get(this.#labels.get(job) ?? job) ?? this.#withoutTask(endedAt);
    if (sight === undefined) return `${job} was told as ${outcome}, and never seen`;
    this.#labels.set(job, sight.job.plan.taskId);
    this.#tellings.push({ job: sight.job, outcome, is: 'open' });
    const right = this.#right(sight, now);
    const name = `${sight.job.plan.taskId} (${sight.job.plan.ending.how})`;
    return right.some((one) => one === outcome)
      ? null
      : `${name} was told as ${outcome}, not ${right.join(' or ') || 'at all'}`;
  }

  /** That it was told is saved. */
  settles(job: string): void {
    const task = this.#labels.get(job);
    for (const telling of this.#tellings) {
      if (telling.job.plan.taskId === task && telling.is === 'open') telling.is = 'saved';
    }
  }

  uses(task: string): void {
    this.#used.add(task);
  }

  /** When the link of a backup dies that was told of; null where there is none. `sure`: somebody who asks could know. */
  linkDies(job: string): { at: number; sure: boolean } | null {
    const sight = this.#sights.get(this.#labels.get(job) ?? job);
    if (sight === undefined || !hasLink(sight.job) || this.#used.has(sight.job.plan.taskId)) return null;
    return { at: endsAt(sight.job) + day, sure: sight.listed };
  }

  /** How it went, when all is over at `now`. */
  count(now: number, flaw: (kind: 'lost' | 'doubled', text: string) => void): Count {
    const count = { tellable: 0, told: 0, doubled: 0, doubledByKill: 0, lost: 0 };
    for (const [task, sight] of this.#sights) {
      const told = this.#tellings.filter(({ job }) => job === sight.job);
      const name = `${task} (${sight.job.plan.ending.how})`;
      const due = this.#isDue(sight, now);
      if (due) count.tellable += 1;
      if (told.length > 0) count.told += 1;
      if (due && told.length === 0) {
        count.lost += 1;
        flaw('lost', `${name} was not told`);
      }
      const cutOff = told.filter(({ is }) => is === 'cutOff').length;
      const more = Math.max(0, told.length - 1);
      count.doubledByKill += Math.min(more, cutOff);
      if (more <= cutOff) continue;
      count.doubled += more - cutOff;
      flaw('doubled', `${name} was told as ${told.map(({ outcome }) => outcome).join(', then ')}`);
    }
    return count;
  }

  #isDue(sight: Sight, now: number): boolean {
    const { job, ran, ended, perhaps, distinct } = sight;
    if (this.#used.has(job.plan.taskId) || overAt(job, this.place) > now) return false;
    if (this.#first !== 'none yet' && this.#first.ended === job) return false;
    if (!this.tasks) return ended && distinct && !perhaps;
    return ran || ended;
  }

  #right(sight: Sight, now: number): Outcome[] {
    const { job, ended, perhaps } = sight;
    const isOver = overAt(job, this.place) <= now;
    const seen = ended || perhaps ? seenAs(sight, this.place.version) : [];
    if (ended && !perhaps && this.tasks) return seen;
    return isOver ? [...seen, ...missedAs(sight, this.place, now)] : seen;
  }

  #sight(job: Job): Sight {
    const known = this.#sights.get(job.plan.taskId);
    if (known !== undefined) return known;
    const sight = newSight(job);
    this.#sights.set(job.plan.taskId, sight);
    return sight;
  }

  #withoutTask(endedAt: number | null): Sight | undefined {
    if (this.tasks || endedAt === null) return undefined;
    const exact = this.#changes.get(endedAt);
    // After a sleep the moment is that of waking: then it is the newest that was missed by then.
    const job = exact ?? [...this.#changes.values()].at(-1);
    return job && this.#sights.get(job.plan.taskId);
  }
}

function isDistinct(before: { shown: Shown; job: Job | undefined }, job: Job): boolean {
  return before.shown !== 'ended' || before.job === undefined || markOf(before.job) !== markOf(job);
}
