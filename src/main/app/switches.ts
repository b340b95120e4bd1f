import type { CommandLine } from 'electron';

/** What Chromium has to be told before it starts. */
export function prepareCommandLine(
  commandLine: Pick<CommandLine, 'appendSwitch' | 'hasSwitch'>,
  platform: NodeJS.Platform,
): void {
  // Keepwatch talks to the portals that it was given and to nobody else.
  commandLine.appendSwitch('disable-background-networking');
  commandLine.appendSwitch('disable-component-update');
  commandLine.appendSwitch('no-pings');
  // The Secret Service, on whatever desktop: Electron knows some by their names, and on all others it would store
  // without encrypting. Whether there is one is looked up on the bus.
  if (platform === 'linux' && !commandLine.hasSwitch('password-store'))
    commandLine.appendSwitch('password-store', 'gnome-libsecret');
}
