import path from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { notSaved } from '../../present/diagnostics.ts';
import type { Words } from '../../present/i18n/i18n.ts';

/** Asks where to save a text file, suggesting a name in the folder for downloads; null when nowhere. */
export async function askPlace(suggested: string): Promise<string | null> {
  const options = { defaultPath: path.join(app.getPath('downloads'), suggested) };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePath } =
    window === null ? await dialog.showSaveDialog(options) : await dialog.showSaveDialog(window, options);
  return canceled || filePath === '' ? null : filePath;
}

/** Tells that the file could not be written. */
export function tellNotSaved(words: Words): void {
  void dialog.showMessageBox({ type: 'error', ...notSaved(words) });
}
