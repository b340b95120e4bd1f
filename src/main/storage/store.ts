import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { jsonPath } from './jsonFile.ts';

/** Puts content into a file. Whether it is there now; otherwise the file is as it was. */
export type Write = (content: Record<string, unknown>) => boolean;

/**
 * Opens a JSON file of the application for writing, whole or not at all, readable by its user only. `setAside`: the
 * name under which what is there already is kept, or null when it may be replaced.
 */
export function openStore(folder: string, name: string, setAside: string | null): Write {
  const file = jsonPath(folder, name);
  const next = jsonPath(folder, `${name}.next`);
  let aside = setAside;

  const keepOld = (): void => {
    if (aside !== null && existsSync(file)) renameSync(file, path.join(folder, aside));
    aside = null;
  };

  return (content) => {
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      // Where it may not write, electron-store tries for a second, in which the application would hang.
      writeFileSync(next, '{}', { mode: 0o600 });
      new Store({ cwd: folder, name: `${name}.next`, configFileMode: 0o600 }).store = content;
      // On a full disk electron-store puts half a file into its place and says nothing.
      if (readFileSync(next, 'utf8') !== JSON.stringify(content, undefined, '\t')) return false;
      keepOld();
      renameSync(next, file);
      return true;
    } catch {
      return false;
    }
  };
}
