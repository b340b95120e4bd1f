import type { State } from '../../core/state.ts';
import type { Saved } from './saved.ts';
import { asideName, readJsonFile } from './jsonFile.ts';
import { type LedgerFile, openLedgerFile } from './ledgerFile.ts';
import { createProxyCredentials, type ProxyCredentials } from './proxyCredentials.ts';
import { openStore, type Write } from './store.ts';
import { createVault, type Sealer, type Vault } from './vault.ts';

/** What is kept on disk, open for writing. */
export type Storage = {
  saveSettings: Write;
  ledger: LedgerFile;
  vault: Vault;
  proxyCredentials: ProxyCredentials;
};

/** Opens the files that were read at the start. One that was not as it should be is set aside when it is written. */
export function openStorage(
  folder: string,
  saved: Saved,
  { application, watches }: State,
  sealer: Sealer,
  now: number,
): Storage {
  const open = (name: 'settings' | 'ledger'): Write =>
    openStore(folder, name, application.setAside.find(({ of }) => of === name)?.file ?? null);
  const openSealed = (name: 'keys' | 'proxies', content: unknown): Write =>
    openStore(folder, name, content === null ? asideName(name, now) : null);
  const keys = readJsonFile(folder, 'keys');
  const vault = createVault(sealer, keys, openSealed('keys', keys));
  // Not after a damaged settings file: its portals may come back, and want their keys.
  if (saved.problems.settings === null) vault.forgetOthers(watches.map(({ portal }) => portal.id));
  const proxies = readJsonFile(folder, 'proxies');
  return {
    saveSettings: open('settings'),
    ledger: openLedgerFile(saved.savedWatches, open('ledger')),
    vault,
    proxyCredentials: createProxyCredentials(sealer, proxies, openSealed('proxies', proxies)),
  };
}
