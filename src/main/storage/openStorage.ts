import type { State } from '../../core/state.ts';
import type { SavedWatch } from '../../core/watch/savedWatch.ts';
import { type DeleteArchive, deleteArchive } from './deleteArchive.ts';
import { asideName, openJsonFile, readJsonFile, type Write } from './jsonFile.ts';
import { createProxyCredentials, type ProxyCredentials } from './proxyCredentials.ts';
import { createRunFiles, type RunFiles } from './runFiles.ts';
import type { Saved } from './saved.ts';
import type { Sealer } from './sealer.ts';
import { createVault, type Vault } from './vault.ts';

/** What is kept on disk, open for writing. */
export type Storage = {
  saveSettings: Write;
  watches: WatchesFile;
  runs: RunFiles;
  deleteArchive: DeleteArchive;
  sealer: Pick<Sealer, 'answers'>;
  vault: Vault;
  proxyCredentials: ProxyCredentials;
};

/** What is remembered of all portals, in one file. */
type WatchesFile = {
  /** Whether it could be saved; what could not goes along the next time. */
  save: (portal: string, saved: SavedWatch) => boolean;
  forget: (portal: string) => boolean;
};

/** Opens the files that were read at the start. One that was not as it should be is set aside when it is written. */
export async function openStorage(
  folder: string,
  saved: Saved,
  { application, watches }: State,
  sealer: Sealer,
  now: number,
): Promise<Storage> {
  const open = async (name: 'settings' | 'portals'): Promise<Write> =>
    openJsonFile(folder, name, application.setAside.find(({ of }) => of === name)?.file ?? null);
  const openSealed = async (name: 'keys' | 'proxies', content: unknown): Promise<Write> =>
    openJsonFile(folder, name, content === null ? asideName(name, now) : null);
  const keys = readJsonFile(folder, 'keys');
  const vault = createVault(sealer, keys, await openSealed('keys', keys));
  // Not after a damaged settings file: its portals may come back, and want their keys.
  if (saved.problems.settings === null) vault.forgetOthers(watches.map(({ portal }) => portal.id));
  const proxies = readJsonFile(folder, 'proxies');
  return {
    saveSettings: await open('settings'),
    watches: createWatchesFile(saved.savedWatches, await open('portals')),
    runs: createRunFiles(folder, now),
    deleteArchive,
    sealer,
    vault,
    proxyCredentials: createProxyCredentials(sealer, proxies, await openSealed('proxies', proxies)),
  };
}

/** All watches in one file: it is written whole with each that changes. `kept`: what it held at the start. */
export function createWatchesFile(kept: ReadonlyMap<string, SavedWatch>, write: Write): WatchesFile {
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
