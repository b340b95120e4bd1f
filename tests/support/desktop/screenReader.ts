import { Variant } from '@jellybrick/dbus-next';
import { z } from 'zod';
import { Bus, type Target } from './bus.ts';
import type { Desktop } from './desktop.ts';
import { plain } from './plain.ts';

const name = 'org.a11y.Bus';
const status = { destination: name, path: '/org/a11y/bus', interface: 'org.freedesktop.DBus.Properties' };
const accessibleInterface = 'org.a11y.atspi.Accessible';
const references = z.tuple([z.array(z.tuple([z.string(), z.string()]))]);

/** What a screen reader sees: at-spi2-core's own bus, and whatever its applications put on it. */
export class ScreenReader {
  readonly #session: Bus;
  readonly #accessibility: Bus;

  private constructor(session: Bus, accessibility: Bus) {
    this.#session = session;
    this.#accessibility = accessibility;
  }

  /** Starts the bus of the screen readers; none is in use yet. */
  static async open(desktop: Desktop): Promise<ScreenReader> {
    // What starts from now on may put itself on it.
    desktop.env['NO_AT_BRIDGE'] = '0';
    const session = await desktop.connect();
    const launcher = desktop.start('/usr/libexec/at-spi-bus-launcher', ['--launch-immediately']);
    await launcher.until(`the name ${name}`, async () => session.owner(name));
    const [address] = await session.call({ ...status, interface: name }, 'GetAddress');
    const accessibility = await Bus.open(String(address));
    desktop.onStop(() => accessibility.close());
    return new ScreenReader(session, accessibility);
  }

  /** Lets applications put themselves on the bus, as GNOME's setting "toolkit-accessibility" does. */
  async enable(): Promise<void> {
    await this.#set('IsEnabled', true);
  }

  /** Somebody switches a screen reader on or off. */
  async use(inUse: boolean): Promise<void> {
    await this.#set('ScreenReaderEnabled', inUse);
  }

  /** All that is to be heard, as "role: name" of each part that has a name. */
  async parts(): Promise<string[]> {
    const root = { destination: 'org.a11y.atspi.Registry', path: '/org/a11y/atspi/accessible/root' };
    return this.#partsOf({ ...root, interface: accessibleInterface });
  }

  async #set(property: string, on: boolean): Promise<void> {
    await this.#session.call(status, 'Set', 'ssv', ['org.a11y.Status', property, new Variant('b', on)]);
  }

  async #partsOf(part: Target): Promise<string[]> {
    const [role] = await this.#accessibility.call(part, 'GetRoleName');
    const called = await this.#accessibility.property(part, 'Name');
    const own = called === '' ? [] : [`${String(role)}: ${String(called)}`];
    const [children] = references.parse(plain(await this.#accessibility.call(part, 'GetChildren')));
    const below: string[] = [];
    for (const [destination, path] of children) {
      below.push(...(await this.#partsOf({ destination, path, interface: accessibleInterface })));
    }
    return [...own, ...below];
  }
}
