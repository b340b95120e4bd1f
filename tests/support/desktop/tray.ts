import { z } from 'zod';
import type { Bus } from './bus.ts';
import type { Pixmap } from './pixmap.ts';
import { TrayItem } from './trayItem.ts';
import { followItem, type TrayReading } from './trayReading.ts';
import { waitFor } from './waitFor.ts';

/** The bus name and interface under which a desktop keeps its list of tray items. */
export const watcherName = 'org.kde.StatusNotifierWatcher';
/** Where that list is. */
export const watcherPath = '/StatusNotifierWatcher';

const watcher = { destination: watcherName, path: watcherPath, interface: watcherName };
const names = z.array(z.string());

/** Hears what an item shows: when it is new, and whenever it changes. */
export type HearTray = (reading: TrayReading, item: TrayItem) => void;

/** Follows every item of the tray, whoever keeps the list: our own stand-in or a real panel. */
export async function followTray(bus: Bus, onChange: HearTray = () => undefined): Promise<Tray> {
  const tray = new Tray(bus, onChange);
  await tray.follow();
  return tray;
}

/** What is in the tray, and what it showed over time. */
export class Tray {
  /** Everything that was read, in order. */
  readonly readings: TrayReading[] = [];
  readonly #bus: Bus;
  readonly #hear: HearTray;
  readonly #entries = new Map<string, { item: TrayItem; end: AbortController }>();
  readonly #gone = new Set<string>();
  readonly #end = new AbortController();

  constructor(bus: Bus, hear: HearTray) {
    this.#bus = bus;
    this.#hear = hear;
  }

  /** The items that are there now, oldest first. */
  get items(): TrayItem[] {
    return [...this.#entries.values()].map(({ item }) => item);
  }

  /** The newest item, waited for. */
  async item(timeout = 10_000): Promise<TrayItem> {
    return waitFor('an item in the tray', () => this.items.at(-1), { timeout });
  }

  /** The tooltips there were, in order, each once for as long as it stayed. */
  tooltips(): string[] {
    return this.readings.map(({ tooltip }) => tooltip).filter((text, at, all) => text !== all[at - 1]);
  }

  /** The pictures there were, in order, as often as one was set. */
  icons(): Pixmap[] {
    return this.readings
      .filter(({ cause }) => cause === 'registered' || cause === 'NewIcon')
      .map(({ icon }) => icon);
  }

  /** Begins to follow. */
  async follow(): Promise<void> {
    const registered = { path: watcherPath, interface: watcherName, member: 'StatusNotifierItemRegistered' };
    const changed = { sender: 'org.freedesktop.DBus', member: 'NameOwnerChanged' };
    // The bus may be taken away in between; then there is nothing to follow any more.
    const enter = (name: string): void => void this.#enter(name).catch(() => undefined);
    await this.#bus.listen(registered, ({ body }) => enter(String(body[0])), this.#end.signal);
    await this.#bus.listen(
      changed,
      ({ body }) => this.#leave(String(body[0]), String(body[2])),
      this.#end.signal,
    );
    if ((await this.#bus.owner(watcherName)) === undefined) return;
    const list = names.parse(await this.#bus.property(watcher, 'RegisteredStatusNotifierItems'));
    for (const name of list) await this.#enter(name);
  }

  /** Hears nothing any more. */
  stop(): void {
    this.#end.abort();
    this.#clear();
  }

  /** A name in the list: ":1.7/StatusNotifierItem", ":1.7", "org.example.Item", and ":1.7@/StatusNotifierItem" on GNOME. */
  async #enter(name: string): Promise<void> {
    const [, entry = name, path = '/StatusNotifierItem'] = /^([^/@]+)@?(\/.*)?$/.exec(name) ?? [];
    const owner = await this.#bus.owner(entry);
    // It may have left between the answer and this line. A unique name is never given again.
    if (owner === undefined || this.#gone.has(owner) || this.#entries.has(owner)) return;
    const item = new TrayItem(this.#bus, owner, path);
    const end = new AbortController();
    this.#entries.set(owner, { item, end });
    const hear = (reading: TrayReading): void => {
      this.readings.push(reading);
      this.#hear(reading, item);
    };
    await followItem(this.#bus, item, hear, end.signal);
  }

  /** An application left, or with the list's keeper all of them: who is still there then enters the next list. */
  #leave(name: string, successor: string): void {
    if (name === watcherName) this.#clear();
    if (successor !== '') return;
    this.#gone.add(name);
    this.#entries.get(name)?.end.abort();
    this.#entries.delete(name);
  }

  #clear(): void {
    for (const { end } of this.#entries.values()) end.abort();
    this.#entries.clear();
  }
}
