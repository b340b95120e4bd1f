import type { Page } from 'playwright';
import { SimulatedClock } from '../support/time/simulatedClock.ts';
import { type Portal, type PortalOptions, startPortal } from '../support/docspace/portal/portal.ts';
import { startApplication } from '../support/desktop/application.ts';
import { type Browser, installBrowser } from '../support/desktop/browser.ts';
import type { Child } from '../support/desktop/child.ts';
import { Desktop } from '../support/desktop/desktop.ts';
import type { DesktopOptions } from '../support/desktop/desktopOptions.ts';
import { type DrivenApplication, driveApplication } from '../support/desktop/drivenApplication.ts';
import { Keyring } from '../support/desktop/keyring.ts';
import type { LaunchOptions } from '../support/desktop/launch.ts';
import { NotificationServer, type ServerOptions } from '../support/desktop/notificationServer.ts';
import { type HostOptions, StatusNotifierHost } from '../support/desktop/statusNotifierHost.ts';
import type { TrayItem } from '../support/desktop/trayItem.ts';
import { waitFor } from '../support/desktop/waitFor.ts';
import { putFile } from './keptFiles.ts';

/** Finds the application's window once it is shown: made it is earlier. */
const visibleWindow = ['search', '--onlyvisible', '--name', '^Keepwatch$'];

/** What a test can leave out or choose of the usual desktop. */
export type SceneOptions = {
  desktop?: DesktopOptions;
  keyring?: boolean;
  host?: HostOptions | false;
  notifications?: ServerOptions | false;
  portal?: Omit<PortalOptions, 'clock'>;
};

/** A desktop as an administrator has it, with a portal to watch whose time the test decides. */
export class Scene {
  readonly desktop: Desktop;
  readonly browser: Browser;
  readonly portal: Portal & { clock: SimulatedClock };
  readonly keyring: Keyring | null;
  readonly #host: StatusNotifierHost | null;
  readonly #notifications: NotificationServer | null;

  private constructor(parts: {
    desktop: Desktop;
    browser: Browser;
    portal: Portal & { clock: SimulatedClock };
    keyring: Keyring | null;
    host: StatusNotifierHost | null;
    notifications: NotificationServer | null;
  }) {
    this.desktop = parts.desktop;
    this.browser = parts.browser;
    this.portal = parts.portal;
    this.keyring = parts.keyring;
    this.#host = parts.host;
    this.#notifications = parts.notifications;
  }

  /** Sets it up; everything ends with it. */
  static async open(options: SceneOptions = {}): Promise<Scene> {
    const { keyring = true, host = {}, notifications = {} } = options;
    const desktop = await Desktop.open({
      ...options.desktop,
      env: { LC_ALL: 'en_GB.UTF-8', ...options.desktop?.env },
    });
    const clock = new SimulatedClock(Date.now());
    const portal = await startPortal({ name: 'Acme', ...options.portal, clock });
    desktop.onStop(async () => portal.close());
    return new Scene({
      desktop,
      browser: await installBrowser(desktop),
      portal: { ...portal, clock },
      keyring: keyring ? await Keyring.open(desktop) : null,
      host: host === false ? null : await StatusNotifierHost.open(desktop, host),
      notifications: notifications === false ? null : await NotificationServer.open(desktop, notifications),
    });
  }

  get host(): StatusNotifierHost {
    if (this.#host === null) throw new Error('This scene has no tray host.');
    return this.#host;
  }

  get notifications(): NotificationServer {
    if (this.#notifications === null) throw new Error('This scene has no notification server.');
    return this.#notifications;
  }

  /** Starts the application and adds the portal in its window, as its user does. */
  async startWatching(key = this.portal.key): Promise<DrivenApplication> {
    const application = await driveApplication(this.desktop);
    await this.addPortal(await application.page(), { origin: this.portal.origin, key });
    return application;
  }

  /** Adds a portal in the application's window. */
  async addPortal(page: Page, { origin, key }: Pick<Portal, 'origin' | 'key'> = this.portal): Promise<void> {
    await page.getByRole('button', { name: 'Add portal' }).click();
    await page.getByRole('textbox', { name: 'Portal address' }).fill(origin);
    await page.getByRole('textbox', { name: 'API key' }).fill(key);
    await page.getByRole('button', { name: 'Connect' }).click();
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('list', { name: 'Portals' }).waitFor();
  }

  /** Of a portal a backup has run, and has just ended. */
  finishBackup(portal: Pick<Portal, 'startBackup'> = this.portal): void {
    portal.startBackup({ waiting: 0, archive: 60, plateau: 10 }, this.portal.clock.now() - 90_000);
  }

  /** Starts the application as a desktop does, with nobody's hands in it. */
  async start(options: LaunchOptions = {}): Promise<Child> {
    return startApplication(this.desktop, options);
  }

  /** The icon in the tray. */
  async item(): Promise<TrayItem> {
    return this.host.tray.item();
  }

  /** Whether a window of the application is on the screen. */
  async showsWindow(): Promise<boolean> {
    return (await this.desktop.attempt('xdotool', visibleWindow)).exit?.code === 0;
  }

  /** Whether there is a window of the application at all, shown or not. */
  async hasWindow(): Promise<boolean> {
    return (await this.desktop.run('xwininfo', '-root', '-tree')).includes('"Keepwatch": (');
  }

  /** Puts the portal into the settings, as one that was added some time ago and has lost its key. */
  knowPortal({ version = 1 } = {}): void {
    const portal = { id: 'acme', name: this.portal.name, origin: this.portal.origin, scopes: ['portal'] };
    putFile(this.desktop, 'settings.json', JSON.stringify({ version, portals: [portal], theme: 'system' }));
  }

  /** Gives the application's window the keyboard, as window managers do: there is none here. */
  async focusWindow(): Promise<void> {
    await waitFor('its window', async () => {
      const words = [...visibleWindow, 'windowfocus', '--sync'];
      return (await this.desktop.attempt('xdotool', words)).exit?.code === 0;
    });
  }

  /** Waits until the tooltip says so. */
  async tooltip(expected: RegExp): Promise<string> {
    let last = '';
    return waitFor(
      () => `a tooltip like ${String(expected)}; it is "${last}"`,
      async () => {
        // Each time anew: the icon of an application that was killed is there for a moment longer.
        last = await (await this.item()).tooltip();
        return expected.test(last) ? last : undefined;
      },
      { timeout: 15_000 },
    );
  }

  /** Clicks "Check now" in the tray's menu, and waits for the answer to arrive. */
  async checkNow(): Promise<void> {
    const before = this.looks();
    await (await this.item()).clickMenu('Check now');
    await waitFor('a look at the portal', () => this.looks() > before);
  }

  /** How often the portal was asked for its backup. */
  looks(): number {
    return this.portal.requests.filter(({ path }) => path.endsWith('getbackupprogress')).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.desktop.stop();
  }
}
