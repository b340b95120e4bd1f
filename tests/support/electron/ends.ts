import { app, ipcMain } from 'electron';
import { openLog } from '../../../src/main/diagnostics/log.ts';
import { quitOnSignals } from '../../../src/main/app/lifecycle.ts';
import { openJsonFile } from '../../../src/main/storage/jsonFile.ts';

/** Keeps files as the application does, and waits to be ended. */
export async function run(folder: string): Promise<unknown> {
  const saved = (await openJsonFile(folder, 'settings', null))({ number: 1 });
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
