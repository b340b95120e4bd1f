import { app, Menu, Tray as ElectronTray } from 'electron';
import { type Application, initialState } from '../../core/state.ts';
import { createWords } from '../../present/i18n/i18n.ts';
import { english } from '../../present/i18n/language.ts';
import { readSaved, setAsideOf } from '../storage/saved.ts';
import { systemClock as clock } from '../clock.ts';
import { files } from './paths.ts';
import { createAutostart } from '../desktop/autostart.ts';
import { localeOf } from './locale.ts';
import { createTray } from '../desktop/tray.ts';
import { loadTrayIcon } from '../desktop/trayIcons.ts';
import type { TrayIcon } from '../../present/trayIcon.ts';
import { trayViewOf } from '../../present/tray.ts';
import type { Running } from './compose.ts';

/** The icon enters itself into the panel over a few messages; loading the rest at once would hold them up. */
const settling = 30;

/**
 * Shows the icon with what is known, then loads what watches. `folder`: where its own files are. Gives what opens the
 * window, for a second launch.
 */
export async function start(folder: string): Promise<() => void> {
  const words = createWords(english, localeOf(app));
  const saved = readSaved(folder);
  const autostart = createAutostart(app, process.platform, process.env);

  const facts: Application = {
    version: app.getVersion(),
    keptUntilQuit: false,
    unsaved: false,
    setAside: setAsideOf(saved, clock.wall()),
    trayless: false,
    startAtLogin: autostart.isOn(),
    canStartAtLogin: true,
  };
  const initial = initialState(saved.settings, saved.savedWatches, facts, clock.wall(), Math.random);

  // A click that comes before the rest is loaded waits for it.
  const pass = (click: (watching: Running) => void): void => void watching.then(click);
  const tray = createTray(
    {
      create: (image, clicked) => new ElectronTray(image).on('click', clicked),
      load: (icon: TrayIcon) => loadTrayIcon(files.tray, icon),
      buildMenu: (template) => Menu.buildFromTemplate(template),
      clicked: () => pass(({ toggleWindow }) => toggleWindow()),
      act: (action) => pass(({ act }) => act(action)),
    },
    trayViewOf(initial, words, clock.wall()),
  );
  const watching = new Promise<void>((resolve) => void clock.after(settling, resolve))
    .then(async () => import('./compose.ts'))
    .then(async ({ compose }) => compose({ clock, folder, words, archive: saved, initial, autostart, tray }));
  return (await watching).showWindow;
}
