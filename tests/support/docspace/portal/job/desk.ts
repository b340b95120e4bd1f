import type { Clock } from '../clock.ts';
import { type Archive, archiveOf } from './archive.ts';
import { completePlan, type Ending, type Plan } from './plan.ts';
import { hasArchive, isUnfinished, readJob } from './reading.ts';
import { endsAt, type Job, progressAt } from './timeline.ts';

/** Holds the jobs and archives of one scope: of the portal, or of the whole server (`Dump`). */
export class Desk {
  readonly clock: Clock;
  /** Begins the file names. */
  readonly alias: string;
  /** Archives made before the story begins. */
  readonly olderArchives: Archive[] = [];
  #jobs: Job[] = [];

  constructor(clock: Clock, alias: string) {
    this.clock = clock;
    this.alias = alias;
  }

  /** Starts a job, or lets one begin at another moment: earlier ones have happened, later ones will. */
  start(plan: Partial<Plan> = {}, startedAt = this.clock.now()): Job {
    const job = { plan: completePlan(plan), startedAt };
    this.#jobs = [...this.#jobs, job].sort((one, other) => one.startedAt - other.startedAt);
    return job;
  }

  /** The one job the server knows of: the one started last, while there is something to read of it. */
  current(): Job | undefined {
    const now = this.clock.now();
    const job = this.#jobs.findLast((job) => job.startedAt <= now);
    return job !== undefined && readJob(job, now) !== undefined ? job : undefined;
  }

  /** Ends the job that runs, now; false where none runs. */
  end(ending: (progress: number) => Ending): boolean {
    const now = this.clock.now();
    const job = this.current();
    if (job === undefined || !isUnfinished(job, now)) return false;
    job.plan = { ...job.plan, ending: ending(progressAt(job, now)) };
    job.endedAt = now;
    return true;
  }

  /** What `cancelbackup` does: ends a job that runs, and takes a finished one from view; false where there is none. */
  cancel(leaves: 'nothing' | 'entry'): boolean {
    const job = this.current();
    if (this.end((at) => ({ how: 'isCancelled', at, leaves }))) return true;
    if (job === undefined) return false;
    job.removedAt = this.clock.now();
    return true;
  }

  /** All archives ever made, removed ones included. */
  everyArchive(): Archive[] {
    const now = this.clock.now();
    // A job that was replaced before its end never came to make one.
    const made = this.#jobs.filter(
      (job, index) => hasArchive(job, now) && endsAt(job) <= (this.#jobs[index + 1]?.startedAt ?? Infinity),
    );
    return [...this.olderArchives, ...made.map((job) => archiveOf(job, this.alias))];
  }

  /** The archives that still exist, in the order of their ids: the server does not sort them by time. */
  archives(): Archive[] {
    const now = this.clock.now();
    const kept = this.everyArchive().filter((archive) => (archive.expiresAt ?? Infinity) > now);
    return kept.sort((one, other) => one.id.localeCompare(other.id));
  }
}
