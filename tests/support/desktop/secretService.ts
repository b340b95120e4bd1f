import { Variant } from '@jellybrick/dbus-next';
import type { Bus } from './bus.ts';
import type { Desktop } from './desktop.ts';

const name = 'org.freedesktop.secrets';
const path = '/org/freedesktop/secrets';
const collection = `${path}/collection/kdewallet`;
const prompt = `${path}/prompt/1`;
const none = '/';
const collectionInterface = 'org.freedesktop.Secret.Collection';

/** How a secret service is at first. */
export type SecretServiceOptions = {
  /** Says that its collection is locked. KWallet says so of an open wallet too, until somebody asks to unlock it. */
  locked?: boolean;
  /** Has no default collection yet. */
  missing?: boolean;
  /** Asks its user, and does nothing before the answer. Without it all is granted at once, as by an open KWallet. */
  prompts?: boolean;
};

/** A secret service that keeps nothing: it only says how it is, and can be unlocked. */
export class SecretService {
  /** What was asked of it that changes something, in order. */
  readonly asked: string[] = [];
  readonly #bus: Bus;
  readonly #prompts: boolean;
  #locked: boolean;
  #missing: boolean;

  private constructor(bus: Bus, { locked = false, missing = false, prompts = false }: SecretServiceOptions) {
    this.#bus = bus;
    this.#locked = locked;
    this.#missing = missing;
    this.#prompts = prompts;
    bus.serve({
      path,
      interface: 'org.freedesktop.Secret.Service',
      methods: {
        ReadAlias: ['o', () => [this.#missing ? none : collection]],
        Unlock: ['aoo', ({ body }) => (this.#ask('Unlock') ? [body[0], none] : [[], prompt])],
        CreateCollection: ['oo', () => (this.#ask('CreateCollection') ? [collection, none] : [none, prompt])],
      },
    });
    bus.serve({
      path: collection,
      interface: collectionInterface,
      properties: { Locked: () => new Variant('b', this.#locked) },
    });
    bus.serve({
      path: prompt,
      interface: 'org.freedesktop.Secret.Prompt',
      methods: { Prompt: ['', () => this.#show()] },
    });
  }

  static async open(desktop: Desktop, options: SecretServiceOptions = {}): Promise<SecretService> {
    const bus = await desktop.connect();
    const service = new SecretService(bus, options);
    await bus.own(name);
    return service;
  }

  /** Its user types the password, or closes the prompt. */
  answer({ dismissed }: { dismissed: boolean }): void {
    if (!dismissed) this.#grant();
    const result = new Variant('o', dismissed ? none : collection);
    this.#bus.emit(prompt, 'org.freedesktop.Secret.Prompt', 'Completed', 'bv', [dismissed, result]);
  }

  async leave(): Promise<void> {
    await this.#bus.release(name);
  }

  #show(): [] {
    this.asked.push('Prompt');
    return [];
  }

  /** Whether what is asked is granted without a prompt. */
  #ask(what: string): boolean {
    this.asked.push(what);
    if (!this.#prompts) this.#grant();
    return !this.#prompts;
  }

  #grant(): void {
    this.#locked = false;
    this.#missing = false;
  }
}
