import { app, Menu, Tray as ElectronTray } from 'electron';
import { type Application, begin } from '../../core/state.ts';
import { createWords } from '../../present/i18n/words.ts';
import { en } from '../../present/i18n/en.ts';
import { readArchive, setAsideOf } from '../storage/saved.ts';
import { systemClock as clock } from '../clock.ts';
import { loadFrame } from './paths.ts';
import { readJsonFile } from '../storage/jsonFile.ts';
import { createLogin } from '../desktop/autostart.ts';
import { placeOf } from './locale.ts';
import { createTray } from '../desktop/tray.ts';
import { trayViewOf } from '../../present/tray.ts';
import type { Watching } from './compose.ts';

/** The icon enters itself into the panel over a few messages; loading the rest at once would hold them up. */
const settling = 30;

/**
 * Shows the icon with what is known, then loads what watches. `folder`: where its own files are. Gives what opens the
 * window, for a second launch.
 */
export async function startApplication(folder: string): Promise<() => void> {
  const words = createWords(en, { language: 'en', direction: 'ltr', ...placeOf(app) });
  const archive = readArchive(readJsonFile(folder, 'settings'), readJsonFile(folder, 'ledger'));
  const login = createLogin(app, process.platform, process.env);

  const facts: Application = {
    version: app.getVersion(),
    keptUntilQuit: false,
    unsaved: false,
    setAside: setAsideOf(archive, clock.wall()),
    trayless: false,
    startAtLogin: login.isOn(),
    canStartAtLogin: true,
  };
  const initial = begin(archive.settings, archive.memories, facts, clock.wall(), Math.random);

  // A click that comes before the rest is loaded waits for it.
  const pass = (click: (watching: Watching) => void): void => void watching.then(click);
  const tray = createTray(
    {
      create: (image, clicked) => new ElectronTray(image).on('click', clicked),
      load: loadFrame,
      buildMenu: (template) => Menu.buildFromTemplate(template),
      clicked: () => pass(({ toggleWindow }) => toggleWindow()),
      act: (action) => pass(({ act }) => act(action)),
    },
    trayViewOf(initial, words, clock.wall()),
  );
  const watching = new Promise<void>((resolve) => void clock.after(settling, resolve))
    .then(async () => import('./compose.ts'))
    .then(({ startWatching }) => startWatching({ clock, folder, words, archive, initial, login, tray }));
  return (await watching).showWindow;
}
