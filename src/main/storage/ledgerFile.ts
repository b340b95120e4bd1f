import type { SavedWatch } from '../../core/watch/savedWatch.ts';
import type { Write } from './store.ts';

/** What is remembered of all portals, in one file. */
export type LedgerFile = {
  /** Whether it could be saved; what could not goes along the next time. */
  save: (portal: string, saved: SavedWatch) => boolean;
  forget: (portal: string) => boolean;
};

export function openLedgerFile(kept: ReadonlyMap<string, SavedWatch>, write: Write): LedgerFile {
  const savedWatches = new Map(kept);
  const saveAll = (): boolean => write({ portals: Object.fromEntries(savedWatches) });
  return {
    save: (portal, saved) => {
      savedWatches.set(portal, saved);
      return saveAll();
    },
    forget: (portal) => !savedWatches.delete(portal) || saveAll(),
  };
}
