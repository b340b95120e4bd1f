import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import type { Labels } from '../../../src/contract/labels.ts';
import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { Desktop } from '../../support/desktop/desktop.ts';
import type { DesktopOptions } from '../../support/desktop/desktopOptions.ts';
import { driveApplication } from '../../support/desktop/drivenApplication.ts';
import { firstStart } from '../scenes/portals.ts';
import { bundleHost } from './bundle.ts';
import { loadChunks } from './chunks.ts';
import type { Sent } from './controls.ts';

const built = resolve(import.meta.dirname, '..', '..', '..', 'out');

/** The built window on a desktop of its own, with a test where the main process would be. */
export class Host {
  readonly desktop: Desktop;
  readonly electron: ElectronApplication;
  readonly page: Page;
  /** What the page complained about: errors, and what its policy did not allow. */
  readonly complaints: string[] = [];
  #shown: Snapshot | undefined;
  #labels: Labels | null = null;
  #revision = 0;

  private constructor(desktop: Desktop, electron: ElectronApplication, page: Page) {
    this.desktop = desktop;
    this.electron = electron;
    this.page = page;
  }

  static async open(options: DesktopOptions = {}): Promise<Host> {
    if (!existsSync(join(built, 'renderer'))) throw new Error('There is no built window: npm run build');
    const desktop = await Desktop.open({ systemBus: false, ...options });
    try {
      const project = join(desktop.folder, 'host');
      await bundleHost(project);
      const env = {
        HOST_RENDERER: join(built, 'renderer'),
        HOST_PRELOAD: join(built, 'preload', 'index.cjs'),
      };
      const application = await driveApplication(desktop, { project, env });
      const host = new Host(desktop, application.electron, await application.page());
      await host.#begin();
      return host;
    } catch (error) {
      await desktop.stop();
      throw error;
    }
  }

  /** The fixed words of the window that is shown. */
  get labels(): Labels {
    if (this.#labels === null) throw new Error('no window is shown yet');
    return this.#labels;
  }

  /** A fresh window with this as its first snapshot; how long after its hello that was painted, in milliseconds. */
  async load(first: Snapshot): Promise<number> {
    this.#labels = first.labels;
    const snapshot = this.#number(first);
    const [span] = await Promise.all([
      this.electron.evaluate(async (_, first) => controls.load(first), snapshot),
      this.page.waitForEvent('load'),
    ]);
    await loadChunks(this.page);
    await this.#take();
    return span;
  }

  /** The next snapshot of the window that is shown; its revision. */
  async show(next: Snapshot): Promise<number> {
    const snapshot = this.#number({ ...next, labels: null });
    await this.electron.evaluate(async (_, snapshot) => controls.show(snapshot), snapshot);
    return snapshot.revision;
  }

  /** The runs of a portal, to the view of them. */
  async showRuns(view: HistoryView): Promise<void> {
    await this.electron.evaluate(async (_, view) => controls.showRuns(view), view);
    await this.page.locator('.run-note').waitFor({ state: 'attached' });
    // What was there already is there before it is drawn anew.
    await this.page.evaluate(async () => new Promise((resolve) => requestAnimationFrame(resolve)));
  }

  /** Sends anything, also what no main process would send, and waits for nothing. */
  async push(snapshot: unknown): Promise<void> {
    await this.electron.evaluate((_, snapshot) => controls.push(snapshot), snapshot);
  }

  /** What the window has sent since this was last asked, but for what it has seen. */
  async sent(): Promise<Sent[]> {
    // What it sent before it has seen this has arrived before that.
    if (this.#shown !== undefined) await this.show(this.#shown);
    return this.#take();
  }

  /** The revisions that the window says were seen since this was last asked. */
  async seen(): Promise<number[]> {
    return this.electron.evaluate(() => controls.takeSeen());
  }

  /** Messages of the window that the contract does not allow. */
  async refused(): Promise<string[]> {
    return this.electron.evaluate(() => controls.refused());
  }

  async stop(): Promise<void> {
    await this.desktop.stop();
  }

  async #begin(): Promise<void> {
    // Without a window manager nothing else gives the page the focus, and it would count nothing as seen.
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    // The blank page before has complaints of its own.
    await this.load(firstStart());
    this.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
  }

  async #take(): Promise<Sent[]> {
    return this.electron.evaluate(() => controls.take());
  }

  #number(snapshot: Snapshot): Snapshot {
    this.#revision += 1;
    this.#shown = { ...snapshot, revision: this.#revision };
    return this.#shown;
  }
}
