import { parentPort, workerData } from 'node:worker_threads';
import { createArchiveReader } from './archiveReader.ts';
import { runSave } from './runSave.ts';

// What a thread of `archiveSaver.ts` runs: one save.
if (parentPort !== null) await runSave(parentPort, workerData, createArchiveReader);
