import { type SavedWatch, parseSavedWatch } from '../../core/watch/savedWatch.ts';
import { parseSettings, type Settings } from '../../core/settings.ts';
import type { SetAside } from '../../core/state.ts';
import { asideName, entriesIn } from './jsonFile.ts';

/** What was kept on disk: settings in one file, what is to be told and was told in another. */
export type Saved = {
  settings: Settings;
  savedWatches: ReadonlyMap<string, SavedWatch>;
  /** What of it could not be used as it was; null for what could. */
  problems: { settings: 'damaged' | 'newer' | null; ledger: 'damaged' | null };
};

/** Reads what both files held. Whatever that was, watching goes on with what can be used of it. */
export function parseSaved(settingsFile: unknown, ledgerFile: unknown): Saved {
  const { settings, problem } = parseSettings(settingsFile);
  const entries = new Map(entriesIn(ledgerFile, 'portals'));
  const ids = settings.portals.map(({ id }) => id);
  // Of portals that are not watched any more nothing is to be told.
  const savedWatches = new Map(
    ids.flatMap((id): Array<[string, SavedWatch]> => {
      const saved = parseSavedWatch(entries.get(id));
      return saved === null ? [] : [[id, saved]];
    }),
  );
  const lost = ledgerFile === null || ids.some((id) => entries.has(id) && !savedWatches.has(id));
  return {
    settings,
    savedWatches,
    problems: { settings: problem, ledger: lost ? 'damaged' : null },
  };
}

/** Which of both files are to be kept under another name. */
export function setAsideOf({ problems }: Saved, now: number): SetAside[] {
  const { settings, ledger } = problems;
  const asides: SetAside[] = [];
  if (settings !== null) asides.push({ of: 'settings', why: settings, file: asideName('settings', now) });
  if (ledger !== null) asides.push({ of: 'ledger', why: ledger, file: asideName('ledger', now) });
  return asides;
}
