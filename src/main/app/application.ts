import { randomUUID } from 'node:crypto';
import { networkInterfaces } from 'node:os';
import path from 'node:path';
import { app, clipboard, ipcMain, nativeTheme, net } from 'electron';
import { powerMonitor, safeStorage, session, shell as electronShell } from 'electron';
import type { State } from '../../core/state.ts';
import { diagnosticsText } from '../../present/diagnostics.ts';
import { failedPage } from '../../present/failedPage.ts';
import type { Words } from '../../present/i18n/i18n.ts';
import type { Clock } from '../clock.ts';
import { placeOf } from '../commandLine/place.ts';
import type { Autostart } from '../desktop/autostart.ts';
import { openPermitted } from '../desktop/linux/permittedOpening.ts';
import { askPointer } from '../desktop/linux/pointer.ts';
import { openDesktop } from '../desktop/openDesktop.ts';
import { createShell } from '../desktop/shell.ts';
import { followPower } from '../desktop/systemEvents.ts';
import type { Tray } from '../desktop/tray.ts';
import { describeError, noteCrashes } from '../diagnostics/crashes.ts';
import { askFile, askFolder, askPlace, tellNotSaved } from '../diagnostics/dialogs.ts';
import { openLog } from '../diagnostics/log.ts';
import { createDiagnostics, describeMachine } from '../diagnostics/report.ts';
import { createPresenter } from '../engine/presenter.ts';
import { lazy } from '../lazy.ts';
import { createSystemProxy } from '../network/systemProxy.ts';
import { usualTimeouts } from '../network/timeouts.ts';
import { openStorage } from '../storage/openStorage.ts';
import type { Saved } from '../storage/saved.ts';
import { createSealer } from '../storage/sealer.ts';
import { denyPermissions, fetchNothing } from '../window/hardening.ts';
import { listenToWindow, sendHistory, sendSnapshot } from '../window/ipc.ts';
import { serveRenderer } from '../window/protocol.ts';
import { createWindowControl } from '../window/window.ts';
import { compose, type Keepwatch } from './compose.ts';
import { quitOnSignals } from './lifecycle.ts';
import { files } from './paths.ts';
import { createPortalList } from './portalList.ts';

/** What is there already: the icon, and what it shows. */
export type Started = {
  clock: Clock;
  folder: string;
  words: Words;
  saved: Saved;
  initial: State;
  autostart: Autostart;
  tray: Tray;
};

/** Hands Electron's parts to the composition, and begins to watch. Loaded once the icon is shown. */
export async function openApplication(started: Started): Promise<Keepwatch> {
  const { clock, folder, words, saved, initial, autostart, tray } = started;
  const { defaultSession } = session;
  // At once: Chromium fetches for a session as soon as there is one.
  fetchNothing(defaultSession);
  denyPermissions(defaultSession);

  // What is kept
  const sealer = createSealer(safeStorage, process.platform);
  const storage = await openStorage(folder, saved, initial, sealer, clock.wall());
  const secrets = (): string[] => [...storage.vault.secrets(), ...storage.proxyCredentials.secrets()];
  const log = openLog(path.join(folder, 'logs'), secrets);
  const failed = (error: unknown): void => log.error(describeError(error));
  noteCrashes(process, app, log);

  // What reaches out of the application
  const proxyResolver = createSystemProxy(defaultSession, storage.proxyCredentials);
  const tlsOptions = lazy(async () => (await import('../network/tls.ts')).createTlsOptions());
  const transport = lazy(async () => {
    const { createTransport } = await import('../network/transport.ts');
    const userAgent = `Keepwatch/${app.getVersion()}`;
    return createTransport(userAgent, usualTimeouts, proxyResolver, await tlsOptions.get());
  });
  const certificateReader = lazy(async () => {
    const { createCertificateReader } = await import('../network/certificateReader.ts');
    return createCertificateReader(proxyResolver, await tlsOptions.get(), usualTimeouts);
  });
  const archiveSaver = lazy(async () => {
    const { createArchiveSaver } = await import('../archive/archiveSaver.ts');
    return createArchiveSaver({
      workerFile: files.archiveWorker,
      userAgent: `Keepwatch/${app.getVersion()}`,
      proxyResolver,
      failed,
    });
  });
  const shell = createShell(
    {
      openExternal: async (url) => electronShell.openExternal(url),
      openPermitted: (target, activationToken) => openPermitted(target, activationToken, process.env),
      openPath: async (folder) => electronShell.openPath(folder),
      showItemInFolder: process.platform === 'linux' ? null : (file) => electronShell.showItemInFolder(file),
    },
    clipboard,
  );
  const desktop = lazy(async () =>
    openDesktop(
      process.platform,
      files.icon,
      (action, activationToken) => shell.clicked(activationToken, () => keepwatch.act(action)),
      clock,
    ),
  );

  // What is seen of it
  const window = createWindowControl(
    {
      files,
      clock,
      pointer: async () => (process.platform === 'linux' ? askPointer(process.env) : null),
      failed: (reason) => log.error(`window gone: ${reason}`),
    },
    (event) => keepwatch.dispatch(event),
  );
  const presenter = createPresenter(words, {
    tray: tray.show,
    theme: (theme) => (nativeTheme.themeSource = theme),
    window: () => {
      const contents = window.contents();
      return contents === null ? null : (snapshot) => sendSnapshot(contents, snapshot);
    },
    history: (view) => {
      const contents = window.contents();
      if (contents !== null) sendHistory(contents, view);
    },
  });
  const saveDiagnostics = createDiagnostics({
    askPlace,
    text: () => {
      const facts = { machine: describeMachine(process), log: log.read(), secrets: secrets() };
      return diagnosticsText(keepwatch.state(), facts, words, clock.wall());
    },
    refused: () => tellNotSaved(words),
    now: clock.wall,
  });

  const portalList = createPortalList({
    engine: { state: () => keepwatch.state(), dispatch: (event) => keepwatch.dispatch(event) },
    askPlace,
    askFile,
    newPortalId: randomUUID,
  });

  const keepwatch: Keepwatch = compose({
    words,
    initial,
    clock,
    chance: Math.random,
    storage,
    transport,
    archiveSaver,
    askFolder,
    certificateReader,
    isOnline: () => net.isOnline(),
    interfaces: networkInterfaces,
    desktop,
    shell,
    autostart,
    tray,
    presenter,
    window,
    saveDiagnostics: () => void saveDiagnostics().catch(failed),
    exportPortals: () => void portalList.exportPortals().catch(failed),
    importPortals: () => void portalList.importPortals().catch(failed),
    readAloud: (inUse) => app.setAccessibilitySupportEnabled(inUse),
    quit: () => app.quit(),
    failed,
  });

  // What it listens to
  serveRenderer(defaultSession, files.renderer, failedPage(words));
  listenToWindow(ipcMain, {
    window: window.contents,
    handlers: keepwatch.commands,
    hello: keepwatch.hello,
    refused: (channel, why) => log.error(`window: ${channel} refused, wrong ${why}`),
  });
  followPower(powerMonitor, keepwatch.dispatch);
  quitOnSignals(process, () => app.quit());
  const commandLine = lazy(async () => {
    const { serveCommandLine } = await import('../commandLine/serve.ts');
    const place = placeOf(process.platform, process.env, folder);
    return serveCommandLine(keepwatch, words, clock, place, failed);
  });
  app.on('will-quit', () => {
    commandLine.made()?.close();
    keepwatch.stop();
    tray.destroy();
  });

  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}`);
  void keepwatch.begin().then(commandLine.get).catch(failed);
  return keepwatch;
}
