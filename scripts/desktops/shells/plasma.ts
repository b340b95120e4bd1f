import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from '../../../tests/support/desktop/child.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notification.ts';
import { waitForHost, waitForOwner, waitForWindowManager } from '../services.ts';
import type { Shell } from '../shell.ts';

/** KDE Plasma on X11: plasmashell, KWin and kded, which keeps the list of tray icons. */
export const plasma: Shell = {
  name: 'KDE Plasma',
  package: 'plasma-workspace',
  tray: 'StatusNotifier',
  desktop: {
    env: {
      XDG_CURRENT_DESKTOP: 'KDE',
      KDE_FULL_SESSION: 'true',
      KDE_SESSION_VERSION: '5',
      QT_QUICK_BACKEND: 'software',
      LIBGL_ALWAYS_SOFTWARE: '1',
    },
    services: ['org.kde.ActivityManager', 'org.kde.kglobalaccel', 'org.kde.kded5'],
  },
  open: async (desktop) => {
    const folder = join(desktop.home, '.config');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'plasmanotifyrc'), settings);
    await waitForWindowManager(desktop, desktop.start('kwin_x11', ['--replace']));
    await waitForOwner(desktop, desktop.start('kded5'), 'org.kde.kded5');
    let shell = await startShell(desktop);
    return {
      panel: { x: 0, y: 752, width: 1280, height: 48 },
      elsewhere: { x: 200, y: 500 },
      restart: async () => {
        await shell.stop('SIGKILL');
        shell = await startShell(desktop);
      },
    };
  },
};

// It takes the screen of Xvfb for one that is mirrored, as for a talk: there it shows critical notifications only;
// and those that it shows stay for five seconds, less than it needs here to draw them.
const settings = `[DoNotDisturb]
WhenScreensMirrored=false
[Notifications]
PopupTimeout=30000
`;

async function startShell(desktop: Desktop): Promise<Child> {
  const shell = desktop.start('plasmashell', ['--replace']);
  await waitForOwner(desktop, shell, serverName);
  await waitForHost(desktop, shell);
  return shell;
}
