import { randomUUID } from 'node:crypto';
import type { Snapshot } from '../../contract/snapshot.ts';
import { type State, usesNetwork } from '../../core/state.ts';
import type { Chance } from '../../core/base/random.ts';
import type { Action } from '../../present/action.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import type { Clock } from '../clock.ts';
import type { ArchiveSaver } from '../archive/archiveSaver.ts';
import type { Autostart } from '../desktop/autostart.ts';
import type { Desktop } from '../desktop/desktop.ts';
import type { Shell } from '../desktop/shell.ts';
import { type Interfaces, watchAddresses } from '../desktop/systemEvents.ts';
import type { Tray } from '../desktop/tray.ts';
import { createEffectRunner } from '../engine/effects.ts';
import { createEngine, type Engine } from '../engine/engine.ts';
import { createFollowers } from '../engine/followers.ts';
import type { Presenter } from '../engine/presenter.ts';
import type { Lazy } from '../lazy.ts';
import type { CertificateReader } from '../network/certificateReader.ts';
import type { Transport } from '../network/transport.ts';
import type { Storage } from '../storage/openStorage.ts';
import type { CommandHandlers } from '../window/ipc.ts';
import type { WindowControl } from '../window/window.ts';
import { followDesktop } from './followDesktop.ts';
import { createWindowCommands } from './windowCommands.ts';

/** What Keepwatch is made of: each part wraps one thing of the world. What is lazy is loaded when it is first wanted. */
export type Parts = {
  words: Words;
  initial: State;
  clock: Clock;
  chance: Chance;
  storage: Storage;
  transport: Lazy<Transport>;
  archiveSaver: Lazy<ArchiveSaver>;
  certificateReader: Lazy<CertificateReader>;
  isOnline: () => boolean;
  interfaces: Interfaces;
  desktop: Lazy<Desktop>;
  shell: Shell;
  autostart: Autostart;
  tray: Pick<Tray, 'remake'>;
  presenter: Presenter;
  window: Pick<WindowControl, 'open' | 'toggle' | 'hold' | 'close'>;
  /** Lets the user save what is known, for somebody who is to help. */
  saveDiagnostics: () => void;
  /** Asks for a folder; null where none was chosen. */
  askFolder: (suggested: string | null) => Promise<string | null>;
  exportPortals: () => void;
  importPortals: () => void;
  /** Makes the window's content known to screen readers, or no more. */
  readAloud: (inUse: boolean) => void;
  quit: () => void;
  /** Something threw that should not. */
  failed: (error: unknown) => void;
};

/** All parts together. */
export type Keepwatch = Pick<Engine, 'dispatch' | 'state'> & {
  /** What the window's commands do. */
  commands: CommandHandlers;
  /** The first snapshot of a window. */
  hello: () => Snapshot;
  showWindow: () => void;
  /** What a click on the icon does. */
  toggleWindow: () => void;
  /** Does what a line of the menu, a notification or one of its buttons says. */
  act: (action: Action) => void;
  /** Hears the state after each turn, until it is called off. */
  follow: (hear: (state: State, now: number) => void) => () => void;
  /** Begins to watch; done when the desktop is known. */
  begin: () => Promise<void>;
  stop: () => void;
};

/** Puts the parts together. */
export function compose(parts: Parts): Keepwatch {
  const { words, initial, clock, storage, transport, certificateReader, desktop, shell, tray } = parts;
  const { archiveSaver, presenter, window, failed } = parts;
  const { saveSettings, watches, runs, sealer, vault, proxyCredentials } = storage;

  const runEffect = createEffectRunner({
    words,
    now: clock.wall,
    transport,
    readCertificate: async (origin) => (await certificateReader.get())(origin),
    notifications: async () => (await desktop.get()).notifications,
    archiveSaver,
    deleteArchive: storage.deleteArchive,
    askFolder: parts.askFolder,
    vault,
    shell,
    unlockKeyring: async () => (await desktop.get()).unlockKeyring(),
    forgetWatch: watches.forget,
    runs,
    newPortalId: randomUUID,
    failed,
  });
  const followers = createFollowers();
  const engine = createEngine(
    initial,
    {
      saveSettings,
      saveWatch: watches.save,
      runEffect,
      observers: [presenter.present, (state) => addresses.follow(usesNetwork(state)), followers.tell],
      isOnline: parts.isOnline,
    },
    clock,
    parts.chance,
  );
  const { dispatch, state } = engine;
  const addresses = watchAddresses(parts.interfaces, clock, dispatch);
  const showWindow = (): void => window.open('ordinary');

  return {
    dispatch,
    state,
    follow: followers.add,
    commands: createWindowCommands({ ...parts, engine, vault, proxyCredentials }),
    hello: () => presenter.firstSnapshot(state(), clock.wall()),
    showWindow,
    toggleWindow: window.toggle,
    act: (action) => {
      if (action.type === 'openWindow') showWindow();
      else if (action.type === 'quit') parts.quit();
      else dispatch(action);
    },
    begin: async () => {
      if (initial.watches.length === 0) showWindow();
      dispatch({ type: 'application', facts: { signedInTo: proxyCredentials.known() } });
      try {
        const opened = await desktop.get();
        await followDesktop(opened, {
          engine,
          sealer,
          vault,
          proxyCredentials,
          tray,
          clock,
          showWindow,
          readAloud: parts.readAloud,
        });
      } catch (error) {
        failed(error);
      }
    },
    stop: () => {
      engine.stop();
      addresses.follow(false);
      archiveSaver.made()?.close();
      transport.made()?.drop();
      desktop.made()?.close();
    },
  };
}
