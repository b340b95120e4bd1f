import { type Memory, readMemory } from '../core/memory.ts';
import { readSettings, type Settings } from '../core/settings.ts';
import type { JsonFile } from './store.ts';

/** What Keepwatch keeps on disk: settings in one file, what is to be told and was told in another. */
export type Archive = {
  settings: Settings;
  memories: ReadonlyMap<string, Memory>;
  /** The settings file was not as it should be, and was set aside. */
  setAside: { why: 'damaged' | 'newer'; file: string } | null;
  saveSettings: (settings: Settings) => boolean;
  saveMemory: (portal: string, memory: Memory) => boolean;
  forgetMemory: (portal: string) => boolean;
};

/** Reads both files. Whatever they hold, watching goes on, and nothing of a file that cannot be used is lost. */
export function openArchive(settingsFile: JsonFile, ledgerFile: JsonFile): Archive {
  const read = settingsFile.read();
  const { settings, problem } = readSettings(read.content);
  const moved = read.setAside ?? (problem === null ? null : settingsFile.setAside());
  const memories = readMemories(ledgerFile.read().content, settings);

  const saveAll = (): boolean => ledgerFile.write({ portals: Object.fromEntries(memories) });
  return {
    settings,
    memories,
    setAside: moved === null ? null : { why: problem === 'newer' ? 'newer' : 'damaged', file: moved },
    saveSettings: (next) => settingsFile.write(next),
    saveMemory: (portal, memory) => {
      memories.set(portal, memory);
      return saveAll();
    },
    forgetMemory: (portal) => !memories.delete(portal) || saveAll(),
  };
}

/** Memories of portals that are still watched; of the others nothing is to be told any more. */
function readMemories(content: unknown, { portals }: Settings): Map<string, Memory> {
  const kept = typeof content === 'object' && content !== null && 'portals' in content ? content.portals : {};
  const entries = new Map(Object.entries(typeof kept === 'object' && kept !== null ? kept : {}));
  return new Map(
    portals.flatMap(({ id }): Array<[string, Memory]> => {
      const memory = readMemory(entries.get(id));
      return memory === null ? [] : [[id, memory]];
    }),
  );
}
