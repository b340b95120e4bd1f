import { app, Menu, type NativeImage, Tray as ElectronTray } from 'electron';
import { type Application, initialState, type State } from '../../core/state.ts';
import { statusesOf } from '../../core/status/statusOf.ts';
import { createCurrentWords, type Words } from '../../present/i18n/i18n.ts';
import { english } from '../../present/i18n/language.ts';
import type { TrayIcon } from '../../present/trayIcon.ts';
import { trayViewOf } from '../../present/tray.ts';
import { systemClock as clock } from '../clock.ts';
import { createAutostart } from '../desktop/autostart.ts';
import { withMenuOnRightClick } from '../desktop/macTray.ts';
import { createTray, type Tray } from '../desktop/tray.ts';
import { loadTrayIcon } from '../desktop/trayIcons.ts';
import { readSaved, setAsideOf } from '../storage/saved.ts';
import type { Keepwatch } from './compose.ts';
import { createLocaleReader } from './locale.ts';
import { files } from './paths.ts';

/** The icon registers with the panel over a few messages; loading the rest at once would hold them up. Milliseconds. */
const settling = 30;

/**
 * Shows the icon with what is known, then loads what watches. `folder`: where its own files are. Gives what opens the
 * window, for a second launch.
 */
export async function start(folder: string): Promise<() => void> {
  const words = createCurrentWords(english, createLocaleReader(app, process.env, clock.wall));
  const autostart = createAutostart(app, process.platform, process.env, process.execPath);
  const saved = readSaved(folder);
  const facts: Application = {
    version: app.getVersion(),
    keptUntilQuit: false,
    unsaved: false,
    setAside: setAsideOf(saved, clock.wall()),
    // Nothing is said of it before the desktop has told.
    keyring: 'open',
    trayless: false,
    unsandboxed: app.commandLine.hasSwitch('no-sandbox') && process.getuid?.() !== 0,
    startAtLogin: autostart.isOn(),
    canStartAtLogin: true,
  };
  const initial = initialState(saved.settings, saved.savedWatches, facts, clock.wall(), Math.random);

  const tray = showIcon(initial, words, (click) => void running.then(click));
  const running = new Promise<void>((resolve) => void clock.after(settling, resolve))
    .then(async () => import('./application.ts'))
    .then(async ({ openApplication }) =>
      openApplication({ clock, folder, words, saved, initial, autostart, tray }),
    );
  return (await running).showWindow;
}

/** `pass`: hands a click on, once there is somebody to do what it asks for. */
function showIcon(initial: State, words: Words, pass: (click: (keepwatch: Keepwatch) => void) => void): Tray {
  const now = clock.wall();
  return createTray(
    {
      create: (image, clicked) => {
        const icon = new ElectronTray(image);
        return process.platform === 'darwin'
          ? withMenuOnRightClick<NativeImage, Menu>(icon, clicked)
          : icon.on('click', clicked);
      },
      load: (icon: TrayIcon) => loadTrayIcon(files.tray, icon),
      buildMenu: (template) => Menu.buildFromTemplate(template),
      clicked: () => pass(({ toggleWindow }) => toggleWindow()),
      act: (action) => pass(({ act }) => act(action)),
    },
    trayViewOf(initial, statusesOf(initial.watches, now), words, now),
  );
}
