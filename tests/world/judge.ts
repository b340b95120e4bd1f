import type { Outcome } from '../../src/core/backup/outcome.ts';
import type { ProgressReading } from '../../src/core/docspace/progress.ts';
import type { Fate, Truth } from './truth.ts';
import { hasArchive } from './truth.ts';

/** What somebody could see of a job who read what Keepwatch was answered. */
type Sight = { ran: boolean; ended: boolean; perhaps: boolean };

/**
 * Knows what has really happened on one scope of one portal, and what of it Keepwatch was answered; so it knows what
 * has to be told. It knows nothing of how Keepwatch finds out.
 */
export class Judge {
  readonly truth: Truth;
  /** The history failed at times: what only it knows may be told as not known. */
  historyFailed = false;
  readonly #opened = new Set<string>();
  readonly #sights = new Map<string, Sight>();
  /** What the first answer ever showed as ended: shown, not told. */
  #first: 'none yet' | { ended: string | null } = 'none yet';
  /** An answer before that may have been saved, by a process that was killed over it: then that was the first. */
  #earlier = false;

  constructor(truth: Truth) {
    this.truth = truth;
  }

  /** An answer arrived. `sure`: Keepwatch lived on, and has saved what came of it. */
  hears(reading: ProgressReading, sure: boolean): void {
    const { job } = reading;
    const ended = job !== null && (job.completed || job.error !== '');
    if (sure && this.#first === 'none yet') this.#first = { ended: ended ? job.task : null };
    if (!sure && this.#first === 'none yet') this.#earlier = true;
    if (job === null || job.task === null) return;
    const before = this.#sights.get(job.task) ?? { ran: false, ended: false, perhaps: false };
    this.#sights.set(job.task, {
      ran: before.ran || (sure && !ended),
      ended: before.ended || (sure && ended),
      perhaps: before.perhaps || !sure,
    });
  }

  /** The user opened the link of this task: there is nothing left to tell, though it may have been told. */
  opens(task: string): void {
    this.#opened.add(task);
  }

  /** What is wrong with what was told of each task: how often, and as what. `excused`: killed while it was being told. */
  flaws(told: ReadonlyMap<string, Outcome[]>, excused: ReadonlyMap<string, number>): string[] {
    return this.truth.jobs.flatMap(({ task, fate }) => {
      const outcomes = told.get(task) ?? [];
      const distinct = new Set(outcomes).size;
      const [least, most] = this.#times(task);
      const flaws: string[] = [];
      if (distinct < least) flaws.push(`${task} (${fate}) was not told`);
      if (distinct > most) flaws.push(`${task} (${fate}) was told as ${outcomes.join(', ')}`);
      if (outcomes.length > distinct + (excused.get(task) ?? 0))
        flaws.push(`${task} (${fate}) was told ${outcomes.length} times`);
      const wrong = outcomes.filter((outcome) => !this.#allowed(task, fate).includes(outcome));
      if (wrong.length > 0) flaws.push(`${task} (${fate}) was told as ${wrong.join(', ')}`);
      return flaws;
    });
  }

  #times(task: string): [least: number, most: number] {
    const visible = this.#sights.get(task);
    if (visible === undefined) return [0, 0];
    const first = this.#first !== 'none yet' && this.#first.ended === task;
    if (first) return [0, visible.perhaps || this.#earlier ? 1 : 0];
    return (visible.ran || visible.ended) && !this.#opened.has(task) ? [1, 1] : [0, 1];
  }

  #allowed(task: string, fate: Fate): Outcome[] {
    const unseen: Outcome[] = hasArchive(fate)
      ? this.historyFailed
        ? ['finished', 'unknown']
        : ['finished']
      : ['unknown'];
    const visible = this.#sights.get(task);
    const seen: Outcome[] = visible?.ended || visible?.perhaps ? endings[fate] : [];
    const spoiled: Outcome[] = fate === 'hasProblem' && this.historyFailed ? ['failed'] : [];
    // What was seen to end is told as that; only what was perhaps forgotten with the process may be told either way.
    return visible?.ended && !visible.perhaps ? [...seen, ...spoiled] : [...seen, ...spoiled, ...unseen];
  }
}

/** As what each fate is told by somebody who saw it end. */
const endings: Record<Fate, Outcome[]> = {
  finishes: ['finished'],
  hasGaps: ['gaps'],
  fails: ['failed'],
  crashes: ['failed'],
  hasProblem: ['problem'],
  leavesCancelledEntry: ['cancelled'],
  isCancelled: [],
  vanishesArchived: [],
  vanishesLost: [],
};
