import type { ArchiveFile } from '../world/archiveDisk.ts';

/** An archive that got its name. `life`: of the application that named it; `known`: that one knew so, and saved it. */
export type Named = { file: ArchiveFile; life: number; known: boolean };

/** What became of one backup's archive. */
export type Fate = {
  portal: string;
  task: string;
  /** It has to be saved, or told of. */
  isDue: boolean;
  byHand: boolean;
  named: Named[];
  told: boolean;
  stopped: boolean;
};

/** Of a backup of which nothing is known yet. */
export function newFate(portal: string, task: string): Fate {
  return { portal, task, isDue: false, byHand: false, named: [], told: false, stopped: false };
}
