import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { type DrivenApplication, driveApplication } from '../support/desktop/drivenApplication.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { Scene } from '../desktop/scene.ts';

const project = resolve(import.meta.dirname, '..', '..');

/** What the window shows. Asked of the main process: Playwright gives up a page that has crashed. */
async function shows(application: DrivenApplication, words: string): Promise<void> {
  await waitFor(`a window with "${words}"`, async () =>
    application.electron.evaluate(async ({ webContents }, wanted) => {
      const [contents] = webContents.getAllWebContents();
      if (contents === undefined || contents.isCrashed() || contents.isLoading()) return false;
      // A page that dies while it is asked never answers.
      const late = new Promise((resolve) => {
        setTimeout(resolve, 500);
      });
      const text: unknown = await Promise.race([contents.executeJavaScript('document.body.innerText'), late]);
      return String(text).includes(wanted);
    }, words),
  );
}

/** Clicks the link or button that leads back. */
async function reload(application: DrivenApplication): Promise<void> {
  await application.electron.evaluate(async ({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    void contents?.executeJavaScript(`document.querySelector('[role=alert] .button').click()`, true);
  });
}

const failed = 'This window stopped working';

test('instead of a white page there is one that says what happened and leads back, while the watching goes on', async () => {
  await using scene = await Scene.open();
  const application = await scene.startWatching();

  // A view that throws.
  await application.electron.evaluate(({ webContents }) => {
    webContents.getAllWebContents()[0]?.send('keepwatch:snapshot', { revision: 1, portals: null });
  });
  await shows(application, failed);
  await reload(application);
  await shows(application, 'Acme');

  // Its process dies, twice.
  for (let time = 0; time < 2; time += 1) {
    await application.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents()[0]?.forcefullyCrashRenderer(),
    );
    await shows(application, failed);
    await reload(application);
    await shows(application, 'Acme');
  }
  const log = await readFile(join(scene.desktop.home, 'user-data', 'logs', 'keepwatch.log'), 'utf8');
  expect(log.match(/window gone: crashed/g)).toHaveLength(2);

  // The page works as before, and so does what is behind it.
  scene.portal.startBackup({ waiting: 0, archive: 60, plateau: 10 });
  scene.portal.clock.pass(30_000);
  await scene.checkNow();
  await shows(application, 'Backing up');
  expect(
    await application.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
  ).toBe(1);
});

test('a window whose script fails at once says so as well, and the tray goes on', async () => {
  await using scene = await Scene.open();
  const broken = join(scene.desktop.folder, 'broken');
  await cp(join(project, 'out'), join(broken, 'out'), { recursive: true });
  await cp(join(project, 'package.json'), join(broken, 'package.json'));
  await writeFile(join(broken, 'out', 'renderer', 'window.js'), 'throw new Error("no window");');
  const application = await driveApplication(scene.desktop, { project: broken });
  await shows(application, failed);
  expect(await scene.tooltip(/Keepwatch/)).toBe('Keepwatch');
});
