import type { Child } from '../../../tests/support/desktop/child.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notification.ts';
import { openOtherWindow } from '../otherWindow.ts';
import { waitForHost, waitForOwner, waitForWindowManager } from '../services.ts';
import type { Shell } from '../shell.ts';

/** MATE: its panel with the notification area, marco, and its notification daemon. */
export const mate: Shell = {
  name: 'MATE',
  package: 'mate-panel',
  tray: 'StatusNotifier',
  desktop: {
    env: { XDG_CURRENT_DESKTOP: 'MATE' },
    services: [
      'org.mate.panel.applet.NotificationAreaAppletFactory',
      'org.mate.panel.applet.ClockAppletFactory',
      'org.mate.panel.applet.WnckletFactory',
    ],
  },
  open: async (desktop) => {
    await waitForWindowManager(desktop, desktop.start('marco', ['--no-force-fullscreen']));
    const notifications = desktop.start('/usr/lib/mate-notification-daemon/mate-notification-daemon');
    await waitForOwner(desktop, notifications, serverName);
    let panel = await startPanel(desktop);
    return {
      panel: { x: 0, y: 0, width: 1280, height: 28 },
      elsewhere: await openOtherWindow(desktop),
      restart: async () => {
        await panel.stop('SIGKILL');
        panel = await startPanel(desktop);
      },
    };
  },
};

async function startPanel(desktop: Desktop): Promise<Child> {
  const panel = desktop.start('mate-panel');
  await waitForHost(desktop, panel);
  return panel;
}
