import type { Child } from '../../tests/support/desktop/child.ts';
import type { Desktop } from '../../tests/support/desktop/desktop.ts';
import { watcherName, watcherPath } from '../../tests/support/desktop/tray.ts';

const watcher = { destination: watcherName, path: watcherPath, interface: watcherName };

/** Waits until a program has taken its name on the session bus. */
export async function waitForOwner(desktop: Desktop, program: Child, name: string): Promise<void> {
  const bus = await desktop.connect();
  await program.until(`the name ${name}`, async () => bus.owner(name), { timeout: 30_000 });
}

/** Waits until a panel shows the icons that enter themselves over D-Bus. */
export async function waitForHost(desktop: Desktop, panel: Child): Promise<void> {
  const bus = await desktop.connect();
  await panel.until(
    'a panel that hosts tray items',
    async () =>
      (await bus.owner(watcherName)) !== undefined &&
      (await bus.property(watcher, 'IsStatusNotifierHostRegistered')) === true,
    { timeout: 30_000 },
  );
}

/** Waits until a window manager has said on the root window that it is there. */
export async function waitForWindowManager(desktop: Desktop, manager: Child): Promise<void> {
  const check = async (): Promise<boolean> =>
    (await desktop.run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK')).includes('window id');
  await manager.until('the window manager', check, { timeout: 30_000 });
}
