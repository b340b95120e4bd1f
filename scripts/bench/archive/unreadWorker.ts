import { parentPort, workerData } from 'node:worker_threads';
import { runSave } from '../../../src/main/archive/runSave.ts';
import { nothingRead } from '../../../src/core/saving/contents.ts';

// The thread of a save that reads nothing through: what receiving alone takes.
if (parentPort !== null) {
  await runSave(parentPort, workerData, () => ({
    add: async () => undefined,
    end: async () => nothingRead,
    close: () => undefined,
  }));
}
