import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bus } from './bus.ts';
import type { Child } from './child.ts';
import type { Desktop } from './desktop.ts';
import { serverName } from './notification.ts';
import { toPng } from './pixmap.ts';
import { watcherName, watcherPath } from './tray.ts';

const settings = join(import.meta.dirname, 'panelHome');
const watcher = { destination: watcherName, path: watcherPath, interface: watcherName };
const ground = [86, 128, 127, 255];

/** Starts what makes Xfce a desktop: window manager, notification server, and a panel with a tray. */
export async function startXfce(desktop: Desktop): Promise<void> {
  // First the settings: a program that finds none asks its first-run questions.
  await cp(settings, desktop.home, { recursive: true });
  await paintBackground(desktop);
  const bus = await desktop.connect();
  await startService(desktop, bus, 'org.xfce.Xfconf', 'org.xfce.Xfconf');
  await Promise.all([
    startWindowManager(desktop),
    startService(desktop, bus, serverName, 'org.xfce.xfce4-notifyd.Notifications'),
    startPanel(desktop, bus),
  ]);
}

/** Starts the program that a file of D-Bus names, as the bus would by itself where it may. */
async function startService(desktop: Desktop, bus: Bus, name: string, file: string): Promise<void> {
  const text = await readFile(`/usr/share/dbus-1/services/${file}.service`, 'utf8');
  const program = /^Exec=(\S+)/mu.exec(text)?.[1];
  if (!program) throw new Error(`${file}.service names no program.`);
  const child = desktop.start(program);
  await child.until(`the name ${name}`, async () => bus.owner(name));
}

/** The window manager says on the root window that it is there. */
async function startWindowManager(desktop: Desktop): Promise<void> {
  const child = desktop.start('xfwm4', ['--replace']);
  const check = async (): Promise<boolean> =>
    (await desktop.run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK')).includes('window id');
  await child.until('the window manager', check);
}

/** Ends the panel as a crash does, and starts it anew. */
export async function restartPanel(desktop: Desktop): Promise<void> {
  await panels.get(desktop)?.stop('SIGKILL');
  await startPanel(desktop, await desktop.connect());
}

const panels = new WeakMap<Desktop, Child>();

async function startPanel(desktop: Desktop, bus: Bus): Promise<void> {
  const child = desktop.start('xfce4-panel', ['--disable-wm-check']);
  panels.set(desktop, child);
  await child.until('a panel that hosts tray items', async () => {
    const there = (await bus.owner(watcherName)) !== undefined;
    return there && (await bus.property(watcher, 'IsStatusNotifierHostRegistered')) === true;
  });
}

/** One plain colour. xsetroot would not do: the compositor of xfwm4 shows only what is also kept as a pixmap. */
async function paintBackground(desktop: Desktop): Promise<void> {
  const file = join(desktop.folder, 'background.png');
  const rgba = Uint8ClampedArray.from({ length: 16 * 16 * 4 }, (_, at) => ground[at % 4] ?? 0);
  await writeFile(file, toPng({ width: 16, height: 16, rgba }));
  await desktop.run('xwallpaper', '--tile', file);
}
