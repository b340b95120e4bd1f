import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright';
import { type CommandName, commandNames } from '../../../src/contract/channels.ts';
import { commandSchemas } from '../../../src/contract/commands.ts';
import type { Labels } from '../../../src/contract/labels.ts';
import type { HistoryView } from '../../../src/contract/historyView.ts';
import type { Snapshot } from '../../../src/contract/snapshot.ts';
import { serveRenderer } from '../../../src/main/window/protocol.ts';
import { chooseFont } from '../../support/desktop/font.ts';
import { firstStart } from '../scenes/portals.ts';
import { loadChunks } from './chunks.ts';
import { Painted } from './painted.ts';

const renderer = resolve(import.meta.dirname, '..', '..', '..', 'out', 'renderer');
/** Where Debian puts it. */
const executable = '/usr/bin/chromium';
/** The page's own address cannot be asked for by a browser that does not know its scheme. */
const origin = 'https://app';

/** Whether there is a Chromium that is not Electron's. */
export const hasChromium = existsSync(executable);

/** The built window in a Chromium of the system, with a test in the place of preload and main process. */
export class ChromiumWindow {
  readonly page: Page;
  /** What the page complained about, and what it sent that the contract does not allow. */
  readonly #complaints: string[] = [];
  readonly #browser: Browser;
  readonly #home: string;
  readonly #painted = new Painted();
  #first: Snapshot | null = null;
  #revision = 0;

  private constructor(browser: Browser, page: Page, home: string) {
    this.#browser = browser;
    this.page = page;
    this.#home = home;
  }

  static async open(): Promise<ChromiumWindow> {
    const home = await mkdtemp(join(tmpdir(), 'keepwatch-chromium-'));
    const env = { ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config') };
    await chooseFont(env, 'Inter');
    // As root, and on some systems for anybody, its sandbox does not start; here it loads nothing but our own page.
    const browser = await chromium.launch({ executablePath: executable, chromiumSandbox: false, env });
    const context = await browser.newContext({ viewport: { width: 400, height: 560 } });
    const opened = new ChromiumWindow(browser, await context.newPage(), home);
    await opened.#begin();
    return opened;
  }

  get labels(): Labels {
    const labels = this.#first?.labels ?? null;
    if (labels === null) throw new Error('no window is shown yet');
    return labels;
  }

  async load(first: Snapshot): Promise<void> {
    this.#first = this.#number(first);
    await this.#painted.after(this.#revision, () => void this.page.goto(`${origin}/index.html`));
    await loadChunks(this.page);
  }

  async show(next: Snapshot): Promise<void> {
    const snapshot = this.#number({ ...next, labels: null });
    await this.#painted.after(this.#revision, () => void this.push(snapshot));
  }

  async showRuns(view: HistoryView): Promise<void> {
    await this.page.waitForFunction(() => 'showHistory' in globalThis);
    await this.page.evaluate((view) => showHistory(view), view);
    await this.page.locator('.run-note').waitFor({ state: 'attached' });
  }

  async push(snapshot: unknown): Promise<void> {
    await this.page.evaluate((snapshot) => showSnapshot(snapshot), snapshot);
  }

  /** Closes it; fails when the page has complained. */
  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.#home, { recursive: true, force: true });
    if (this.#complaints.length > 0) throw new Error(`the page complains: ${this.#complaints.join('; ')}`);
  }

  async #begin(): Promise<void> {
    await this.#serve();
    await this.page.exposeFunction('toTest', (name: string, input: unknown) => this.#hears(name, input));
    await this.page.addInitScript(standIn, commandNames);
    const session = await this.page.context().newCDPSession(this.page);
    await session.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    this.page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complaints.push(message.text());
    });
    this.page.on('pageerror', (error) => this.#complaints.push(String(error)));
    await this.load(firstStart());
  }

  /** The product's own answers, with its own policy. */
  async #serve(): Promise<void> {
    await this.page.route(`${origin}/**`, async (route) => {
      const url = route.request().url().replace(origin, 'keepwatch://app');
      const answer = await answerOf(url);
      await route.fulfill({
        status: answer.status,
        headers: Object.fromEntries(answer.headers),
        body: Buffer.from(await answer.arrayBuffer()),
      });
    });
  }

  #hears(name: string, input: unknown): Snapshot | null {
    if (name === 'hello') return this.#first;
    const command = commandNames.find((each) => each === name);
    const read = command === undefined ? undefined : commandSchemas[command].safeParse(input);
    if (command === undefined || read?.success !== true) this.#complaints.push(`${name}: not allowed`);
    else if (command === 'seen') this.#painted.hears(commandSchemas.seen.parse(input).revision);
    return null;
  }

  #number(snapshot: Snapshot): Snapshot {
    this.#revision += 1;
    return { ...snapshot, revision: this.#revision };
  }
}

declare global {
  /** Of the stand-in: what the test is told, and what it shows. */
  var toTest: (name: string, input: unknown) => Promise<Snapshot>;
  var showSnapshot: (snapshot: unknown) => void;
  var showHistory: (view: unknown) => void;
}

/** In the page: what preload exposes, led to the test. */
function standIn(names: readonly CommandName[]): void {
  const { toTest } = globalThis;
  const send = (name: CommandName) => [name, (input: object = {}): void => void toTest(name, input)] as const;
  const keepwatch = {
    ...Object.fromEntries(names.map(send)),
    hello: async () => toTest('hello', {}),
    onSnapshot: (hear: (snapshot: unknown) => void) => void (globalThis.showSnapshot = hear),
    onHistory: (hear: (view: unknown) => void) => void (globalThis.showHistory = hear),
  };
  Object.assign(globalThis, { keepwatch });
}

type Answering = (request: Request) => Promise<Response> | Response;

/** The product's own server of its page, without Electron. */
async function answerOf(url: string): Promise<Response> {
  let answer: Answering | undefined;
  const handle = (_scheme: string, handler: Answering): void => void (answer = handler);
  serveRenderer({ protocol: { handle } }, renderer, '');
  if (answer === undefined) throw new Error('nobody serves the page');
  return answer(new Request(url));
}
