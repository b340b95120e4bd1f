import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { app, clipboard, ipcMain, nativeTheme, net } from 'electron';
import { powerMonitor, safeStorage, session, shell } from 'electron';
import { type State, usesNetwork } from '../core/state.ts';
import { diagnosticsText } from '../present/diagnostics.ts';
import { failedPage } from '../present/failedPage.ts';
import type { MenuAction } from '../present/menu.ts';
import type { Words } from '../present/words.ts';
import { createActions } from './actions.ts';
import type { Archive } from './archive.ts';
import { createAsk } from './asking.ts';
import type { Clock } from './clock.ts';
import { connectDesktop } from './connectDesktop.ts';
import { describeError, noteCrashes } from './crashes.ts';
import { createEngine } from './engine.ts';
import { files } from './files.ts';
import { createHandlers } from './handlers.ts';
import { createDiagnostics } from './diagnostics.ts';
import { askPlace, tellNotSaved } from './dialogs.ts';
import { denyPermissions, fetchNothing } from './harden.ts';
import { listenToWindow, sendSnapshot } from './ipc.ts';
import { openKeeping } from './keeping.ts';
import { lazy } from './lazy.ts';
import { usualLimits } from './limits.ts';
import { openLog } from './log.ts';
import { describeMachine } from './machine.ts';
import type { Login } from './login.ts';
import { watchAddresses } from './network.ts';
import { openDesktop } from './openDesktop.ts';
import { createOpener } from './opener.ts';
import { createPerformer } from './performer.ts';
import { followPower } from './power.ts';
import { createPresenter } from './presenter.ts';
import { serveRenderer } from './protocol.ts';
import { createSealer } from './sealer.ts';
import { quitOnSignals } from './signals.ts';
import { createSystemWays } from './systemWays.ts';
import type { Tray } from './tray.ts';
import { createWindowKeeper } from './window.ts';

/** What is there already: the icon, and what it shows. */
export type Beginning = {
  clock: Clock;
  folder: string;
  words: Words;
  archive: Archive;
  initial: State;
  login: Login;
  tray: Tray;
};

/** What clicks need of it. */
export type Watching = {
  showWindow: () => void;
  toggleWindow: () => void;
  act: (action: MenuAction) => void;
};

/** Puts the parts together, and begins to watch. */
export function startWatching(beginning: Beginning): Watching {
  const { clock, folder, words, archive, initial, login, tray } = beginning;

  // What is kept
  const sealer = createSealer(safeStorage, process.platform);
  const { saveSettings, ledger, vault, signIns } = openKeeping(
    folder,
    archive,
    initial,
    sealer,
    clock.wall(),
  );
  const secrets = (): string[] => [...vault.secrets(), ...signIns.secrets()];
  const log = openLog(path.join(folder, 'logs'), secrets);
  const failed = (error: unknown): void => log.error(describeError(error));
  noteCrashes(process, app, log);

  // What reaches out of the application, loaded when it is first wanted
  const opener = createOpener(shell, clipboard, process.env);
  const ways = createSystemWays(session.defaultSession, signIns);
  const security = lazy(async () => (await import('./security.ts')).createSecurity());
  const transport = lazy(async () => {
    const { createTransport } = await import('./transport.ts');
    return createTransport(`Keepwatch/${app.getVersion()}`, usualLimits, ways, await security.get());
  });
  const desktop = lazy(async () =>
    openDesktop(
      process.platform,
      files.icon,
      (action, activationToken) => opener.clicked(activationToken, () => act(action)),
      clock,
    ),
  );
  const meet = lazy(async () => {
    const { createMeet } = await import('./meeting.ts');
    return createMeet(ways, await security.get());
  });
  const performer = createPerformer({
    words,
    now: clock.wall,
    ask: createAsk(transport, clock.wall, failed),
    readCertificate: async (origin) => (await meet.get())(origin),
    dropConnections: (pool) => transport.made()?.drop(pool),
    notices: async () => (await desktop.get()).notices,
    vault,
    opener,
    forgetMemory: ledger.forget,
    failed,
  });

  // The state and its time
  const engine = createEngine(
    initial,
    {
      saveSettings,
      saveMemory: ledger.save,
      perform: (effect, state) => performer.perform(effect, state, engine.dispatch),
      present: (state, now) => {
        presenter.present(state, now);
        addresses.follow(usesNetwork(state));
      },
      isOnline: () => net.isOnline(),
    },
    clock,
    Math.random,
  );

  // What is seen of it
  const window = createWindowKeeper(
    {
      files,
      clock,
      failed: (reason) => log.error(`window gone: ${reason}`),
    },
    engine.dispatch,
  );
  const showWindow = (): void => window.open('ordinary');
  const act = createActions(engine.dispatch, showWindow, () => app.quit());
  const presenter = createPresenter(words, {
    tray: tray.show,
    theme: (theme) => (nativeTheme.themeSource = theme),
    window: window.contents,
    send: sendSnapshot,
  });
  const saveDiagnostics = createDiagnostics({
    askPlace,
    text: () => {
      const facts = { machine: describeMachine(process), log: log.read(), secrets: secrets() };
      return diagnosticsText(engine.state(), facts, words, clock.wall());
    },
    refused: () => tellNotSaved(words),
    now: clock.wall,
  });
  denyPermissions(session.defaultSession);
  fetchNothing(session.defaultSession);
  serveRenderer(session.defaultSession, files.renderer, failedPage(words));
  listenToWindow(ipcMain, {
    window: window.contents,
    handlers: createHandlers(engine, performer, presenter, window, login, signIns, () => {
      saveDiagnostics().catch(failed);
    }),
    hello: () => presenter.firstSnapshot(engine.state(), clock.wall()),
    refused: (channel, why) => log.error(`window: ${channel} refused, wrong ${why}`),
  });
  const addresses = watchAddresses(networkInterfaces, clock, engine.dispatch);
  followPower(powerMonitor, engine.dispatch);

  // And off it goes
  if (initial.watches.length === 0) showWindow();
  engine.dispatch({ type: 'application', facts: { signedInTo: signIns.known() } });
  desktop
    .get()
    .then(async (opened) => connectDesktop(opened, { engine, vault, signIns, tray, clock, showWindow }))
    .catch(failed);

  quitOnSignals(process, () => app.quit());
  app.on('will-quit', () => {
    engine.stop();
    addresses.follow(false);
    transport.made()?.drop();
    desktop.made()?.close();
    tray.destroy();
  });
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}`);
  return { showWindow, toggleWindow: window.toggle, act };
}
