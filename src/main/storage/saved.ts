import { existsSync, renameSync, rmSync } from 'node:fs';
import { type SavedWatch, parseSavedWatch } from '../../core/watch/savedWatch.ts';
import { parseSettings, type Settings } from '../../core/settings.ts';
import type { SetAside } from '../../core/state.ts';
import { asideName, entriesIn, jsonPath, readJsonFile } from './jsonFile.ts';

/** What was kept on disk: settings in one file, what is to be told and was told of each portal in another. */
export type Saved = {
  settings: Settings;
  savedWatches: ReadonlyMap<string, SavedWatch>;
  /** What of it could not be used as it was; null for what could. */
  problems: { settings: 'damaged' | 'newer' | null; portals: 'damaged' | null };
};

/** Reads both files. */
export function readSaved(folder: string): Saved {
  return parseSaved(readJsonFile(folder, 'settings'), readPortals(folder));
}

/** Before version 0.1 portals.json was called ledger.json. */
function readPortals(folder: string): unknown {
  const [file, older] = [jsonPath(folder, 'portals'), jsonPath(folder, 'ledger')];
  try {
    if (existsSync(file)) rmSync(older, { force: true });
    else renameSync(older, file);
  } catch {
    // There is no older one, or the folder cannot be written: then it is read where it is.
  }
  return readJsonFile(folder, existsSync(file) ? 'portals' : 'ledger');
}

/** Whatever both files held, watching goes on with what can be used of it. */
export function parseSaved(settingsFile: unknown, portalsFile: unknown): Saved {
  const { settings, problem } = parseSettings(settingsFile);
  const entries = new Map(entriesIn(portalsFile, 'portals'));
  const ids = settings.portals.map(({ id }) => id);
  // Of portals that are not watched any more nothing is to be told.
  const savedWatches = new Map(
    ids.flatMap((id): Array<[string, SavedWatch]> => {
      const saved = parseSavedWatch(entries.get(id));
      return saved === null ? [] : [[id, saved]];
    }),
  );
  const lost = portalsFile === null || ids.some((id) => entries.has(id) && !savedWatches.has(id));
  return {
    settings,
    savedWatches,
    problems: { settings: problem, portals: lost ? 'damaged' : null },
  };
}

/** Which of both files are to be kept under another name. */
export function setAsideOf({ problems }: Saved, now: number): SetAside[] {
  const { settings, portals } = problems;
  const asides: SetAside[] = [];
  if (settings !== null) asides.push({ of: 'settings', why: settings, file: asideName('settings', now) });
  if (portals !== null) asides.push({ of: 'portals', why: portals, file: asideName('portals', now) });
  return asides;
}
