import type { Answer } from '../answer.ts';
import { fail, failValidation, succeed } from '../envelope.ts';
import {
  accessDenied,
  fault,
  localRefused,
  noFilePath,
  quotaExceeded,
  wrongFolderType,
} from '../exceptions.ts';
import { hasDump } from '../gate.ts';
import type { Plan } from '../job/plan.ts';
import { isUnfinished, readJob } from '../job/reading.ts';
import type { Route, Visit } from '../route.ts';
import { type Order, readOrder } from '../order.ts';
import type { World } from '../world.ts';
import { showProgress } from './progress.ts';

/**
 * `startbackup`: begins a job, or hands back the one that runs, a dead one included. A job that ended with an error and
 * was never completed stands in the way with a 500 (DocSpace server 3.7.2, StartBackupAsync).
 */
export const startRoute: Route = {
  method: 'POST',
  path: '/api/2.0/backup/startbackup',
  access: 'administrator',
  whenUnpaid: true,
  answer: (visit) => {
    const { call, world } = visit;
    const order = readOrder(call.body);
    if (order === undefined) return failValidation(call, '$');
    const refused = refuse(order, world);
    return refused ?? begin(visit, order);
  },
};

function begin({ call, world }: Visit, order: Order): Answer {
  const desk = order.dump ? world.dumps : world.backups;
  const now = world.clock.now();
  const current = desk.current();
  if (current !== undefined && isUnfinished(current, now)) {
    const error = readJob(current, now)?.error ?? '';
    return error === '' ? succeed(call, showProgress(current, desk, world)) : fail(500, fault(error));
  }
  const used = desk.everyArchive().length;
  if (used >= world.details.freeBackups && !world.details.walletEnabled) return fail(402, quotaExceeded);
  return succeed(call, showProgress(desk.start(planFor(order, world)), desk, world));
}

function planFor({ storage }: Order, { details }: World): Partial<Plan> {
  const waiting = details.workerIsDown ? { waiting: Infinity } : {};
  // Accepted, and then unknown to the worker.
  const unknown = { ending: { how: 'fails', at: 0, error: 'Unknown storage type.' } } as const;
  return { storage, ...waiting, ...(storage === 'CustomCloud' ? unknown : {}) };
}

function refuse({ storage, params, dump }: Order, world: World): Answer | undefined {
  if (dump && !hasDump(world)) return fail(403, accessDenied);
  const folderIsNumber = /^\d+$/.test(params.get('folderId') ?? '');
  if (storage === 'Documents' && !folderIsNumber) return fail(400, wrongFolderType);
  if (storage === 'ThridpartyDocuments' && folderIsNumber) return fail(400, wrongFolderType);
  if (storage === 'Local' && !world.details.standalone) return fail(500, localRefused);
  if (storage === 'Local' && !params.has('filePath')) return fail(500, noFilePath);
  return undefined;
}
