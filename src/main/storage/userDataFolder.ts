import { accessSync, constants, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** What of Electron's app is used. */
type Paths = {
  getPath: (name: 'userData') => string;
  setPath: (name: 'userData', folder: string) => void;
};

/**
 * The folder of Keepwatch's own files. Where it cannot be written (a read-only home), Chromium gets another one for its
 * files, which lasts as long as the session: it would not start without the mark by which a second launch finds the
 * first. What is in Keepwatch's own files is read all the same.
 */
export function prepareUserData(app: Paths, env: NodeJS.ProcessEnv): string {
  const folder = app.getPath('userData');
  if (!isWritable(folder)) app.setPath('userData', sessionFolder(env['XDG_RUNTIME_DIR'] ?? ''));
  return folder;
}

function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The user's alone. Without a folder of the session's each launch has its own, and does not know of the others. */
function sessionFolder(runtime: string): string {
  const folder = path.join(runtime, 'keepwatch');
  return runtime !== '' && isWritable(folder) ? folder : mkdtempSync(path.join(tmpdir(), 'keepwatch-'));
}
