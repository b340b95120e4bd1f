import type { HistoryRecord } from '../../src/core/docspace/history.ts';
import type { JobReading, ProgressReading } from '../../src/core/docspace/progress.ts';
import { day, jobOf, link } from '../support/given.ts';

/** What becomes of a backup, decided when it starts. */
export const fates = [
  'finishes',
  'hasGaps',
  'fails',
  'crashes',
  'hasProblem',
  'leavesCancelledEntry',
  'isCancelled',
  'vanishesArchived',
  'vanishesLost',
] as const;
export type Fate = (typeof fates)[number];

export type Job = { task: string; startAt: number; endAt: number; fate: Fate };

/** What really happens on one scope of one portal, and what its server says of it. */
export class Truth {
  readonly jobs: Job[] = [];
  readonly #name: string;
  #hiccup: 'none' | 'next' | 'just now' = 'none';

  constructor(name: string) {
    this.#name = name;
  }

  /** Starts a backup, unless one is running. */
  start(fate: Fate, duration: number, now: number): void {
    const last = this.jobs.at(-1);
    if (last !== undefined && now < last.endAt) return;
    const task = `${this.#name}-${this.jobs.length}`;
    this.jobs.push({ task, startAt: now, endAt: now + duration, fate });
  }

  /** Its worker dies, and another backup takes its place at once. */
  replace(fate: Fate, duration: number, now: number): void {
    const last = this.jobs.at(-1);
    if (last !== undefined && now < last.endAt) {
      last.fate = 'vanishesLost';
      last.endAt = now;
    }
    this.start(fate, duration, now);
  }

  /** Its server is one of several, and the next answer comes from one that knows of nothing yet. */
  hiccup(): void {
    this.#hiccup = this.#hiccup === 'just now' ? 'just now' : 'next';
  }

  /** What is answered: the truth, but for a hiccup, and never two of them in a row. */
  answer(now: number): ProgressReading {
    const behind = this.#hiccup === 'next';
    this.#hiccup = behind ? 'just now' : 'none';
    return behind ? { job: null } : this.#reading(now);
  }

  #reading(now: number): ProgressReading {
    const job = this.jobs.at(-1);
    return { job: job === undefined || now >= job.endAt + day ? null : readingOf(job, now) };
  }

  history(now: number): HistoryRecord[] {
    return this.jobs
      .filter((job) => hasArchive(job.fate) && job.endAt <= now)
      .map(({ task, endAt }) => ({
        task,
        archive: `${task}.tar.gz`,
        storage: 'temporary',
        createdAt: endAt,
        expiresAt: endAt + day,
      }));
  }
}

export function hasArchive(fate: Fate): boolean {
  return fate === 'finishes' || fate === 'hasGaps' || fate === 'hasProblem' || fate === 'vanishesArchived';
}

function readingOf(job: Job, now: number): JobReading | null {
  const { task, startAt, endAt, fate } = job;
  const share = (now - startAt) / (endAt - startAt);
  if (share < 0.1) return jobOf({ task, percent: 0, status: 0 });
  if (share < 1) return jobOf({ task, percent: Math.min(90, Math.floor(150 * (share - 0.1))) });
  const done = { task, percent: 100, completed: true, link: `${link}&task=${task}` };
  switch (fate) {
    case 'finishes':
      return jobOf(done);
    case 'hasGaps':
      return jobOf({ ...done, warning: 'Some files were not included.' });
    case 'fails':
      return jobOf({ task, percent: 63, completed: true, error: 'Disk full.', status: 2 });
    case 'crashes':
      return jobOf({ task, percent: 0, error: 'One or more errors occurred.', status: 4 });
    case 'hasProblem':
      return jobOf({ ...done, error: 'The mail could not be sent.', status: 2 });
    case 'leavesCancelledEntry':
      return jobOf({ task, completed: true, warning: 'Backup cancelled', status: 3 });
    case 'isCancelled':
    case 'vanishesArchived':
    case 'vanishesLost':
      return null;
    default:
      return fate satisfies never;
  }
}
