import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { Desktop } from './desktop.ts';
import { type Pixmap, readPixmap } from './pixmap.ts';
import type { Place, Region } from './region.ts';
import { waitForRest } from './waitFor.ts';

const buttons = { left: '1', middle: '2', right: '3' } as const;

/** The screen of a desktop with a pointer and a keyboard: what its user sees and does. */
export class Screen {
  readonly #desktop: Desktop;

  constructor(desktop: Desktop) {
    this.#desktop = desktop;
  }

  /** Writes a PNG of the screen, or of a region of it. */
  async photograph(file: string, region?: Region): Promise<void> {
    const crop = region
      ? ['-crop', `${region.width}x${region.height}+${region.x}+${region.y}`, '+repage']
      : [];
    await this.#desktop.run('import', '-silent', '-window', 'root', ...crop, '-strip', file);
  }

  /** What the screen shows, pixel by pixel. */
  async look(region?: Region): Promise<Pixmap> {
    const file = join(this.#desktop.folder, `${randomUUID()}.png`);
    await this.photograph(file, region);
    return readPixmap(file);
  }

  /** Moves the pointer there, the last step small, so that what lies there notifications. */
  async hover({ x, y }: Place): Promise<void> {
    await this.#desktop.run('xdotool', 'mousemove', `${x - 1}`, `${y}`, 'mousemove', `${x}`, `${y}`);
  }

  /** Clicks there. */
  async click(place: Place, button: keyof typeof buttons = 'left'): Promise<void> {
    await this.hover(place);
    await this.#desktop.run('xdotool', 'click', buttons[button]);
  }

  /** Presses keys one after the other, by their X names: "Tab", "Return", "Down", "ctrl+v". */
  async press(...keys: string[]): Promise<void> {
    await this.#desktop.run('xdotool', 'key', ...keys);
  }

  /** Types a text. */
  async type(text: string): Promise<void> {
    await this.#desktop.run('xdotool', 'type', text);
  }

  /** The visible windows of a class, or with a title, as a regular expression; without their frames. */
  async windows(by: 'class' | 'name', pattern: string): Promise<Region[]> {
    const words = ['search', '--onlyvisible', `--${by}`, pattern, 'getwindowgeometry', '%@'];
    // It fails where there are none, or one goes just now.
    const { stdout } = await this.#desktop.attempt('xdotool', words);
    const found = stdout.matchAll(/Position: (-?\d+),(-?\d+).*\n\s*Geometry: (\d+)x(\d+)/gu);
    return Array.from(found, ([, x, y, width, height]) => ({
      x: Number(x),
      y: Number(y),
      width: Number(width),
      height: Number(height),
    }));
  }

  /** The window with a title, waited for until it no longer moves. */
  async window(title: string, timeout = 10_000): Promise<Region> {
    const find = async (): Promise<Region | undefined> => (await this.windows('name', title))[0];
    return waitForRest(`the window "${title}"`, find, { timeout });
  }
}
