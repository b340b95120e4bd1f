import type { Memory } from '../../core/watch/savedWatch.ts';
import type { Write } from './store.ts';

/** What is remembered of all portals, in one file. */
export type LedgerFile = {
  /** Whether it could be saved; what could not goes along the next time. */
  save: (portal: string, memory: Memory) => boolean;
  forget: (portal: string) => boolean;
};

export function openLedgerFile(kept: ReadonlyMap<string, Memory>, write: Write): LedgerFile {
  const memories = new Map(kept);
  const saveAll = (): boolean => write({ portals: Object.fromEntries(memories) });
  return {
    save: (portal, memory) => {
      memories.set(portal, memory);
      return saveAll();
    },
    forget: (portal) => !memories.delete(portal) || saveAll(),
  };
}
