import { DBusError, Variant } from '@jellybrick/dbus-next';
import type { Bus } from './bus.ts';
import type { Desktop } from './desktop.ts';
import type { Incoming } from './service.ts';
import { followTray, type Tray, watcherName, watcherPath } from './tray.ts';

/** How the tray behaves: takes the items that enter themselves, refuses them, or hangs and answers nothing at all. */
export type HostMode = 'answers' | 'refuses' | 'hangs';

/** Whose habits it has. GNOME's extension AppIndicator writes ":1.7@/StatusNotifierItem" where KDE has no "@". */
export type HostHabits = 'kde' | 'gnome';

/** How the tray is at first. */
export type HostOptions = {
  habits?: HostHabits;
  mode?: HostMode;
  /** False: no desktop shows a tray yet, as right after logging in. */
  present?: boolean;
  /** False: the list is kept, but nothing shows it. */
  hostRegistered?: boolean;
};

/** The tray of a desktop: the list its items enter themselves into, and a look at what they show. */
export class StatusNotifierHost {
  /** What is in the tray. */
  readonly tray: Tray;
  readonly #bus: Bus;
  readonly #list = new Map<string, string>();
  readonly #gone = new Set<string>();
  readonly #sign: '' | '@';
  #refuses = false;

  private constructor(bus: Bus, tray: Tray, { habits = 'kde', hostRegistered = true }: HostOptions) {
    this.#bus = bus;
    this.#sign = habits === 'gnome' ? '@' : '';
    this.tray = tray;
    bus.serve({
      path: watcherPath,
      interface: watcherName,
      methods: {
        RegisterStatusNotifierItem: ['', (call) => this.#register(call)],
        RegisterStatusNotifierHost: ['', () => []],
      },
      properties: {
        IsStatusNotifierHostRegistered: () => new Variant('b', hostRegistered),
        ProtocolVersion: () => new Variant('i', 0),
        RegisteredStatusNotifierItems: () => new Variant('as', [...this.#list.values()]),
      },
    });
  }

  /** Opens the tray on a desktop. */
  static async open(desktop: Desktop, options: HostOptions = {}) {
    const { mode = 'answers', present = true } = options;
    const bus = await desktop.connect();
    // What is looked at goes over a connection that never hangs.
    const tray = await followTray(await desktop.connect());
    const host = new StatusNotifierHost(bus, tray, options);
    host.mode = mode;
    const changed = { sender: 'org.freedesktop.DBus', member: 'NameOwnerChanged' };
    await bus.listen(changed, ({ body }) => void (body[2] === '' && host.#leave(String(body[0]))));
    if (present) await host.appear();
    return host;
  }

  set mode(mode: HostMode) {
    this.#refuses = mode === 'refuses';
    this.#bus.hangs = mode === 'hangs';
  }

  /** A desktop begins to show the tray. */
  async appear(): Promise<void> {
    await this.#bus.own(watcherName);
  }

  /** The desktop's shell goes, as when it crashes or is restarted: its list is forgotten. */
  async vanish(): Promise<void> {
    this.#list.clear();
    await this.#bus.release(watcherName);
  }

  #leave(owner: string): void {
    this.#gone.add(owner);
    this.#list.delete(owner);
  }

  #register({ sender, body }: Incoming): [] {
    if (this.#refuses) throw new DBusError('org.freedesktop.DBus.Error.LimitsExceeded', 'No more icons.');
    // Asked while the tray hung, by somebody who has left since. KDE's looks for that too.
    if (this.#gone.has(sender)) return [];
    const [service] = body;
    const path = typeof service === 'string' && service.startsWith('/') ? service : '/StatusNotifierItem';
    const name = `${sender}${this.#sign}${path}`;
    this.#list.set(sender, name);
    this.#bus.emit(watcherPath, watcherName, 'StatusNotifierItemRegistered', 's', [name]);
    return [];
  }
}
