// Runs one script of these tests inside the real Electron: its `run` gets the words after the script's name, and what
// it gives is written out as one line of JSON.
import { app } from 'electron';
import { register } from 'tsx/esm/api';

register();
const words = process.argv.slice(process.argv.findIndex((word) => word.endsWith('entry.mjs')) + 1);
const [script = '', ...rest] = words.filter((word) => !word.startsWith('--'));
/** @param {unknown} answer */
const answer = (answer) => process.stdout.write(`answer: ${JSON.stringify(answer)}\n`);

app.on('window-all-closed', () => undefined);
/** @type {{ prepare?: () => void, run: (...words: string[]) => unknown }} */
const part = await import(script);
part.prepare?.();
void app
  .whenReady()
  .then(async () => answer({ value: await part.run(...rest) }))
  .catch((/** @type {unknown} */ error) =>
    answer({ error: String(error instanceof Error ? error.stack : error) }),
  )
  .finally(() => app.exit(0));
