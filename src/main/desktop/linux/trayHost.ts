import type { TrayHost } from '../desktop.ts';
import { type Bus, daemon, type BusTarget } from './bus.ts';
import { tellChanges } from './changes.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const target: BusTarget = { destination: watcher, path: '/StatusNotifierWatcher', interface: watcher };
/** An icon that was made again is in the host's list long before this. */
const longestEntry = 3000;

/**
 * Follows whether a tray host is there. Electron asks once, when an icon is made: without a host then, it falls back
 * to an X11 icon for good, which a desktop that starts its panel later never shows. `pid`: whose icon it is about.
 */
export async function followTrayHost(
  bus: Bus,
  tell: (host: TrayHost) => void,
  after: (delay: number, wake: () => void) => void,
  pid = process.pid,
): Promise<void> {
  let owned = false;
  // The icon was in the host's list, or there was no host yet: from then on Electron enters it by itself.
  let entered = false;
  let remade = false;
  const poll: () => Promise<void> = tellChanges(async (): Promise<TrayHost> => {
    const again = (): void => void poll();
    const there = owned && (await bus.property(target, 'IsStatusNotifierHostRegistered', again)) === true;
    entered ||= !there || (await hasIcon(bus, pid));
    if (!there) return 'absent';
    if (entered) return 'there';
    // One that does not take the icon that was made again for it either shows none.
    if (remade) return 'absent';
    // It may have come right after the icon was made.
    remade = true;
    after(longestEntry, again);
    return 'lacking';
  }, tell);
  await bus.listen(target, ({ member }) => {
    if (member.startsWith('StatusNotifierHost')) void poll();
  });
  await bus.followName(watcher, (owner) => {
    owned = owner !== null;
    void poll();
  });
}

/** Whether an icon of a process is in the host's list; yes, where that cannot be found out. */
async function hasIcon(bus: Bus, pid: number): Promise<boolean> {
  const items = await bus.property(target, 'RegisteredStatusNotifierItems');
  if (!Array.isArray(items)) return true;
  // ":1.7/StatusNotifierItem", ":1.7@/StatusNotifierItem" or a name alone, as the desktop likes.
  const owners = items.map((item) => String(item).replace(/[@/].*$/, ''));
  const pids = await Promise.all(owners.map(async (owner) => processOf(bus, owner)));
  return pids.includes(pid);
}

async function processOf(bus: Bus, owner: string): Promise<unknown> {
  const answer = await bus.call(daemon, 'GetConnectionUnixProcessID', 's', [owner]);
  return answer.ok ? answer.value[0] : null;
}
