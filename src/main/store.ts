import { chmodSync, existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import Store from 'electron-store';
import { fail, type Result, succeed } from '../core/result.ts';

/** One JSON file of the application, written atomically and readable by its user only. */
export type JsonFile = {
  /** What the file holds; an empty object when there is none yet. A file that is no JSON is set aside first. */
  read: () => { content: unknown; setAside: string | null };
  /** Whether it could be saved. */
  write: (content: Record<string, unknown>) => boolean;
  /** Moves the file out of the way, so that nothing of it is lost; its new name, or null when that failed. */
  setAside: () => string | null;
};

/** Opens a file by its name without `.json`, in a folder. Nothing is read or written yet. */
export function openJsonFile(folder: string, name: string, now: () => Date): JsonFile {
  const file = path.join(folder, `${name}.json`);
  let store: Store | null = null;

  // electron-store reads as it opens, and throws on a file that it cannot parse.
  const open = (): Result<Store, null> => {
    try {
      store ??= new Store({
        cwd: folder,
        name,
        configFileMode: 0o600,
        clearInvalidConfig: false,
        accessPropertiesByDotNotation: false,
      });
      return succeed(store);
    } catch {
      return fail(null);
    }
  };

  const setAside = (): string | null => {
    const aside = `${name}.set-aside-${now().toISOString().replaceAll(':', '-')}.json`;
    try {
      renameSync(file, path.join(folder, aside));
      store = null;
      return aside;
    } catch {
      return null;
    }
  };

  return {
    read: () => {
      const opened = open();
      if (opened.ok) return { content: opened.value.store, setAside: null };
      return { content: {}, setAside: existsSync(file) ? setAside() : null };
    },
    write: (content) => {
      const opened = open();
      if (!opened.ok) return false;
      try {
        opened.value.store = content;
        // A file that was copied here by hand keeps its own mode.
        if (process.platform !== 'win32') chmodSync(file, 0o600);
        return true;
      } catch {
        return false;
      }
    },
    setAside,
  };
}
