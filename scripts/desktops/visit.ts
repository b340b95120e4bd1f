import path from 'node:path';
import type { Page } from 'playwright';
import { startApplication } from '../../tests/support/desktop/application.ts';
import { type DrivenApplication, driveApplication } from '../../tests/support/desktop/drivenApplication.ts';
import { Keyring } from '../../tests/support/desktop/keyring.ts';
import type { LaunchOptions } from '../../tests/support/desktop/launch.ts';
import type { Pixmap } from '../../tests/support/desktop/pixmap.ts';
import { Screen } from '../../tests/support/desktop/screen.ts';
import { followTray, type Tray } from '../../tests/support/desktop/tray.ts';
import { waitFor, waitForRest } from '../../tests/support/desktop/waitFor.ts';
import { centre, type Place, type Region } from '../../tests/support/desktop/region.ts';
import { Scene } from '../../tests/desktop/scene.ts';
import { findAccent, findChange } from './pixels.ts';
import type { RunningShell, Shell } from './shell.ts';

/** The application on a real shell, and what its user sees and does there. */
export class Visit {
  readonly scene: Scene;
  readonly shell: Shell;
  readonly running: RunningShell;
  readonly screen: Screen;
  readonly tray: Tray;
  readonly keyring: Keyring;
  /** Whether a backup has begun that has not ended yet. */
  backupRuns = false;
  readonly #pictures: string;
  #application: DrivenApplication | undefined;
  #icon: Place | undefined;

  private constructor(
    scene: Scene,
    shell: Shell,
    running: RunningShell,
    tray: Tray,
    keyring: Keyring,
    pictures: string,
  ) {
    this.scene = scene;
    this.shell = shell;
    this.running = running;
    this.screen = new Screen(scene.desktop);
    this.tray = tray;
    this.keyring = keyring;
    this.#pictures = pictures;
  }

  /** Starts the shell. */
  static async open(shell: Shell, pictures: string): Promise<Visit> {
    const scene = await Scene.open({
      desktop: { size: '1280x800', ...shell.desktop },
      keyring: false,
      host: false,
      notifications: false,
    });
    try {
      // Locked, as after logging in without a password.
      const keyring = await Keyring.open(scene.desktop, { locked: true });
      const running = await shell.open(scene.desktop);
      const tray = await followTray(await scene.desktop.connect());
      return new Visit(scene, shell, running, tray, keyring, pictures);
    } catch (error) {
      await scene.desktop.stop();
      throw error;
    }
  }

  get application(): DrivenApplication {
    if (this.#application === undefined) throw new Error('The application was not started.');
    return this.#application;
  }

  /** Where the tray icon is. */
  get icon(): Place {
    if (this.#icon === undefined) throw new Error('The icon was not found.');
    return this.#icon;
  }

  get launch(): LaunchOptions {
    return this.shell.application ?? {};
  }

  async start(): Promise<void> {
    this.#application = await driveApplication(this.scene.desktop, this.launch);
  }

  /** Opens the window as a second launch does. */
  async openWindow(): Promise<Page> {
    const second = await startApplication(this.scene.desktop, this.launch);
    // Until then the window that there is may be the one before, and this one is yet to come.
    await second.exited;
    return this.application.page();
  }

  async closeWindow(): Promise<void> {
    for (const page of this.application.openPages()) await page.close().catch(() => undefined);
    await waitFor('no window', () => this.application.openPages().length === 0);
  }

  /** Whether a window is there and is shown. */
  async showsWindow(): Promise<boolean> {
    return this.application.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().some((window) => window.isVisible()),
    );
  }

  async photograph(name: string): Promise<void> {
    await this.screen.photograph(path.join(this.#pictures, `${name}.png`));
  }

  /** What the screen shows once nothing on it moves any more. */
  async screenAtRest(): Promise<Pixmap> {
    let last = await this.screen.look();
    return waitFor(
      'the screen to come to rest',
      async () => {
        const now = await this.screen.look();
        const moved = findChange(last, now, this.running.panel) !== undefined;
        last = now;
        return moved ? undefined : now;
      },
      { every: 400 },
    );
  }

  /** What has appeared on the screen since a picture of it, once it no longer moves. */
  async appeared(since: Pixmap, what: string, timeout = 10_000): Promise<Region> {
    const look = async (): Promise<Region | undefined> =>
      findChange(since, await this.screen.look(), this.running.panel);
    return waitForRest(what, look, { timeout, rest: 600, every: 100 });
  }

  /** Waits for the icon with the accent in the panel. */
  async findIcon(timeout = 10_000): Promise<Region> {
    const look = async (): Promise<Region | undefined> =>
      findAccent(await this.screen.look(), this.running.panel);
    const found = await waitForRest('the icon in the panel', look, { timeout, rest: 400, every: 100 });
    this.#icon = centre(found);
    return found;
  }

  /** Moves the pointer to where nothing is. */
  async leave(): Promise<void> {
    await this.screen.hover(this.running.elsewhere);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.scene[Symbol.asyncDispose]();
  }
}
