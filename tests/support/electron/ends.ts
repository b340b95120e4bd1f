import { app, ipcMain } from 'electron';
import { openLog } from '../../../src/main/diagnostics/log.ts';
import { quitOnSignals } from '../../../src/main/app/signals.ts';
import { openStore } from '../../../src/main/storage/store.ts';

/** Keeps files as the application does, and waits to be ended. */
export async function run(folder: string): Promise<unknown> {
  const saved = openStore(folder, 'settings', null)({ number: 1 });
  openLog(folder, () => []).info('started');
  quitOnSignals(process, () => app.quit());
  process.stdout.write(`ready ${JSON.stringify({ saved, channels: ipcMain.eventNames() })}\n`);
  return new Promise((resolve) => {
    app.on('before-quit', (event) => {
      event.preventDefault();
      resolve('asked to quit');
    });
  });
}
