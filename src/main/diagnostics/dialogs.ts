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

/** Asks which file is to be read; null where none is. */
export async function askFile(): Promise<string | null> {
  const options = {
    defaultPath: app.getPath('downloads'),
    filters: [{ name: 'JSON', extensions: ['json'] }],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Asks for a folder to put archives into; null where none was chosen. */
export async function askFolder(suggested: string | null): Promise<string | null> {
  const options = {
    defaultPath: suggested ?? app.getPath('downloads'),
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const window = BrowserWindow.getFocusedWindow();
  const { canceled, filePaths } =
    window === null ? await dialog.showOpenDialog(options) : await dialog.showOpenDialog(window, options);
  return canceled ? null : (filePaths[0] ?? null);
}

/** Tells that the file could not be written. */
export function tellNotSaved(words: Words): void {
  void dialog.showMessageBox({ type: 'error', ...notSaved(words) });
}
