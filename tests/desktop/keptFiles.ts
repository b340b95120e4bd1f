import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseSaved } from '../../src/main/storage/saved.ts';
import { readJsonFile } from '../../src/main/storage/jsonFile.ts';
import type { Desktop } from '../support/desktop/desktop.ts';
import { waitFor } from '../support/desktop/waitFor.ts';

/** Where the application keeps its files on a desktop. */
export function userData({ home }: Desktop): string {
  return join(home, 'user-data');
}

/** Puts a file where the application keeps its own. */
export function putFile(desktop: Desktop, name: string, content: string): void {
  mkdirSync(userData(desktop), { recursive: true });
  writeFileSync(join(userData(desktop), name), content);
}

/** What the ledger on disk says of all portals together. */
export function readLedger(desktop: Desktop): { pending: string[]; told: string[] } {
  const folder = userData(desktop);
  const { savedWatches } = parseSaved(readJsonFile(folder, 'settings'), readJsonFile(folder, 'portals'));
  const ledgers = [...savedWatches.values()].map(({ ledger }) => ledger);
  return {
    pending: ledgers.flatMap(({ pending }) => pending.map(({ id }) => id)),
    told: ledgers.flatMap(({ told }) => told),
  };
}

/** The moment in which the application is about to save a file, held for as long as the test wants. */
export type HeldSave = {
  /** Waits until a process of this number is in it. */
  reached: (pid: number) => Promise<void>;
  /** Ends it: later saves are as usual. Only after the process was killed. */
  release: () => void;
};

/**
 * Holds the next save of a file. In the place of the file that is written first lies a pipe that nobody reads: whoever
 * opens it for writing waits inside the kernel.
 */
export function holdSave(desktop: Desktop, name: string): HeldSave {
  const pipe = join(userData(desktop), `${name}.next.json`);
  execFileSync('mkfifo', [pipe]);
  return {
    reached: async (pid) => {
      await waitFor(`the saving of ${name}`, () =>
        readFileSync(`/proc/${pid}/wchan`, 'utf8').includes('partner'),
      );
    },
    release: () => rmSync(pipe),
  };
}
