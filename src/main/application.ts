import path from 'node:path';
import { app, clipboard, ipcMain, Menu, nativeTheme, net } from 'electron';
import { powerMonitor, safeStorage, session, shell, Tray as ElectronTray } from 'electron';
import { begin } from '../core/state.ts';
import { createWords } from '../present/words.ts';
import { en } from '../present/words/en.ts';
import { createActions } from './actions.ts';
import { openArchive } from './archive.ts';
import { systemClock } from './clock.ts';
import { connectDesktop } from './connectDesktop.ts';
import { createEngine } from './engine.ts';
import { files, loadFrame } from './files.ts';
import { createHandlers } from './handlers.ts';
import { denyPermissions } from './harden.ts';
import { listenToWindow, sendSnapshot } from './ipc.ts';
import { lazy } from './lazy.ts';
import { openLog } from './log.ts';
import { createLogin } from './login.ts';
import { openDesktop } from './openDesktop.ts';
import { createOpener } from './opener.ts';
import { createPerformer } from './performer.ts';
import { placeOf } from './place.ts';
import { followPower } from './power.ts';
import { createPresenter } from './presenter.ts';
import { serveRenderer } from './protocol.ts';
import { createSealer } from './sealer.ts';
import { openJsonFile } from './store.ts';
import { createTray } from './tray.ts';
import { createVault } from './vault.ts';
import { createWindowKeeper } from './window.ts';

/** Puts the parts together and starts watching. Returns what opens the window, for a second launch. */
export function startApplication(): () => void {
  // What is kept, and how it is said
  const clock = systemClock;
  const folder = app.getPath('userData');
  const openFile = (name: string) => openJsonFile(folder, name, () => new Date());
  const archive = openArchive(openFile('settings'), openFile('ledger'));
  const vault = createVault(createSealer(safeStorage, process.platform), openFile('keys'));
  const log = openLog(path.join(folder, 'logs'), vault.secrets);
  const login = createLogin(app, process.platform, process.env);
  const words = createWords(en, { language: 'en', direction: 'ltr', ...placeOf(app) });

  // What reaches out of the application, loaded when it is first wanted
  const opener = createOpener(shell, clipboard);
  const transport = lazy(async () => {
    const { createTransport } = await import('./transport.ts');
    return createTransport(`Keepwatch/${app.getVersion()}`);
  });
  const desktop = lazy(async () =>
    openDesktop(process.platform, files.icon, (action, activationToken) => {
      opener.grant(activationToken);
      act(action);
    }),
  );
  const performer = createPerformer({
    words,
    now: clock.wall,
    transport,
    notices: async () => (await desktop.get()).notices,
    vault,
    opener,
    forgetMemory: archive.forgetMemory,
  });

  // The state and its time
  const application = {
    version: app.getVersion(),
    keptUntilQuit: false,
    unsaved: false,
    setAside: archive.setAside,
    trayless: false,
    startAtLogin: login.isOn(),
    canStartAtLogin: true,
  };
  const initial = begin(archive.settings, archive.memories, application, clock.wall(), Math.random);
  const engine = createEngine(
    initial,
    {
      saveSettings: archive.saveSettings,
      saveMemory: archive.saveMemory,
      perform: (effect, state) => performer.perform(effect, state, engine.dispatch),
      present: (state, now) => presenter.present(state, now),
      isOnline: () => net.isOnline(),
    },
    clock,
    Math.random,
  );

  // What is seen of it
  const window = createWindowKeeper(
    { files, canPlace: canPlaceWindows(), now: clock.steady },
    engine.dispatch,
  );
  const showWindow = (): void => window.open('ordinary');
  const act = createActions(engine.dispatch, showWindow, () => app.quit());
  const presenter = createPresenter(words, {
    tray: (view) => tray.show(view),
    theme: (theme) => (nativeTheme.themeSource = theme),
    window: window.contents,
    send: sendSnapshot,
  });
  const tray = createTray(
    {
      create: (image) => new ElectronTray(image),
      load: loadFrame,
      buildMenu: (template) => Menu.buildFromTemplate(template),
      clicked: window.toggle,
      act,
    },
    presenter.trayView(initial, clock.wall()),
  );

  Menu.setApplicationMenu(null);
  denyPermissions(session.defaultSession);
  serveRenderer(session.defaultSession, files.renderer);
  listenToWindow(ipcMain, {
    window: window.contents,
    handlers: createHandlers(engine, performer, presenter, window, login),
    hello: () => presenter.firstSnapshot(engine.state(), clock.wall()),
    refused: (channel, why) => log.error(`window: ${channel} refused, wrong ${why}`),
  });
  followPower(powerMonitor, engine.dispatch);

  if (initial.watches.length === 0) showWindow();
  engine.dispatch({ type: 'time' });
  void desktop
    .get()
    .then(async (opened) => connectDesktop(opened, { engine, vault, tray, clock, showWindow }));

  app.on('will-quit', () => {
    engine.stop();
    transport.made()?.drop();
    desktop.made()?.close();
    tray.destroy();
  });
  log.info(`started ${app.getVersion()} on Electron ${process.versions.electron}, ${process.platform}`);
  return showWindow;
}

/** On Wayland positions are the compositor's to choose. https://github.com/electron/electron/issues/48749 */
function canPlaceWindows(): boolean {
  return process.platform !== 'linux' || process.env['XDG_SESSION_TYPE'] !== 'wayland';
}
