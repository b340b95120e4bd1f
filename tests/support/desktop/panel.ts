import type { Desktop } from './desktop.ts';
import { findButtons } from './bubbleButtons.ts';
import { isPainted } from './pixmap.ts';
import { centre, type Region } from './region.ts';
import { Screen } from './screen.ts';
import { waitFor, waitForRest } from './waitFor.ts';
import { startXfce } from './xfce.ts';

/** A desktop people know, with a panel, a tray and notifications that can be clicked: for pictures and the demo. */
export class Panel {
  readonly screen: Screen;

  private constructor(screen: Screen) {
    this.screen = screen;
  }

  /** Starts it on a desktop, and is ready when the panel hosts tray items. Takes about a second. */
  static async open(desktop: Desktop): Promise<Panel> {
    await startXfce(desktop);
    return new Panel(new Screen(desktop));
  }

  /** Where an icon lies in the tray, waited for until it no longer moves; without a number the leftmost. */
  async trayIcon(at = 0, timeout = 10_000): Promise<Region> {
    const find = async (): Promise<Region | undefined> => {
      const tray = (await this.#trayWindows()).find(({ y }) => y === 0);
      // An icon has a square cell, as high as the panel; the plugin alone is narrower than that.
      const cells = tray && Math.floor(tray.width / tray.height);
      if (!tray || !cells || at >= cells) return undefined;
      const width = Math.floor(tray.width / cells);
      return { x: tray.x + at * width, y: tray.y, width, height: tray.height };
    };
    const cell = await waitForRest(`icon ${at} of the tray`, find, { timeout });
    await waitFor('a picture in it', async () => isPainted(await this.screen.look(cell)), { timeout });
    return cell;
  }

  /** The tooltip or the menu of a tray icon, once it is open. */
  async trayPopup(timeout = 10_000): Promise<Region> {
    const find = async (): Promise<Region | undefined> => (await this.#trayWindows()).find(({ y }) => y > 0);
    return waitForRest('a tooltip or menu of the tray', find, { timeout });
  }

  /** A notification on the screen, waited for until it no longer moves; without a number the topmost. */
  async bubble(at = 0, timeout = 10_000): Promise<Region> {
    const find = async (): Promise<Region | undefined> => (await this.#bubbles())[at];
    return waitForRest(`notification ${at} on the screen`, find, { timeout });
  }

  /** Clicks a notification itself, which puts it away: the server of Xfce makes even the default action a button. */
  async clickBubble(at = 0): Promise<void> {
    const { x, y } = await this.bubble(at);
    await this.screen.click({ x: x + 24, y: y + 24 });
  }

  /** Clicks a button of a notification, counted from the left. */
  async clickBubbleButton(button: number, at = 0): Promise<void> {
    const bubble = await this.bubble(at);
    const found = await waitFor(
      `button ${button}`,
      async () => findButtons(await this.screen.look(bubble))[button],
    );
    await this.screen.click(centre({ ...found, x: bubble.x + found.x, y: bubble.y + found.y }));
  }

  /** Waits until no notification is on the screen. */
  async withoutBubbles(timeout = 10_000): Promise<void> {
    await waitFor('a screen without notifications', async () => (await this.#bubbles()).length === 0, {
      timeout,
    });
  }

  async #bubbles(): Promise<Region[]> {
    return (await this.screen.windows('class', '^Xfce4-notifyd$')).toSorted((one, other) => one.y - other.y);
  }

  async #trayWindows(): Promise<Region[]> {
    return this.screen.windows('class', '^Wrapper-2.0$');
  }
}
