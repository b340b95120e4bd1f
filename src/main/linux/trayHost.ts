import type { TrayHost } from '../desktop.ts';
import { type Bus, daemon, type Target } from './bus.ts';
import { tellChanges } from './changes.ts';

const watcher = 'org.kde.StatusNotifierWatcher';
const target: Target = { destination: watcher, path: '/StatusNotifierWatcher', interface: watcher };

/**
 * Follows whether a tray host is there. Electron asks once, when an icon is made: without a host then, it falls back
 * to an X11 icon for good, which a desktop that starts its panel later never shows. `pid`: whose icon it is about.
 */
export async function followTrayHost(
  bus: Bus,
  tell: (host: TrayHost) => void,
  pid = process.pid,
): Promise<void> {
  let owned = false;
  let first = true;
  const look = tellChanges(async (): Promise<TrayHost> => {
    const there = owned && (await bus.property(target, 'IsStatusNotifierHostRegistered')) === true;
    // The host may have come right after the icon was made. Later on Electron enters its icon by itself.
    const lacking = there && first && !(await hasIcon(bus, pid));
    first = false;
    return there ? (lacking ? 'lacking' : 'there') : 'absent';
  }, tell);
  await bus.listen(watcher, ({ member }) => {
    if (member.startsWith('StatusNotifierHost')) void look();
  });
  await bus.followName(watcher, (owner) => {
    owned = owner !== null;
    void look();
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
