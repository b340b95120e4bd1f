import type { CommandLine, MenuItemConstructorOptions } from 'electron';

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

/**
 * On macOS the keys for copying, pasting and closing belong to this menu. Electron's default one would also reload a form
 * that is half filled in.
 */
export const macApplicationMenu: MenuItemConstructorOptions[] = [
  { role: 'appMenu' },
  { role: 'editMenu' },
  { role: 'windowMenu' },
];

/** What of Electron's app is used. */
type Instances = {
  requestSingleInstanceLock: () => boolean;
  on(event: 'second-instance', hear: () => void): unknown;
};

/** There is one Keepwatch per user: a second launch asks the first one to show itself. Whether this is the first. */
export function isFirstInstance(app: Instances, launchedAgain: () => void): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', launchedAgain);
  return true;
}

/** What of the process is used. */
type Signals = { on(signal: 'SIGTERM' | 'SIGINT' | 'SIGHUP', hear: () => void): unknown };

/**
 * Quits when the system or a terminal asks for it. Electron does so by itself until somebody listens to these signals,
 * and electron-store does (its when-exit): the process would end at once, with nothing put away.
 */
export function quitOnSignals(process: Signals, quit: () => void): void {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, quit);
}
