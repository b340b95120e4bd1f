import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from '../../../tests/support/desktop/child.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notification.ts';
import { ordinaryUser } from '../../../tests/support/desktop/ordinaryUser.ts';
import { openTerminal } from '../otherWindow.ts';
import { waitForHost, waitForOwner } from '../services.ts';
import type { Shell } from '../shell.ts';
import { Sway } from '../../../tests/support/desktop/sway.ts';

/** sway with waybar and mako, on Wayland. */
export const sway: Shell = {
  name: 'sway',
  package: 'sway',
  tray: 'StatusNotifier',
  desktop: { env: { XDG_CURRENT_DESKTOP: 'sway', XDG_SESSION_TYPE: 'wayland' }, account: ordinaryUser },
  application: { args: ['--ozone-platform=wayland'] },
  open: async (desktop) => {
    await Sway.open(desktop);
    const mako = desktop.start('mako');
    await waitForOwner(desktop, mako, serverName);
    let bar = await startWaybar(desktop);
    const panel = { x: 0, y: 0, width: 1280, height: 30 };
    return {
      elsewhere: await openTerminal(desktop, panel),
      panel,
      restart: async () => {
        await bar.stop();
        bar = await startWaybar(desktop);
      },
    };
  },
};

async function startWaybar(desktop: Desktop): Promise<Child> {
  const file = join(desktop.home, 'waybar.json');
  await writeFile(file, JSON.stringify({ layer: 'top', height: 30, 'modules-right': ['tray'] }));
  const bar = desktop.start('waybar', ['--config', file]);
  await waitForHost(desktop, bar);
  return bar;
}
