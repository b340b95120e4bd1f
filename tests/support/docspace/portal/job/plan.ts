import type { StorageType } from '../storageType.ts';

/** How a job ends. `at` is the percentage shown when it happens (0 to 90). */
export type Ending =
  | { how: 'succeeds'; warning?: string }
  /** The usual failure: completed, with an error, and a status that says "completed" too. */
  | { how: 'fails'; at: number; error: string }
  /** Archive saved and recorded, then a later step threw. */
  | { how: 'failsAfterwards'; error: string }
  /** Threw before its own error handling began: never completed, status 4. */
  | { how: 'crashes'; error: string }
  /** The worker was killed. */
  | { how: 'freezes'; at: number }
  /** The worker was stopped, or the cache was lost. */
  | { how: 'vanishes'; at: number; archived: boolean }
  | { how: 'isCancelled'; at: number; leaves: 'nothing' | 'entry' };

/** What will happen to a job. All durations are seconds; Infinity is allowed. */
export type Plan = {
  taskId: string;
  storage: StorageType;
  /** Created, not yet picked up by a worker. Scheduled backups have no such time. */
  waiting: number;
  /** Picked up, but still at 0 %: a queue in the worker, or the database of the whole server. */
  preparing: number;
  /** From 0 to 90 %. */
  archive: number;
  /** At 90 %: upload, hashing, saving the record. */
  plateau: number;
  /** Finished, but the status still says "running": billing, mails and cleaning go on. */
  settling: number;
  ending: Ending;
};

/** Fills in what a test leaves open: half a minute to the temporary storage, and it succeeds. */
export function completePlan(plan: Partial<Plan>): Plan {
  return {
    taskId: crypto.randomUUID(),
    storage: 'DataStore',
    waiting: 2,
    preparing: 0,
    archive: 18,
    plateau: 8,
    settling: 3,
    ending: { how: 'succeeds' },
    ...plan,
  };
}
