import { Worker } from 'node:worker_threads';
import type { Key } from '../../core/docspace/authorization.ts';
import { assertNever, fail } from '../../core/base/result.ts';
import { second } from '../../core/base/time.ts';
import type { BackupId } from '../../core/backup/job.ts';
import { bug } from '../../core/net/failure.ts';
import type { SaveOrder, SaveProgress, SaveResult } from '../../core/saving/order.ts';
import type { ProxyResolver } from '../network/proxyResolver.ts';
import { deletePart } from './deletePart.ts';
import { type FromThread, fromThread, type SaveTask, type ToThread } from './messages.ts';

/** Saves archives, each in a thread of its own: receiving, checking and writing would hold up everything else. */
export type ArchiveSaver = {
  /** Never rejects. `hear`: a few times a second. A second save of the same backup is answered `stopped` at once. */
  save: (order: SaveOrder, key: Key | null, hear: (progress: SaveProgress) => void) => Promise<SaveResult>;
  /** Ends one; what has come stays for the next save of the same backup. */
  stop: (portal: string, backup: BackupId) => void;
  /** Deletes what has come of a backup's archive, once no save of it runs. Whether nothing is left; never rejects. */
  deletePart: typeof deletePart;
  /** Ends all of them at once. */
  close: () => void;
};

export type SaverPorts = {
  /** The built `archiveWorker.ts`. */
  workerFile: string;
  userAgent: string;
  proxyResolver: ProxyResolver;
  /** Something threw that should not. */
  failed: (error: unknown) => void;
  /** How long a server may say nothing, in milliseconds; absent: the usual time. */
  stall?: number;
};

/** A save that runs. */
type Running = { stop: () => void; end: () => void; ended: Promise<SaveResult> };

/** A thread that does not stop by itself (it waits for a share that is away, say) is ended after so long. */
const longestStopping = 5 * second;

export function createArchiveSaver(ports: SaverPorts): ArchiveSaver {
  const running = new Map<string, Running>();
  return {
    save: async (order, key, hear) => {
      const name = nameOf(order.portal, order.backup);
      if (running.has(name)) return fail({ of: 'stopped' });
      const task = { order, key, userAgent: ports.userAgent, stall: ports.stall ?? null };
      const thread = startThread(task, ports, hear);
      running.set(name, thread);
      return thread.ended.finally(() => running.delete(name));
    },
    stop: (portal, backup) => running.get(nameOf(portal, backup))?.stop(),
    deletePart: async (place) => {
      await running.get(nameOf(place.portal, place.backup))?.ended;
      return deletePart(place);
    },
    close: () => {
      for (const { end } of [...running.values()]) end();
    },
  };
}

function nameOf(portal: string, { scope, job }: BackupId): string {
  return JSON.stringify([portal, scope, job]);
}

/** Starts a thread, answers what it asks, and hands on what came of it. */
function startThread(
  task: SaveTask,
  { workerFile, proxyResolver, failed }: SaverPorts,
  hear: (progress: SaveProgress) => void,
): Running {
  // A small nursery: what passes through is large and short-lived, and lies outside of it.
  const worker = new Worker(workerFile, {
    workerData: task,
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 1 },
  });
  let isDone = false;
  let done = (_result: SaveResult): void => undefined;
  const ended = new Promise<SaveResult>((resolve) => (done = resolve));
  let stopping: NodeJS.Timeout | undefined;
  const finish = (result: SaveResult): void => {
    if (isDone) return;
    isDone = true;
    clearTimeout(stopping);
    void worker.terminate();
    done(result);
  };
  const tell = (message: ToThread): void => worker.postMessage(message, []);
  const take = (said: FromThread): void => {
    switch (said.say) {
      case 'progress':
        return isDone ? undefined : hear(said.progress);
      case 'wantRoutes':
        return void routesTo(said.to, proxyResolver).then(tell).catch(broke);
      case 'refused':
        return proxyResolver.refused(said.proxy);
      case 'done':
        return finish(said.result);
      default:
        return assertNever(said);
    }
  };
  const broke = (error: unknown): void => {
    failed(error);
    finish(fail({ of: 'network', failure: bug }));
  };
  worker.on('message', (message: unknown) => {
    try {
      // At once: the thread may have ended by now, and what it said last has to be heard before that.
      take(fromThread.parse(message));
    } catch (error) {
      broke(error);
    }
  });
  worker.on('error', broke);
  worker.on('exit', () => finish(fail({ of: 'network', failure: bug })));
  return {
    stop: () => {
      tell({ say: 'stop' });
      stopping ??= setTimeout(() => finish(fail({ of: 'stopped' })), longestStopping);
    },
    end: () => finish(fail({ of: 'stopped' })),
    ended,
  };
}

async function routesTo(to: string, { to: resolve, signIn, wasRefused }: ProxyResolver): Promise<ToThread> {
  const routes = await resolve(to);
  const proxies = routes.flatMap((route) => (route.via === 'proxy' ? [route.proxy] : []));
  const signIns = proxies.map((proxy) => ({
    proxy,
    token: signIn(proxy)?.token ?? null,
    refused: wasRefused(proxy),
  }));
  return { say: 'routes', to, routes, signIns };
}
