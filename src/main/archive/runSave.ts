import type { MessagePort } from 'node:worker_threads';
import { minute } from '../../core/base/time.ts';
import { systemClock as clock } from '../clock.ts';
import { createArchiveSource } from '../network/archiveSource.ts';
import { usualTimeouts } from '../network/timeouts.ts';
import { createTlsOptions } from '../network/tls.ts';
import type { ArchiveReader } from './archiveReader.ts';
import { type FromThread, saveTask, toThread } from './messages.ts';
import { createRoutesFromMain } from './routesFromMain.ts';
import { saveArchive } from './saveArchive.ts';
import { seldom } from './seldom.ts';

/** A server that says nothing for so long has lost the connection. */
const longestStall = minute;

/** Saves one archive in a thread of its own: `port` leads to the main thread, `task` says what it is started with. */
export async function runSave(
  port: MessagePort,
  task: unknown,
  openReader: () => ArchiveReader,
): Promise<void> {
  const { order, key, userAgent, stall } = saveTask.parse(task);
  const say = (message: FromThread): void => port.postMessage(message);
  const routes = createRoutesFromMain(say);
  const stopping = new AbortController();
  port.on('message', (message: unknown) => {
    const said = toThread.parse(message);
    if (said.say === 'routes') routes.take(said);
    else stopping.abort();
  });
  const timeouts = { ...usualTimeouts, body: stall ?? longestStall };
  const result = await saveArchive(order, key, {
    source: createArchiveSource(userAgent, timeouts, routes, createTlsOptions()),
    openReader,
    now: clock.wall,
    tell: seldom((progress) => say({ say: 'progress', progress }), clock.steady),
    signal: stopping.signal,
  });
  // The main thread then ends this one: what is said last might else not be heard.
  say({ say: 'done', result });
}
