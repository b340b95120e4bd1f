import type { Bus, Target } from './bus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const target: Target = { destination: watcher, path: '/StatusNotifierWatcher', interface: watcher };

/**
 * Follows whether a tray host is there. Electron asks once, when an icon is made: without a host then, it falls back
 * to an X11 icon for good, which a desktop that starts its panel later never shows.
 */
export async function followTrayHost(bus: Bus, tell: (there: boolean) => void): Promise<void> {
  let last: boolean | null = null;
  const look = async (owned: boolean): Promise<void> => {
    const there = owned && (await bus.property(target, 'IsStatusNotifierHostRegistered')) === true;
    if (there !== last) tell(there);
    last = there;
  };
  await bus.listen(watcher, ({ member }) => {
    if (member.startsWith('StatusNotifierHost')) void look(true);
  });
  await bus.followName(watcher, (owner) => void look(owner !== null));
}
