import { DBusError } from '@jellybrick/dbus-next';
import type { Bus } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { type AskedNotification, readNotification, serverName, serverPath } from './notification.ts';
import type { Incoming, Method } from './service.ts';
import { waitFor } from './waitFor.ts';

/**
 * How the server behaves: shows what it is given, refuses to, holds each notification before it shows it, or hangs and
 * answers nothing at all.
 */
export type ServerMode = 'answers' | 'refuses' | 'holds' | 'hangs';

/** A notification the server was given; where it is shown, under this number. */
export type ShownNotification = AskedNotification & { id: number };

/** Why a notification goes away, as the specification numbers it. */
export type Reason = 'expired' | 'dismissed' | 'withdrawn' | 'undefined';

/**
 * Whose habits it has. Plasma shows nothing for a notification that is to take the place of a bubble which is gone, and
 * answers as if it did. GNOME tells of each click twice: once everybody, once the application alone.
 */
export type Habits = 'xfce' | 'plasma' | 'gnome';

/** How the server is at first; mode and capabilities can be changed later. */
export type ServerOptions = {
  mode?: ServerMode;
  habits?: Habits;
  capabilities?: string[];
  /** Hears of each notification before its sender gets an answer. */
  heard?: (notification: ShownNotification) => void;
};

const numbers = { expired: 1, dismissed: 2, withdrawn: 3, undefined: 4 } as const satisfies Record<
  Reason,
  number
>;
const ofXfce = ['actions', 'body', 'body-hyperlinks', 'body-markup', 'icon-static', 'persistence'];

/** The notification server of a desktop. */
export class NotificationServer {
  /** Every notification that was asked for, in order; also one that was refused or never answered. */
  readonly asked: ShownNotification[] = [];
  /** The numbers of those the application took back, in order. */
  readonly withdrawn: number[] = [];
  mode: ServerMode;
  capabilities: string[];
  readonly #bus: Bus;
  readonly #habits: Habits;
  readonly #senders = new Map<number, string>();
  readonly #heard: (notification: ShownNotification) => void;
  readonly #shown = new Map<number, ShownNotification>();
  readonly #held: (() => void)[] = [];
  #last = 0;

  private constructor(
    bus: Bus,
    { mode = 'answers', habits = 'xfce', capabilities = ofXfce, heard = () => undefined }: ServerOptions,
  ) {
    this.#bus = bus;
    this.#habits = habits;
    this.#heard = heard;
    this.mode = mode;
    this.capabilities = capabilities;
    const methods: Record<string, Method> = {
      GetServerInformation: [
        'ssss',
        async () => this.#unlessHung(['Harness', 'Keepwatch tests', '1', '1.2']),
      ],
      GetCapabilities: ['as', async () => this.#unlessHung([this.capabilities])],
      Notify: ['u', async (call) => this.#notify(call)],
      CloseNotification: ['', async ({ body }) => this.#unlessHung(this.#withdraw(Number(body[0])))],
    };
    bus.serve({ path: serverPath, interface: serverName, methods });
  }

  /** Opens the server on a desktop. */
  static async open(desktop: Desktop, options: ServerOptions = {}): Promise<NotificationServer> {
    const server = new NotificationServer(await desktop.connect(), options);
    await server.appear();
    return server;
  }

  /** The notifications on the screen. */
  get shown(): ShownNotification[] {
    return [...this.#shown.values()];
  }

  /** A notification of everything that was asked for, waited for; without a number the first. */
  async nth(at = 0, timeout = 10_000): Promise<ShownNotification> {
    return waitFor(`notification number ${at}`, () => this.asked[at], { timeout });
  }

  /** The user clicks a notification, or one of its buttons; most servers then put it away. */
  invoke({ id }: { id: number }, action = 'default', { stays = false } = {}): void {
    this.#bus.emit(serverPath, serverName, 'ActionInvoked', 'us', [id, action]);
    if (this.#habits === 'gnome')
      this.#bus.emit(serverPath, serverName, 'ActionInvoked', 'us', [id, action], this.#senders.get(id));
    if (!stays) this.close({ id }, 'dismissed');
  }

  /** A click brings along the permission to raise a window. */
  permit({ id }: { id: number }, token: string): void {
    this.#bus.emit(serverPath, serverName, 'ActivationToken', 'us', [id, token]);
  }

  /** The connection of the application whose notification it is. */
  senderOf({ id }: { id: number }): string | undefined {
    return this.#senders.get(id);
  }

  /** A notification goes away. */
  close({ id }: { id: number }, reason: Reason = 'dismissed'): void {
    this.#shown.delete(id);
    this.#bus.emit(serverPath, serverName, 'NotificationClosed', 'uu', [id, numbers[reason]]);
  }

  /** The server comes to the bus. */
  async appear(): Promise<void> {
    await this.#bus.own(serverName);
  }

  /** The server leaves the bus, as when it crashes: what it showed is gone, and nobody is told. */
  async vanish(): Promise<void> {
    this.#shown.clear();
    await this.#bus.release(serverName);
  }

  /** The server gets well: what it has held is shown, and whoever waits for an answer gets it. */
  recover(): void {
    this.mode = 'answers';
    for (const answer of this.#held.splice(0)) answer();
  }

  async #notify({ body, sender }: Incoming): Promise<[number]> {
    const notification = readNotification(body);
    const id = notification.replacesId || ++this.#last;
    this.#senders.set(id, sender);
    this.asked.push({ ...notification, id });
    this.#heard({ ...notification, id });
    if (this.mode === 'refuses') {
      throw new DBusError(`${serverName}.Error.ExcessNotificationGeneration`, 'Too many notifications.');
    }
    if (this.mode === 'holds') await this.#recovery();
    await this.#unlessHung([]);
    if (this.#habits === 'plasma' && notification.replacesId !== 0 && !this.#shown.has(id)) return [id];
    this.#shown.set(id, { ...notification, id });
    return [id];
  }

  #withdraw(id: number): [] {
    this.withdrawn.push(id);
    if (this.mode !== 'hangs' && this.#shown.has(id)) this.close({ id }, 'withdrawn');
    return [];
  }

  async #unlessHung<T>(answer: T): Promise<T> {
    if (this.mode === 'hangs') await this.#recovery();
    return answer;
  }

  async #recovery(): Promise<void> {
    return new Promise((resolve) => this.#held.push(resolve));
  }
}
