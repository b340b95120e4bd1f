import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Puts content into a file. Whether it is there now; otherwise the file is as it was. */
export type Write = (content: Record<string, unknown>) => boolean;

/** What a JSON file of the application holds: an empty object while there is none, null when it holds no object. */
export function readJsonFile(folder: string, name: string): unknown {
  try {
    const content: unknown = JSON.parse(readFileSync(jsonPath(folder, name), 'utf8'));
    return typeof content === 'object' && !Array.isArray(content) ? content : null;
  } catch (error) {
    return isAbsence(error) ? {} : null;
  }
}

/**
 * Opens a JSON file of the application for writing, whole or not at all, readable by its user only. `setAside`: the
 * name under which what is there already is kept, or null when it may be replaced.
 */
export async function openJsonFile(folder: string, name: string, setAside: string | null): Promise<Write> {
  // Loaded when something is to be written: the tray icon, for which the files are read, does not wait for it.
  const { default: Store } = await import('electron-store');
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

/** What a file holds under one of its names, by name in turn; nothing where that is no object. */
export function entriesIn(content: unknown, name: string): Array<[string, unknown]> {
  const held = isRecord(content) ? content[name] : null;
  return isRecord(held) ? Object.entries(held) : [];
}

export function jsonPath(folder: string, name: string): string {
  return path.join(folder, `${name}.json`);
}

/** The name under which a file that is not as expected is kept, instead of being overwritten. */
export function asideName(name: string, now: number): string {
  return `${name}.set-aside-${new Date(now).toISOString().replaceAll(':', '-')}.json`;
}

function isAbsence(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
