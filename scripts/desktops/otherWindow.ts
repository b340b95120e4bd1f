import type { Desktop } from '../../tests/support/desktop/desktop.ts';
import { centre, type Place, type Region } from '../../tests/support/desktop/region.ts';
import { Screen } from '../../tests/support/desktop/screen.ts';
import { waitForRest } from '../../tests/support/desktop/waitFor.ts';
import { findChange } from './pixels.ts';

/** Opens a window of another program at the bottom left, and gives its middle: a click there takes the focus. */
export async function openOtherWindow(desktop: Desktop): Promise<Place> {
  desktop.start('xlogo', ['-geometry', '160x120+40+560']);
  return centre(await new Screen(desktop).window('^xlogo$'));
}

/** The same on Wayland, where the compositor chooses the place. */
export async function openTerminal(desktop: Desktop, panel: Region): Promise<Place> {
  const screen = new Screen(desktop);
  const before = await screen.look();
  // It refuses a language that is not installed.
  const options = { account: desktop.account, env: { LC_ALL: 'C.UTF-8' } };
  const terminal = desktop.start('foot', ['--app-id=other', '--window-size-pixels=200x160', 'cat'], options);
  const look = async (): Promise<Region | undefined> => findChange(before, await screen.look(), panel);
  return centre(
    await terminal.until('its window', async () => waitForRest('a terminal', look, { rest: 600 })),
  );
}
