import { spawnSync } from 'node:child_process';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Desktop } from './desktop.ts';
import type { Region } from './region.ts';
import { waitFor } from './waitFor.ts';

/** How large a screen of a Wayland compositor is, in pixels, and how dense. */
export type Output = { size?: `${number}x${number}`; scale?: number };

/** Its first screen, and another one that is right of it. */
export type SwayOptions = Output & { beside?: Output };

/** Whether there is one on this machine. */
export const hasSway = spawnSync('sway', ['--version']).status === 0;

/** A window as the compositor knows it; its place is in pixels of the screen divided by the scale. */
type SwayNode = {
  name: string | null;
  app_id?: string | null | undefined;
  visible?: boolean | undefined;
  focused: boolean;
  rect: Region;
  nodes: SwayNode[];
  floating_nodes: SwayNode[];
};
const node: z.ZodType<SwayNode> = z.object({
  name: z.nullable(z.string()),
  app_id: z.nullable(z.string()).optional(),
  visible: z.boolean().optional(),
  focused: z.boolean(),
  rect: z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() }),
  nodes: z.array(z.lazy(() => node)),
  floating_nodes: z.array(z.lazy(() => node)),
});

/**
 * A Wayland compositor, as a window that fills the X screen of a desktop: so the pointer, the keyboard and the pictures
 * of `Screen` are there on Wayland as well. What starts from then on finds it by its environment.
 */
export class Sway {
  readonly #desktop: Desktop;
  readonly #socket: string;

  private constructor(desktop: Desktop, socket: string) {
    this.#desktop = desktop;
    this.#socket = socket;
  }

  /** Starts it. It refuses to run as root: the desktop then has an account. */
  static async open(desktop: Desktop, { beside, ...first }: SwayOptions = {}): Promise<Sway> {
    const file = join(desktop.home, 'sway.conf');
    const outputs = beside ? [first, beside] : [first];
    await writeFile(file, configuration(outputs));
    // No graphics card is needed.
    const env = { WLR_BACKENDS: 'x11', WLR_RENDERER: 'pixman', WLR_X11_OUTPUTS: `${outputs.length}` };
    const sway = desktop.start('sway', ['--config', file], { env, account: desktop.account });
    const folder = desktop.env['XDG_RUNTIME_DIR'] ?? '';
    const find = async (name: RegExp): Promise<string | undefined> =>
      (await readdir(folder)).find((entry) => name.test(entry));
    const display = await sway.until('a Wayland socket', async () => find(/^wayland-\d+$/));
    const socket = await sway.until('a socket for commands', async () => find(/^sway-ipc\..*\.sock$/));
    desktop.env['WAYLAND_DISPLAY'] = display;
    desktop.env['XDG_SESSION_TYPE'] = 'wayland';
    // From version 38 on Electron chooses by the line above.
    desktop.env['ELECTRON_OZONE_PLATFORM_HINT'] = 'auto';
    return new Sway(desktop, join(folder, socket));
  }

  /** The visible windows with a title. */
  async windows(title: string): Promise<Region[]> {
    return (await this.#find(title)).map(({ rect }) => rect);
  }

  /** Whether a window with a title has the keyboard. */
  async hasFocus(title: string): Promise<boolean> {
    return (await this.#find(title)).some(({ focused }) => focused);
  }

  /** A window with a title, waited for until it is shown. */
  async window(title: string): Promise<Region> {
    return waitFor(`the window "${title}"`, async () => (await this.windows(title))[0]);
  }

  /** Turns to another workspace, on which there is nothing: every window loses the focus. */
  async lookAway(): Promise<void> {
    await this.#command('workspace', 'elsewhere');
  }

  /** Turns back to where everything is. */
  async lookBack(): Promise<void> {
    await this.#command('workspace', '1');
  }

  /** Asks the windows with a title to close, as their user does. */
  async close(title: string): Promise<void> {
    await this.#command(`[title="${title}"]`, 'kill');
  }

  async #find(title: string): Promise<SwayNode[]> {
    const tree = node.parse(JSON.parse(await this.#command('-t', 'get_tree')));
    return flatten(tree).filter(
      ({ name, visible, app_id: application }) => name === title && visible && application !== null,
    );
  }

  async #command(...words: string[]): Promise<string> {
    return this.#desktop.run('swaymsg', '--socket', this.#socket, ...words);
  }
}

function flatten(tree: SwayNode): SwayNode[] {
  return [tree, ...[...tree.nodes, ...tree.floating_nodes].flatMap(flatten)];
}

function configuration(outputs: Output[]): string {
  const lines = outputs.map(
    ({ size = '1280x800', scale = 1 }, at) =>
      `output X11-${at + 1} resolution ${size} position ${at * 4096} 0 scale ${scale}\n`,
  );
  return `${lines.join('')}output * background #56807f solid_color
xwayland disable
focus_follows_mouse no
default_border none
for_window [app_id=".*"] floating enable
for_window [app_id="other"] resize set 160 120, move position 40 560
`;
}
