import type { CommandLine } from 'electron';

/** Desktops whose keyring Electron finds by their name; on all others it would store without encrypting. */
const known = /\b(gnome|xfce|unity|x-cinnamon|deepin|ukui|pantheon)\b/i;

/** What Chromium has to be told before it starts. */
export function prepareCommandLine(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'hasSwitch'>,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): void {
  // Keepwatch talks to the portals that it was given and to nobody else.
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('no-pings');
  if (platform !== 'linux' || commandLine.hasSwitch('password-store')) return;
  if (!known.test(env['XDG_CURRENT_DESKTOP'] ?? ''))
    commandLine.appendSwitch('password-store', 'gnome-libsecret');
}
