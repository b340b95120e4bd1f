import { createArchiveSaver } from '../../../src/main/archive/archiveSaver.ts';
import { saveTask } from '../../../src/main/archive/messages.ts';
import { directOnly } from '../network/direct.ts';

// A process of its own that saves one archive, for tests that kill it: its words are the thread's file and the task.
const [workerFile = '', task = ''] = process.argv.slice(2);
const { order, key, userAgent } = saveTask.parse(JSON.parse(task));
const saver = createArchiveSaver({
  workerFile,
  userAgent,
  proxyResolver: directOnly,
  failed: (error) => process.stderr.write(`${String(error)}\n`),
});
process.stdout.write(JSON.stringify(await saver.save(order, key, () => undefined)));
