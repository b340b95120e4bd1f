import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, protocol, session } from 'electron';
import type { Event } from '../../../src/core/event.ts';
import { privileges, serveRenderer } from '../../../src/main/protocol.ts';
import { createWindowKeeper } from '../../../src/main/window.ts';
import { waitFor } from '../../desktop/harness/waitFor.ts';

export function prepare(): void {
  protocol.registerSchemesAsPrivileged([privileges]);
}

/** Opens, holds, closes and crashes the window, and tells what it saw. */
export async function run(folder: string, preload: string): Promise<Record<string, unknown>> {
  serveRenderer(session.defaultSession, folder);
  const events: Array<Event['type']> = [];
  const failed: string[] = [];
  const rejected: string[] = [];
  process.on('unhandledRejection', (reason) => rejected.push(String(reason)));
  let now = 0;
  const keeper = createWindowKeeper(
    { files: { preload, icon: '' }, now: () => now, failed: (reason) => failed.push(reason) },
    (event) => events.push(event.type),
  );
  const current = (): BrowserWindow => {
    const [window] = BrowserWindow.getAllWindows();
    if (window === undefined) throw new Error('there is no window');
    return window;
  };
  const count = (): number => BrowserWindow.getAllWindows().length;
  const opens = async (): Promise<unknown> => waitFor('the window', () => events.includes('windowOpened'));
  const closes = async (): Promise<unknown> => waitFor('its end', () => count() === 0);
  /** Waits long enough for a window that should not close to have closed. */
  const stays = async (): Promise<boolean> => {
    await current().webContents.executeJavaScript('1');
    return count() === 1;
  };
  const seen: Record<string, unknown> = {};

  keeper.open('ordinary');
  seen['contents before it is ready'] = keeper.contents() !== null;
  await opens();
  keeper.open('ordinary');
  seen['one window'] = count();
  current().emit('blur');
  seen['ordinary stays on blur'] = await stays();
  keeper.toggle();
  seen['ordinary stays on a click on the icon'] = await stays();
  keeper.close();
  await closes();
  seen['closed'] = [keeper.contents(), events.splice(0).at(-1)];

  keeper.toggle();
  seen['the click that closed it opens nothing'] = count();
  now += 1000;
  keeper.toggle();
  await opens();
  current().emit('blur');
  await closes();
  seen['glance goes on blur'] = events.splice(0).at(-1);

  now += 1000;
  keeper.toggle();
  await opens();
  keeper.hold(true);
  current().emit('blur');
  keeper.toggle();
  seen['held stays'] = await stays();
  keeper.hold(false);
  keeper.toggle();
  await closes();
  events.length = 0;

  keeper.open('glance');
  keeper.close();
  await closes();
  seen['never shown, never opened'] = events.splice(0);

  keeper.open('ordinary');
  await opens();
  events.length = 0;
  current().webContents.forcefullyCrashRenderer();
  await closes();
  seen['crashed'] = [failed.splice(0), events.splice(0).at(-1), keeper.contents()];
  keeper.open('ordinary');
  await opens();
  seen['opens after a crash'] = count();
  keeper.close();
  await closes();
  renameSync(join(folder, 'index.html'), join(folder, 'elsewhere.html'));
  keeper.open('ordinary');
  await closes();
  seen['not loaded'] = [failed.length, keeper.contents()];
  renameSync(join(folder, 'elsewhere.html'), join(folder, 'index.html'));
  events.length = 0;
  keeper.open('ordinary');
  await opens();
  seen['opens after that'] = count();
  keeper.close();
  await closes();
  seen['rejected'] = rejected;
  return seen;
}
