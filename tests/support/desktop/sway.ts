import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';

/** A Wayland compositor: how large its screen is, and how dense. */
export type SwayOptions = { size?: `${number}x${number}`; scale?: number };

/**
 * Starts sway as a window that fills the X screen of a desktop: so the pointer, the keyboard and the pictures of `Screen`
 * are there on Wayland as well. What starts from then on finds it by its environment.
 */
export async function startSway(desktop: Desktop, { size = '1280x800', scale = 1 }: SwayOptions = {}) {
  const file = join(desktop.home, 'sway.conf');
  await writeFile(file, configuration(size, scale));
  const env = {
    WLR_BACKENDS: 'x11',
    // No graphics card is needed.
    WLR_RENDERER: 'pixman',
  };
  // It refuses to run as root.
  const sway = desktop.start('sway', ['--config', file], { env, account: desktop.account });
  const socket = await waitForSocket(desktop, sway);
  desktop.env['WAYLAND_DISPLAY'] = socket;
  desktop.env['XDG_SESSION_TYPE'] = 'wayland';
  return sway;
}

async function waitForSocket(desktop: Desktop, sway: Child): Promise<string> {
  const folder = desktop.env['XDG_RUNTIME_DIR'] ?? '';
  const find = async (): Promise<string | undefined> =>
    (await readdir(folder)).find((name) => /^wayland-\d+$/.test(name));
  return sway.until('a Wayland socket', find);
}

function configuration(size: string, scale: number): string {
  return `output X11-1 resolution ${size} position 0 0 scale ${scale}
output * background #56807f solid_color
xwayland disable
focus_follows_mouse no
default_border none
for_window [app_id=".*"] floating enable
for_window [app_id="other"] resize set 160 120, move position 40 560
`;
}
