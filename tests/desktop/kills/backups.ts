import type { Ending, Plan } from '../../support/docspace/portal/job/plan.ts';
import { endsAt, type Job } from '../../support/docspace/portal/job/timeline.ts';
import type { Portal } from '../../support/docspace/portal/portal.ts';
import { second } from '../../../src/core/base/time.ts';
import type { Luck } from '../../soak/luck.ts';

/** Starts one fast backup after the other, for as long as it is asked what is due. */
export class FastBackups {
  readonly jobs: Job[] = [];
  readonly #portal: Portal;
  readonly #luck: Luck;
  #nextAt: number;

  constructor(portal: Portal, luck: Luck) {
    this.#portal = portal;
    this.#luck = luck;
    this.#nextAt = portal.world.clock.now();
  }

  /** Starts the next one, if its time has come. */
  goOn(): void {
    const now = this.#portal.world.clock.now();
    if (now < this.#nextAt) return;
    const task = `00000000-0000-4000-8000-${String(this.jobs.length + 1).padStart(12, '0')}`;
    const job = this.#portal.startBackup(planOf(task, this.#luck));
    this.jobs.push(job);
    // Now and then the next one takes its place before it is over, as when a worker has died.
    const whole = endsAt(job) - now;
    this.#nextAt =
      now + (this.#luck.happens(0.1) ? whole / 2 : whole + this.#luck.stretch(second, 8 * second));
  }

  /** No backup is started any more. Says when the last one is over. */
  stop(): number {
    this.#nextAt = Infinity;
    return Math.max(0, ...this.jobs.slice(-1).map(endsAt));
  }
}

function planOf(taskId: string, luck: Luck): Partial<Plan> {
  return {
    taskId,
    waiting: luck.happens(0.3) ? 1 : 0,
    archive: Math.ceil(luck.stretch(1, 6)),
    plateau: Math.ceil(luck.stretch(1, 4)),
    settling: 1,
    storage: luck.happens(0.8) ? 'DataStore' : 'Documents',
    ending: luck.weigh<Ending>([
      [60, { how: 'succeeds' }],
      [10, { how: 'succeeds', warning: 'Some files were not included in the backup.' }],
      [10, { how: 'fails', at: 40, error: `Can't backup table ${taskId}.` }],
      [6, { how: 'failsAfterwards', error: `The mail about ${taskId} could not be sent.` }],
      [5, { how: 'vanishes', at: 60, archived: true }],
      [4, { how: 'vanishes', at: 60, archived: false }],
      [5, { how: 'isCancelled', at: 50, leaves: 'entry' }],
    ]),
  };
}
