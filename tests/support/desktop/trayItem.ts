import { z } from 'zod';
import type { Bus, Target } from './bus.ts';
import { busPixmaps, fromBus, type Pixmap } from './pixmap.ts';
import { clickLine, findLine, lineWords, type MenuLine, openMenu, readMenu } from './trayMenu.ts';

const toolTip = z.tuple([z.string(), z.array(z.unknown()), z.string(), z.string()]);

/** One icon in the tray, read over the bus as a desktop reads it. */
export class TrayItem {
  /** The unique name of the connection it lives on. */
  readonly owner: string;
  readonly #bus: Bus;
  readonly #item: Target;

  constructor(bus: Bus, owner: string, path: string) {
    this.owner = owner;
    this.#bus = bus;
    this.#item = { destination: owner, path, interface: 'org.kde.StatusNotifierItem' };
  }

  /** What hovering shows. Electron puts all of it into the title. */
  async tooltip(): Promise<string> {
    const [, , title, text] = toolTip.parse(await this.#read('ToolTip'));
    return text === '' ? title : `${title}\n${text}`;
  }

  /** The largest picture of the icon. */
  async icon(): Promise<Pixmap> {
    const all = busPixmaps.parse(await this.#read('IconPixmap'));
    const largest = all.toSorted(([one], [other]) => other - one)[0];
    if (!largest) throw new Error('The tray item has no picture.');
    return fromBus(largest);
  }

  async id(): Promise<string> {
    return z.string().parse(await this.#read('Id'));
  }

  async status(): Promise<string> {
    return z.string().parse(await this.#read('Status'));
  }

  /** The lines of the menu as they are now. */
  async menu(): Promise<MenuLine[]> {
    return readMenu(this.#bus, await this.#menu());
  }

  /** The words of the menu; a separator is "-", what cannot be clicked stands in brackets. */
  async menuWords(): Promise<string[]> {
    return (await this.menu()).map(lineWords);
  }

  /** Opens the menu and clicks the line with these words. */
  async clickMenu(label: string | RegExp): Promise<void> {
    const menu = await this.#menu();
    await openMenu(this.#bus, menu);
    let line = findLine(await readMenu(this.#bus, menu), label);
    // Between reading and clicking the application may have set another menu, whose lines have other numbers.
    while (!(await clickLine(this.#bus, menu, line))) line = findLine(await readMenu(this.#bus, menu), label);
  }

  /** A click with the main button. */
  async activate(x = 0, y = 0): Promise<void> {
    await this.#bus.call(this.#item, 'Activate', 'ii', [x, y]);
  }

  /** A click with the middle button. */
  async secondaryActivate(x = 0, y = 0): Promise<void> {
    await this.#bus.call(this.#item, 'SecondaryActivate', 'ii', [x, y]);
  }

  async #menu(): Promise<Target> {
    const path = z.string().parse(await this.#read('Menu'));
    return { destination: this.owner, path, interface: 'com.canonical.dbusmenu' };
  }

  async #read(name: string): Promise<unknown> {
    return this.#bus.property(this.#item, name);
  }
}
