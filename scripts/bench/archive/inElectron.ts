import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createArchiveSaver } from '../../../src/main/archive/archiveSaver.ts';
import { saveTask } from '../../../src/main/archive/messages.ts';
import { directOnly } from '../../../tests/support/network/direct.ts';

/** What one save has taken: seconds, megabytes above idle, and the longest stall of the main thread in milliseconds. */
export type Taken = { seconds: number; processor: number; memory: number; stall: number; result: unknown };

const look = 10;

/** Saves an archive by a built thread, inside the real Electron, and measures what it takes. */
export async function run(workerFile: string, task: string): Promise<Taken> {
  const { order, key, userAgent } = saveTask.parse(JSON.parse(task));
  const saver = createArchiveSaver({
    workerFile,
    userAgent,
    proxyResolver: directOnly,
    failed: (error) => process.stderr.write(`${String(error)}\n`),
  });
  await pause(3000);
  const idle = process.memoryUsage.rss();
  let [memory, stall, last, waited] = [0, 0, performance.now(), queued()];
  const timer = setInterval(() => {
    const [now, wait] = [performance.now(), queued()];
    // How long the thread waited for a processor that others used is theirs.
    stall = Math.max(stall, now - last - look - (wait - waited));
    [last, waited] = [now, wait];
    memory = Math.max(memory, process.memoryUsage.rss() - idle);
  }, look);
  const [from, before] = [performance.now(), process.cpuUsage()];
  const result = await saver.save(order, key, () => undefined);
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - from) / 1000;
  clearInterval(timer);
  return { seconds, processor: (user + system) / 1e6, memory: memory / 1e6, stall, result };
}

/** How long the main thread has waited for a processor, in milliseconds. */
function queued(): number {
  return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
}
