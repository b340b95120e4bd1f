import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { BrowserWindow, protocol, session } from 'electron';
import type { Event } from '../../../src/core/event.ts';
import { privileges, serveRenderer } from '../../../src/main/window/protocol.ts';
import { createWindowControl } from '../../../src/main/window/window.ts';
import { waitFor } from '../desktop/waitFor.ts';

export function prepare(): void {
  protocol.registerSchemesAsPrivileged([privileges]);
}

/** The page that stands in: what it has to have is its link back. */
const failed = '<!doctype html><a href="index.html">back</a>';

/** Opens, holds, closes and crashes the window, and tells what it saw. */
export async function run(folder: string, preload: string): Promise<Record<string, unknown>> {
  serveRenderer(session.defaultSession, folder, failed);
  const events: Array<Event['type']> = [];
  const failures: string[] = [];
  const wakes: Array<() => void> = [];
  const rejected: string[] = [];
  process.on('unhandledRejection', (reason) => rejected.push(String(reason)));
  let now = 0;
  const keeper = createWindowControl(
    {
      files: { preload, icon: '' },
      clock: {
        steady: () => now,
        after: (_delay, wake) => {
          wakes.push(wake);
          return () => undefined;
        },
      },
      pointer: async () => null,
      failed: (reason) => failures.push(reason),
    },
    // When the focus comes is up to the X server.
    ({ type }) => void (type !== 'windowFocused' && type !== 'windowBlurred' && events.push(type)),
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
  now += 200;
  keeper.toggle();
  seen['a double click opens'] = await stays();
  current().emit('blur');
  await closes();
  seen['glance goes on blur'] = events.splice(0).at(-1);

  now += 1000;
  keeper.toggle();
  await opens();
  keeper.hold(true);
  current().emit('blur');
  now += 1000;
  keeper.toggle();
  seen['held stays'] = await stays();
  keeper.hold(false);
  now += 1000;
  keeper.toggle();
  await closes();
  now += 400;
  keeper.toggle();
  seen['a double click closes'] = count();
  events.length = 0;

  keeper.open('glance');
  keeper.close();
  await closes();
  seen['never shown, never opened'] = events.splice(0);

  keeper.open('ordinary');
  await opens();
  const address = (): string => current().webContents.getURL().replace(/.*\//, '');
  const standsIn = async (): Promise<unknown> =>
    waitFor(
      'the page that stands in',
      // Its address is known, and nothing is loading, a moment before it is there.
      async () =>
        address() === 'failed.html' &&
        !current().webContents.isLoading() &&
        current().webContents.executeJavaScript("document.querySelector('a') !== null"),
    );
  const goesBack = async (): Promise<unknown> => {
    void current().webContents.executeJavaScript("document.querySelector('a').click()", true);
    return waitFor(
      'the page',
      () => address().startsWith('index.html') && !current().webContents.isLoading(),
    );
  };
  events.length = 0;
  keeper.hold(true);
  current().webContents.forcefullyCrashRenderer();
  await standsIn();
  seen['crashed'] = [failures.splice(0), events.splice(0)];
  await goesBack();
  seen['back'] = events.splice(0);
  keeper.hold(true);
  current().webContents.forcefullyCrashRenderer();
  await standsIn();
  failures.length = 0;
  current().webContents.forcefullyCrashRenderer();
  await closes();
  seen['crashed where nothing stands in'] = [failures.splice(0), events.splice(0).at(-1), keeper.contents()];

  renameSync(join(folder, 'index.html'), join(folder, 'elsewhere.html'));
  keeper.open('ordinary');
  await standsIn();
  seen['not loaded'] = failures.splice(0).length;
  renameSync(join(folder, 'elsewhere.html'), join(folder, 'index.html'));
  await goesBack();
  wakes.splice(0).at(-1)?.();
  await standsIn();
  seen['nothing drawn'] = failures.splice(0);
  keeper.close();
  await closes();
  seen['rejected'] = rejected;
  return seen;
}
