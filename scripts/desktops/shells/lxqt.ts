import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from '../../../tests/support/desktop/child.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notification.ts';
import { openOtherWindow } from '../otherWindow.ts';
import { waitForHost, waitForOwner, waitForWindowManager } from '../services.ts';
import type { Shell } from '../shell.ts';

/** LXQt: its panel and notification daemon, with Openbox. */
export const lxqt: Shell = {
  name: 'LXQt',
  package: 'lxqt-panel',
  tray: 'StatusNotifier',
  desktop: { env: { XDG_CURRENT_DESKTOP: 'LXQt' } },
  open: async (desktop) => {
    const folder = join(desktop.home, '.config', 'lxqt');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'panel.conf'), settings);
    await waitForWindowManager(desktop, desktop.start('openbox'));
    await waitForOwner(desktop, desktop.start('lxqt-notificationd'), serverName);
    let panel = await startPanel(desktop);
    return {
      panel: { x: 0, y: 764, width: 1280, height: 36 },
      elsewhere: await openOtherWindow(desktop),
      restart: async () => {
        await panel.stop('SIGKILL');
        panel = await startPanel(desktop);
      },
    };
  },
};

async function startPanel(desktop: Desktop): Promise<Child> {
  const panel = desktop.start('lxqt-panel');
  await waitForHost(desktop, panel);
  return panel;
}

const settings = `[General]
panels=panel1
[panel1]
alignment=0
iconSize=22
lineCount=1
panelSize=32
plugins=taskbar, statusnotifier
position=Bottom
width=100
width-percent=true
[taskbar]
type=taskbar
[statusnotifier]
type=statusnotifier
`;
