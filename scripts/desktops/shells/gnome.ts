import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Child } from '../../../tests/support/desktop/child.ts';
import type { Desktop } from '../../../tests/support/desktop/desktop.ts';
import { serverName } from '../../../tests/support/desktop/notice.ts';
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
  let shell = await startShell(desktop, extensions);
  desktop.env['WAYLAND_DISPLAY'] = socket;
  return {
    panel: { x: 0, y: 0, width: 1280, height: 32 },
    elsewhere: { x: 200, y: 600 },
    restart: async () => {
      await shell.stop('SIGKILL');
      shell = await startShell(desktop, extensions);
    },
  };
}

const socket = 'wayland-shell';

async function startShell(desktop: Desktop, extensions: string[]): Promise<Child> {
  const shell = desktop.start('gnome-shell', ['--nested', '--wayland', `--wayland-display=${socket}`]);
  await waitForOwner(desktop, shell, serverName);
  if (extensions.length > 0) await waitForHost(desktop, shell);
  return shell;
}

function settingsWith(extensions: string[]): string {
  return `[org/gnome/shell]
enabled-extensions=[${extensions.map((name) => `'${name}'`).join(', ')}]
welcome-dialog-last-shown-version='999'

[org/gnome/desktop/interface]
enable-animations=false
`;
}
