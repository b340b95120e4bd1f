import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';

/** Starts a tray that embeds X11 windows and knows no other icons, as those of i3bar, tint2 and lxpanel. */
export async function startEmbeddedTray(desktop: Desktop): Promise<Child> {
  const tray = desktop.start('trayer', ['--edge', 'bottom', '--widthtype', 'pixel', '--width', '200']);
  await tray.until('its window', async () =>
    (await desktop.run('xwininfo', '-root', '-tree')).includes('"panel": ("panel" "trayer")'),
  );
  return tray;
}
