import { setTimeout as pause } from 'node:timers/promises';
import { Message, type MessageBus, MessageFlag, MessageType } from '@jellybrick/dbus-next';
import { connect, incoming } from './connection.ts';
import { plain } from './plain.ts';
import { findMethod, type Incoming, type Method, replyTo, type Service } from './service.ts';

/** What a call is addressed to. */
export type Target = { destination: string; path: string; interface: string };

/** Which signals to hear: what is left out may be anything. A sender is a unique name, or the bus itself. */
export type Rule = { sender?: string; path?: string; interface?: string; member?: string };

const daemon = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} satisfies Target;
const doNotQueue = 4;
const owned = new Set([1, 4]);

/** A connection to one message bus, on which a service is a plain table. */
export class Bus {
  readonly #bus: MessageBus;
  readonly #services: Service[] = [];
  readonly #held: Message[] = [];
  #hangs = false;

  private constructor(bus: MessageBus) {
    this.#bus = bus;
    bus.addMethodHandler((message) => this.#receive(message));
  }

  /** Connects to the bus at an address. */
  static async open(address: string): Promise<Bus> {
    return new Bus(await connect(address));
  }

  /** The unique name of this connection. */
  get name(): string {
    return this.#bus.name ?? '';
  }

  /**
   * Takes every call and answers none: how a hung program looks from outside. When it is well again, it answers what it
   * was asked meanwhile.
   */
  get hangs(): boolean {
    return this.#hangs;
  }

  set hangs(hangs: boolean) {
    this.#hangs = hangs;
    if (!hangs) for (const message of this.#held.splice(0)) this.#receive(message);
  }

  /** Answers calls as the service says. */
  serve(service: Service): void {
    this.#services.push(service);
  }

  /** Calls a method and gives the values it returned. */
  async call(target: Target, member: string, signature = '', body: unknown[] = [], timeout = 10_000) {
    const answered = new AbortController();
    // The library never settles a call whose answer can no longer come.
    const late = pause(timeout, undefined, { signal: answered.signal, ref: false }).then(() => {
      throw new Error(`${target.destination} did not answer ${target.interface}.${member} in ${timeout} ms`);
    });
    try {
      const call = this.#bus.call(new Message({ ...target, member, signature, body }));
      return (await Promise.race([call, late]))?.body ?? [];
    } finally {
      late.catch(() => undefined);
      answered.abort();
    }
  }

  /** Reads one property, without its variant. */
  async property(target: Target, name: string): Promise<unknown> {
    const properties = { ...target, interface: 'org.freedesktop.DBus.Properties' };
    const [value] = await this.call(properties, 'Get', 'ss', [target.interface, name]);
    return plain(value);
  }

  /** Sends a signal to whoever listens; `to`: to one connection only, whether it listens or not. */
  emit(path: string, name: string, member: string, signature = '', body: unknown[] = [], to?: string): void {
    const signal = Message.newSignal(path, name, member, signature, body);
    if (to !== undefined) signal.destination = to;
    this.#bus.send(signal);
  }

  /** Hears the signals a rule picks, until it is told to end. */
  async listen(rule: Rule, hear: (signal: Incoming) => void, end?: AbortSignal): Promise<void> {
    const wanted = Object.entries(rule);
    const pick = (message: Message): void => {
      if (message.type !== MessageType.SIGNAL) return;
      const signal = incoming(message);
      const parts = new Map<string, unknown>(Object.entries(signal));
      if (wanted.every(([key, value]) => parts.get(key) === value)) hear(signal);
    };
    this.#bus.on('message', pick);
    end?.addEventListener('abort', () => void this.#bus.off('message', pick));
    const words = wanted.map(([key, value]) => `${key}='${value}'`);
    await this.call(daemon, 'AddMatch', 's', [["type='signal'", ...words].join(',')]);
  }

  /** Takes a well-known name. */
  async own(name: string): Promise<void> {
    const result = await this.#bus.requestName(name, doNotQueue);
    if (!owned.has(result)) throw new Error(`${name} belongs to somebody else on this bus`);
  }

  /** Gives a well-known name back. */
  async release(name: string): Promise<void> {
    await this.#bus.releaseName(name);
  }

  /** Who owns a name; undefined when nobody does. */
  async owner(name: string): Promise<string | undefined> {
    const [owned] = await this.call(daemon, 'NameHasOwner', 's', [name]);
    return owned === true ? String((await this.call(daemon, 'GetNameOwner', 's', [name]))[0]) : undefined;
  }

  /** Ends the connection: all names and services on it go. */
  close(): void {
    this.#bus.disconnect();
  }

  #receive(message: Message): boolean {
    if (this.#hangs) return this.#held.push(message) > 0;
    const call = incoming(message);
    const method = findMethod(this.#services, call);
    if (method) void this.#answer(message, call, method);
    return method !== undefined;
  }

  async #answer(message: Message, call: Incoming, method: Method): Promise<void> {
    const reply = await replyTo(message, call, method);
    if ((message.flags & MessageFlag.NO_REPLY_EXPECTED) !== 0) return;
    try {
      this.#bus.send(reply);
    } catch {
      // The bus has gone, and with it whoever waited for this answer.
    }
  }
}
