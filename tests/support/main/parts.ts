import type { Parts } from '../../../src/main/app/compose.ts';
import type { Desktop, Notifications } from '../../../src/main/desktop/desktop.ts';
import { lazy } from '../../../src/main/lazy.ts';
import type { Storage } from '../../../src/main/storage/openStorage.ts';
import { createProxyCredentials } from '../../../src/main/storage/proxyCredentials.ts';
import { createVault } from '../../../src/main/storage/vault.ts';
import { sealerOf } from '../../main/storage/sealers.ts';
import { half } from '../given.ts';
import { words } from '../words.ts';

/** What each test composes of its own: the rest of Keepwatch's parts do nothing where no test says otherwise. */
type Own = Pick<Parts, 'initial' | 'clock' | 'storage' | 'transport' | 'desktop' | 'failed'> & Partial<Parts>;

/** All parts, those of a test among them. */
export function partsWith(own: Own): Parts {
  const nothing = (): void => undefined;
  return {
    words,
    chance: half,
    certificateReader: lazy(async () => {
      throw new Error('nobody shows a certificate here');
    }),
    archiveSaver: lazy(async () => {
      throw new Error('nobody saves an archive here');
    }),
    askFolder: async () => null,
    isOnline: () => true,
    interfaces: () => ({}),
    shell: { open: nothing, copy: nothing, showFile: nothing, clicked: (_token, act) => act() },
    autostart: { isOn: () => false, set: nothing },
    tray: { remake: nothing },
    presenter: {
      present: nothing,
      firstSnapshot: () => {
        throw new Error('nobody has a window here');
      },
      visibleAt: () => null,
    },
    window: { open: nothing, toggle: nothing, hold: nothing, close: nothing },
    saveDiagnostics: nothing,
    exportPortals: nothing,
    importPortals: nothing,
    readAloud: nothing,
    quit: nothing,
    ...own,
  };
}

/** A desktop on which all is there: an open keyring, a tray, and somebody who shows notifications. */
export function desktopWith(
  show: Notifications['show'],
  followKeyring: Desktop['followKeyring'] = async (tell) => tell('open'),
): Parts['desktop'] {
  return lazy(async () => ({
    notifications: { show, takeBack: async () => undefined, follow: async () => undefined },
    followKeyring,
    unlockKeyring: async () => undefined,
    followScreenReader: async () => undefined,
    followTrayHost: async (tell) => tell('there'),
    close: () => undefined,
  }));
}

/** A disk that takes everything, and of which nothing is read again. */
export function memoryStorage(): Storage {
  const write = (): boolean => true;
  const sealer = sealerOf();
  return {
    saveSettings: write,
    watches: { save: write, forget: write },
    runs: { read: () => [], record: () => undefined, forget: () => undefined },
    deleteArchive: async () => true,
    sealer,
    vault: createVault(sealer, {}, write),
    proxyCredentials: createProxyCredentials(sealer, {}, write),
  };
}
