import path from 'node:path';
import { app, dialog, Menu, protocol } from 'electron';
import { prepareUserData } from './storage/userDataFolder.ts';
import { isFirstInstance, macApplicationMenu, prepareCommandLine } from './app/lifecycle.ts';
import { removeWeakening } from './app/environment.ts';
import { wordsOf } from './commandLine/command.ts';
import { privileges } from './window/protocol.ts';

// The entry: what has to be said before Electron is ready, and nothing else. No top-level await on readiness here:
// Electron waits for this module before it is ready.
removeWeakening(process.env, app.commandLine);
prepareCommandLine(app.commandLine, process.platform);

// Somebody asks on the command line: nothing of the application is started, and nothing is written.
const words = wordsOf(
  process.argv,
  app.isPackaged ? null : (word) => path.resolve(word) === app.getAppPath(),
);
if (words === null) launch();
else await (await import('./commandLine/begin.ts')).begin(words, app, process);

function launch(): void {
  // As root Chromium's sandbox cannot work, and who starts Electron as root says --no-sandbox (scripts and tests do).
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.setAppUserModelId('io.github.keepwatch');
  protocol.registerSchemesAsPrivileged([privileges]);
  Menu.setApplicationMenu(process.platform === 'darwin' ? Menu.buildFromTemplate(macApplicationMenu) : null);

  const folder = prepareUserData(app, process.env);

  // A second launch may come before there is a window to open: then it opens as soon as there can be one.
  let wanted = false;
  let openWindow = (): void => {
    wanted = true;
  };
  // The tray outlives every window.
  app.on('window-all-closed', () => undefined);
  app.on('activate', () => openWindow());

  if (isFirstInstance(app, () => openWindow())) {
    void app
      .whenReady()
      .then(async () => import('./app/start.ts'))
      .then(async ({ start }) => {
        openWindow = await start(folder);
        if (wanted) openWindow();
      })
      .catch(async (error: unknown) => {
        try {
          const { tellStartFailure } = await import('./diagnostics/startFailure.ts');
          tellStartFailure(error, folder, {
            write: (text) => process.stderr.write(text),
            showErrorBox: (title, text) => dialog.showErrorBox(title, text),
          });
        } finally {
          app.exit(1);
        }
      });
  } else {
    app.quit();
  }
}
