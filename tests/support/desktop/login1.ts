import { DBusError } from '@jellybrick/dbus-next';
import type { Bus } from './bus.ts';
import type { Desktop } from './desktop.ts';

const name = 'org.freedesktop.login1';
const path = '/org/freedesktop/login1';
const manager = 'org.freedesktop.login1.Manager';

/** The part of systemd that says when the machine goes to sleep, wakes and is switched off. */
export class Login1 {
  /** What applications asked to be waited for: [what, who, why, mode]. */
  readonly inhibitions: unknown[][] = [];
  readonly #bus: Bus;

  private constructor(bus: Bus) {
    this.#bus = bus;
    bus.serve({
      path,
      interface: manager,
      methods: {
        Inhibit: [
          '',
          ({ body }) => {
            this.inhibitions.push(body);
            // The true answer is a file descriptor, which this library cannot pass; Electron works without.
            throw new DBusError('org.freedesktop.DBus.Error.NotSupported', 'No file descriptors here.');
          },
        ],
      },
    });
  }

  /** Opens it on the system bus of a desktop. */
  static async open(desktop: Desktop): Promise<Login1> {
    const login1 = new Login1(await desktop.connect(desktop.systemBus));
    await login1.#bus.own(name);
    return login1;
  }

  /** The machine is about to sleep. */
  suspend(): void {
    this.#bus.emit(path, manager, 'PrepareForSleep', 'b', [true]);
  }

  /** The machine has woken. */
  resume(): void {
    this.#bus.emit(path, manager, 'PrepareForSleep', 'b', [false]);
  }

  /** The machine is about to be switched off. */
  shutdown(): void {
    this.#bus.emit(path, manager, 'PrepareForShutdown', 'b', [true]);
  }
}
