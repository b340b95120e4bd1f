import { mkdtemp } from 'node:fs/promises';
import { join } from 'node:path';
import { Bus } from './bus.ts';
import { type Account, Child, type ChildOptions, type Environment, run, type Start } from './child.ts';
import type { DesktopOptions } from './desktopOptions.ts';
import { type DesktopParts, startParts } from './desktopParts.ts';
import { defaultSize, type DisplayServer, startDisplayServer } from './displayServer.ts';
import { type MessageBus, startMessageBus } from './messageBus.ts';
import { makeHome, removeHome, type ThrowAwayHome } from './throwAwayHome.ts';

/** A private Linux desktop: X server, session bus, system bus, home. Any number of them live side by side. */
export class Desktop {
  readonly #home: ThrowAwayHome;
  readonly #children: Child[] = [];
  readonly #leaving: (() => unknown)[] = [];
  #parts: DesktopParts | undefined;

  private constructor(home: ThrowAwayHome) {
    this.#home = home;
  }

  /** Sets one up; takes about a fifth of a second. */
  static async open(options: DesktopOptions = {}): Promise<Desktop> {
    const desktop = new Desktop(await makeHome(options.account, options.folder));
    try {
      desktop.#parts = await startParts(desktop.start, desktop.#home, options);
    } catch (error) {
      await desktop.stop();
      throw error;
    }
    return desktop;
  }

  /** The environment in which everything on this desktop runs. */
  get env(): Environment {
    return this.#home.environment;
  }

  /** The folder around the home; it goes when the desktop goes. */
  get folder(): string {
    return this.#home.folder;
  }

  get home(): string {
    return this.#home.home;
  }

  get account(): Account | undefined {
    return this.#home.account;
  }

  /** The X server, so that a test can take it away. */
  get displayServer(): DisplayServer {
    return present(this.#parts?.display, 'display');
  }

  /** The session bus, so that a test can take it away or look at it. */
  get sessionBus(): MessageBus {
    return present(this.#parts?.sessionBus, 'session bus');
  }

  get systemBus(): MessageBus {
    return present(this.#parts?.systemBus, 'system bus');
  }

  /** Another X server in place of one that a test took away: for what starts from now on. */
  async replaceDisplayServer(): Promise<void> {
    this.#parts = { ...this.#present, display: await startDisplayServer(this.start, defaultSize) };
    this.env['DISPLAY'] = this.displayServer.display;
  }

  /** Another session bus in place of one that a test took away, with nobody on it yet. */
  async replaceSessionBus(): Promise<void> {
    const folder = await mkdtemp(join(this.folder, 'bus-'));
    this.#parts = { ...this.#present, sessionBus: await startMessageBus(this.start, 'session', folder) };
    this.env['DBUS_SESSION_BUS_ADDRESS'] = this.sessionBus.address;
  }

  /** A connection to the session bus, closed with the desktop. */
  async connect(bus: MessageBus = this.sessionBus): Promise<Bus> {
    const connection = await Bus.open(bus.address);
    this.onStop(() => connection.close());
    return connection;
  }

  /** Starts a program on this desktop. */
  readonly start: Start = (command, args = [], options = {}) => {
    const child = new Child(command, args, this.#optionsFor(options));
    this.#children.push(child);
    return child;
  };

  /** Runs a program on this desktop to its end, and gives what it wrote; fails when the program does. */
  async run(command: string, ...args: string[]): Promise<string> {
    const { exit, stdout, stderr } = await this.attempt(command, args);
    if (exit?.code !== 0) throw new Error(`${command} ${args.join(' ')}: ${JSON.stringify(exit)}\n${stderr}`);
    return stdout.trim();
  }

  /** Runs a program on this desktop to its end, whatever that is. */
  async attempt(
    command: string,
    args: readonly string[],
    options: Partial<ChildOptions> = {},
  ): Promise<Child> {
    return run(command, args, this.#optionsFor(options));
  }

  /** Does something first when the desktop is ended. */
  onStop(leave: () => unknown): void {
    this.#leaving.unshift(leave);
  }

  /** Ends what was started here, and nothing else, the newest first, and removes the folder. */
  async stop(): Promise<void> {
    try {
      for (const leave of this.#leaving.splice(0)) await leave();
    } finally {
      for (const child of this.#children.splice(0).toReversed()) await child.stop();
      await removeHome(this.#home);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  get #present(): DesktopParts {
    return present(this.#parts, 'parts');
  }

  #optionsFor({ env, ...rest }: Partial<ChildOptions>): ChildOptions {
    return { ...rest, env: { ...this.env, ...env } };
  }
}

function present<T>(part: T | undefined, name: string): T {
  if (part === undefined) throw new Error(`This desktop has no ${name}.`);
  return part;
}
