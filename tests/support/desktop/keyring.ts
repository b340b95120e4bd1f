import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Variant } from '@jellybrick/dbus-next';
import type { Bus } from './bus.ts';
import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';

const name = 'org.freedesktop.secrets';
const service = {
  destination: name,
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};
const login = {
  destination: name,
  path: '/org/freedesktop/secrets/collection/login',
  interface: 'org.freedesktop.Secret.Collection',
};
/** What unlocks it. */
export const keyringPassword = 'of the harness';

/** gnome-keyring on a desktop, with its default collection. A desktop on which none is opened has no keyring. */
export class Keyring {
  readonly #desktop: Desktop;
  readonly #bus: Bus;
  #daemon: Child | undefined;

  private constructor(desktop: Desktop, bus: Bus) {
    this.#desktop = desktop;
    this.#bus = bus;
  }

  /** Starts it, unlocked as after logging in with a password, or locked as after logging in without one. */
  static async open(desktop: Desktop, { locked = false } = {}): Promise<Keyring> {
    const keyring = new Keyring(desktop, await desktop.connect());
    await keyring.start();
    if (locked) await keyring.lock();
    return keyring;
  }

  get #folder(): string {
    return join(this.#desktop.home, '.local', 'share', 'keyrings');
  }

  async isLocked(): Promise<boolean> {
    return (await this.#bus.property(login, 'Locked')) === true;
  }

  /** Locks the default collection. There is nobody here who could ask for the password. */
  async lock(): Promise<void> {
    await this.#bus.call(service, 'Lock', 'ao', [[login.path]]);
  }

  /** Unlocks the default collection, as its owner does by typing the password. */
  async unlock(): Promise<void> {
    const [, session] = await this.#bus.call(service, 'OpenSession', 'sv', ['plain', new Variant('s', '')]);
    // The only way without a prompt; gnome-keyring gave the interface this name.
    const internal = { ...service, interface: 'org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface' };
    const secret = [session, Buffer.alloc(0), Buffer.from(keyringPassword), 'text/plain'];
    await this.#bus.call(internal, 'UnlockWithMasterPassword', 'o(oayays)', [login.path, secret]);
  }

  /** Replaces all it kept by an empty, unlocked collection. */
  async wipe(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true });
    await this.start();
  }

  /** Puts another, empty, unlocked one in its place; what it kept stays on disk. */
  async replace(): Promise<void> {
    await this.stop();
    await rename(this.#folder, `${this.#folder}-before`);
    await this.start();
  }

  /** Puts the one that was replaced back in its place. */
  async putBack(): Promise<void> {
    await this.stop();
    await rm(this.#folder, { recursive: true });
    await rename(`${this.#folder}-before`, this.#folder);
    await this.start();
  }

  /** Starts it again. */
  async start(): Promise<void> {
    const args = ['--foreground', '--components=secrets', '--unlock'];
    const daemon = this.#desktop.start('gnome-keyring-daemon', args, { input: keyringPassword });
    this.#daemon = daemon;
    await daemon.until(`the name ${name}`, async () => this.#bus.owner(name));
  }

  /** Ends it; what it kept stays on disk. */
  async stop(): Promise<void> {
    await this.#daemon?.stop();
  }
}

/** A secret service that is there and refuses whatever it is asked. */
export async function refuseSecrets(desktop: Desktop): Promise<Bus> {
  const bus = await desktop.connect();
  await bus.own(name);
  return bus;
}

/** A secret service that is there and never answers, as a keyring does whose disk or prompt hangs. */
export async function hangSecretService(desktop: Desktop): Promise<Bus> {
  const bus = await desktop.connect();
  bus.hangs = true;
  await bus.own(name);
  return bus;
}
