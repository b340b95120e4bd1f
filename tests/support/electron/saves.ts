import { createArchiveSaver } from '../../../src/main/archive/archiveSaver.ts';
import { saveTask } from '../../../src/main/archive/messages.ts';
import { directOnly } from '../network/direct.ts';

/** Saves an archive by a built thread, which may lie in an application's archive; gives what came of it. */
export async function run(workerFile: string, task: string): Promise<unknown> {
  const { order, key, userAgent } = saveTask.parse(JSON.parse(task));
  const failures: string[] = [];
  const saver = createArchiveSaver({
    workerFile,
    userAgent,
    proxyResolver: directOnly,
    failed: (error) => failures.push(String(error)),
  });
  return { result: await saver.save(order, key, () => undefined), failures };
}
