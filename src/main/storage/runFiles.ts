import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { mergeRuns } from '../../core/history/mergeRuns.ts';
import type { RunRecord } from '../../core/history/runRecord.ts';
import { type ParsedRuns, parseSavedRuns, toSavedRuns } from '../../core/history/savedRuns.ts';
import { asideName, jsonPath, readJsonFile } from './jsonFile.ts';

/** What is remembered of the runs of each portal: a file each, read when it is wanted and kept nowhere else. */
export type RunFiles = {
  /** All runs of a portal that are known, newest first. */
  read: (portal: string) => RunRecord[];
  /** Puts what has become known of some runs to it; what cannot be saved goes along the next time. */
  record: (portal: string, runs: readonly RunRecord[]) => void;
  forget: (portal: string) => void;
};

/** `folder`: where the application's own files are; `now`: names a damaged file that is set aside. */
export function createRunFiles(folder: string, now: number): RunFiles {
  const place = path.join(folder, 'runs');
  const owed = new Map<string, RunRecord[]>();

  const read = (portal: string): ParsedRuns => {
    const kept = readRuns(place, nameOf(portal));
    const runs = owed.get(portal);
    return runs === undefined ? kept : { ...kept, runs: mergeRuns(kept.runs, runs) };
  };

  return {
    read: (portal) => read(portal).runs,
    record: (portal, runs) => {
      const known = read(portal);
      const all = mergeRuns(known.runs, runs);
      const name = nameOf(portal);
      if (!owed.has(portal) && JSON.stringify(all) === JSON.stringify(known.runs)) return;
      if (write(place, name, known.whole ? null : asideName(name, now), all)) owed.delete(portal);
      else owed.set(portal, all);
    },
    forget: (portal) => {
      owed.delete(portal);
      try {
        rmSync(jsonPath(place, nameOf(portal)), { force: true });
      } catch {
        // On a disk that cannot be written it stays, as all else does there.
      }
    },
  };
}

/** An id may be any text, a file's name may not. */
function nameOf(portal: string): string {
  return createHash('sha256').update(portal).digest('hex').slice(0, 32);
}

function readRuns(place: string, name: string): ParsedRuns {
  if (!existsSync(jsonPath(place, name))) return { runs: [], whole: true };
  return parseSavedRuns(readJsonFile(place, name));
}

/** Whole or not at all, its user's alone. Not as jsonFile.ts does it: that would write each number on a line of its own. */
function write(place: string, name: string, aside: string | null, runs: readonly RunRecord[]): boolean {
  const file = jsonPath(place, name);
  const next = jsonPath(place, `${name}.next`);
  try {
    mkdirSync(place, { recursive: true, mode: 0o700 });
    // What another process has left there may have other rights.
    rmSync(next, { force: true });
    writeFileSync(next, JSON.stringify(toSavedRuns(runs)), { mode: 0o600, flush: true });
    if (aside !== null) renameSync(file, path.join(place, aside));
    renameSync(next, file);
    return true;
  } catch {
    return false;
  }
}
