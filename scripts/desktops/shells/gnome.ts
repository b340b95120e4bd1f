import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Variant } from '@jellybrick/dbus-next';
import type { Bus } from '../../../tests/support/desktop/bus.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notification.ts';
import { ordinaryUser } from '../../../tests/support/desktop/ordinaryUser.ts';
import { waitFor } from '../../../tests/support/desktop/waitFor.ts';
import { openTerminal } from '../otherWindow.ts';
import { waitForHost, waitForOwner } from '../services.ts';
import type { RunningShell, Shell } from '../shell.ts';

const appIndicators = 'ubuntu-appindicators@ubuntu.com';

/** GNOME Shell on Wayland with the extension that shows tray icons, as Ubuntu has it. */
export const gnome: Shell = {
  ...common([appIndicators]),
  name: 'GNOME with AppIndicator',
  tray: 'StatusNotifier',
};

/** GNOME Shell on Wayland as it is by itself: without any tray. */
export const gnomeAlone: Shell = { ...common([]), name: 'GNOME', tray: 'none' };

function common(extensions: string[]): Omit<Shell, 'name' | 'tray'> {
  return {
    package: 'gnome-shell',
    desktop: {
      // It tells root that this is not wise, in a notification.
      account: ordinaryUser,
      // Notifications are the work of a process of its own.
      services: ['org.gnome.Shell.Notifications'],
      env: {
        XDG_CURRENT_DESKTOP: 'GNOME',
        XDG_SESSION_TYPE: 'wayland',
        GSETTINGS_BACKEND: 'keyfile',
        LIBGL_ALWAYS_SOFTWARE: '1',
        // The size of the window in which it runs on the X screen.
        MUTTER_DEBUG_DUMMY_MODE_SPECS: '1280x800',
      },
    },
    application: { args: ['--ozone-platform=wayland'] },
    open: async (desktop) => openShell(desktop, extensions),
  };
}

async function openShell(desktop: Desktop, extensions: string[]): Promise<RunningShell> {
  const folder = join(desktop.home, '.config', 'glib-2.0', 'settings');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'keyfile'), settingsWith(extensions));
  // It has said already that the screen is not locked without its login manager.
  const told = join(desktop.home, '.local', 'share', 'gnome-shell');
  await mkdir(told, { recursive: true });
  await writeFile(join(told, 'lock-warning-shown'), '');
  const bus = await startShell(desktop, extensions);
  desktop.env['WAYLAND_DISPLAY'] = socket;
  return {
    panel,
    prompts: true,
    elsewhere: await openTerminal(desktop, panel),
    iconClick: 'double',
    tooltips: false,
    // Its crash ends every application on Wayland; its tray goes and comes with the extension, as when that is upgraded.
    restart: async () => {
      for (const change of ['DisableExtension', 'EnableExtension'])
        for (const extension of extensions) await bus.call(extensionsOfShell, change, 's', [extension]);
    },
  };
}

const shell = { destination: 'org.gnome.Shell', path: '/org/gnome/Shell', interface: 'org.gnome.Shell' };
const extensionsOfShell = { ...shell, interface: 'org.gnome.Shell.Extensions' };
const socket = 'wayland-shell';
const panel = { x: 0, y: 0, width: 1280, height: 32 };

/** Starts it, and gives a connection to it. */
async function startShell(desktop: Desktop, extensions: string[]): Promise<Bus> {
  const args = ['--nested', '--wayland', `--wayland-display=${socket}`];
  const program = desktop.start('gnome-shell', args, { account: desktop.account });
  await waitForOwner(desktop, program, serverName);
  if (extensions.length > 0) await waitForHost(desktop, program);
  const bus = await desktop.connect();
  await leaveOverview(bus);
  return bus;
}

/** It begins with an overview of all windows, in which they are small. */
async function leaveOverview(bus: Bus): Promise<void> {
  const properties = { ...shell, interface: 'org.freedesktop.DBus.Properties' };
  await waitFor('the overview', async () => (await bus.property(shell, 'OverviewActive')) === true);
  await bus.call(properties, 'Set', 'ssv', [shell.interface, 'OverviewActive', new Variant('b', false)]);
  await waitFor('the desktop', async () => (await bus.property(shell, 'OverviewActive')) === false);
}

function settingsWith(extensions: string[]): string {
  return `[org/gnome/shell]
enabled-extensions=[${extensions.map((name) => `'${name}'`).join(', ')}]
welcome-dialog-last-shown-version='999'

[org/gnome/desktop/interface]
enable-animations=false
`;
}
