import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { app, clipboard, ipcMain, nativeTheme, net } from 'electron';
import { powerMonitor, safeStorage, session, shell } from 'electron';
import { type State, usesNetwork } from '../../core/state.ts';
import { diagnosticsText } from '../../present/diagnostics.ts';
import { failedPage } from '../../present/failedPage.ts';
import type { MenuAction } from '../../present/menu.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import { createActions } from './actions.ts';
import type { Saved } from '../storage/saved.ts';
import { createPortalClient } from '../network/portalClient.ts';
import type { Clock } from '../clock.ts';
import { followDesktop } from './followDesktop.ts';
import { describeError, noteCrashes } from '../diagnostics/crashes.ts';
import { createEngine } from '../engine/engine.ts';
import { files } from './paths.ts';
import { createWindowCommands } from './windowCommands.ts';
import { createDiagnostics, describeMachine } from '../diagnostics/report.ts';
import { askPlace, tellNotSaved } from '../diagnostics/dialogs.ts';
import { denyPermissions, fetchNothing } from '../window/hardening.ts';
import { listenToWindow, sendSnapshot } from '../window/ipc.ts';
import { openStorage } from '../storage/openStorage.ts';
import { lazy } from '../lazy.ts';
import { usualTimeouts } from '../network/timeouts.ts';
import { openLog } from '../diagnostics/log.ts';
import type { Autostart } from '../desktop/autostart.ts';
import { openDesktop } from '../desktop/openDesktop.ts';
import { createShell } from '../desktop/shell.ts';
import { createEffectRunner } from '../engine/effects.ts';
import { followPower, watchAddresses } from '../desktop/systemEvents.ts';
import { createPresenter } from '../engine/presenter.ts';
import { serveRenderer } from '../window/protocol.ts';
import { createSealer } from '../storage/sealing.ts';
import { quitOnSignals } from './lifecycle.ts';
import { createSystemProxy } from '../network/systemProxy.ts';
import type { Tray } from '../desktop/tray.ts';
import { createWindowControl } from '../window/window.ts';

/** What is there already: the icon, and what it shows. */
export type ComposeParts = {
  clock: Clock;
  folder: string;
  words: Words;
  archive: Saved;
  initial: State;
  autostart: Autostart;
  tray: Tray;
};

/** What clicks need of it. */
export type Running = {
  showWindow: () => void;
  toggleWindow: () => void;
  act: (action: MenuAction) => void;
};

/** Puts the parts together, and begins to watch. */
export async function compose(beginning: ComposeParts): Promise<Running> {
  const { clock, folder, words, archive, initial, autostart, tray } = beginning;

  // What is kept
  const sealer = createSealer(safeStorage, process.platform);
  const { saveSettings, watches, vault, proxyCredentials } = await openStorage(
    folder,
    archive,
    initial,
    sealer,
    clock.wall(),
  );
  const secrets = (): string[] => [...vault.secrets(), ...proxyCredentials.secrets()];
  const log = openLog(path.join(folder, 'logs'), secrets);
  const failed = (error: unknown): void => log.error(describeError(error));
  noteCrashes(process, app, log);

  // What reaches out of the application, loaded when it is first wanted
  const appShell = createShell(shell, clipboard, process.env);
  const proxyResolver = createSystemProxy(session.defaultSession, proxyCredentials);
  const tlsOptions = lazy(async () => (await import('../network/tls.ts')).createTlsOptions());
  const transport = lazy(async () => {
    const { createTransport } = await import('../network/transport.ts');
    return createTransport(
      `Keepwatch/${app.getVersion()}`,
      usualTimeouts,
      proxyResolver,
      await tlsOptions.get(),
    );
  });
  const desktop = lazy(async () =>
    openDesktop(
      process.platform,
      files.icon,
      (action, activationToken) => appShell.clicked(activationToken, () => act(action)),
      clock,
    ),
  );
  const certificateReader = lazy(async () => {
    const { createCertificateReader } = await import('../network/certificateReader.ts');
    return createCertificateReader(proxyResolver, await tlsOptions.get());
  });
  const effectRunner = createEffectRunner({
    words,
    now: clock.wall,
    ask: createPortalClient(transport, clock.wall, failed),
    readCertificate: async (origin) => (await certificateReader.get())(origin),
    dropConnections: (pool) => transport.made()?.drop(pool),
    notices: async () => (await desktop.get()).notices,
    vault,
    shell: appShell,
    forgetWatch: watches.forget,
    failed,
  });

  // The state and its time
  const engine = createEngine(
    initial,
    {
      saveSettings,
      saveWatch: watches.save,
      perform: (effect, state) => effectRunner.perform(effect, state, engine.dispatch),
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
  const window = createWindowControl(
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
    handlers: createWindowCommands(engine, vault, presenter, window, autostart, proxyCredentials, () => {
      saveDiagnostics().catch(failed);
    }),
    hello: () => presenter.firstSnapshot(engine.state(), clock.wall()),
    refused: (channel, why) => log.error(`window: ${channel} refused, wrong ${why}`),
  });
  const addresses = watchAddresses(networkInterfaces, clock, engine.dispatch);
  followPower(powerMonitor, engine.dispatch);

  // And off it goes
  if (initial.watches.length === 0) showWindow();
  engine.dispatch({ type: 'application', facts: { signedInTo: proxyCredentials.known() } });
  desktop
    .get()
    .then(async (opened) =>
      followDesktop(opened, { engine, vault, proxyCredentials, tray, clock, showWindow }),
    )
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
