import type { Clock } from '../clock.ts';
import type { Desktop, TrayHost } from '../desktop/desktop.ts';
import type { Tray } from '../desktop/tray.ts';
import { createOpenKeys, type OpenKeysParts } from './openKeys.ts';

/** What the desktop is connected with. */
type FollowDesktopParts = OpenKeysParts & {
  tray: Pick<Tray, 'remake'>;
  clock: Pick<Clock, 'after'>;
  showWindow: () => void;
  /** Makes the window's content known to screen readers, or no more. */
  readAloud: (inUse: boolean) => void;
};

/** A panel that starts with the session may need a while; after this the window is the way to reach Keepwatch. */
const longestTrayWait = 5000;

/** Lets the engine know what the desktop offers, now and whenever that changes. */
export async function followDesktop(desktop: Desktop, connected: FollowDesktopParts): Promise<void> {
  const { engine } = connected;
  const openKeys = createOpenKeys(connected);
  let opening = Promise.resolve();
  await Promise.all([
    desktop.followTrayHost(takeTrayHost(connected)),
    desktop.followKeyring((state) => {
      opening = openKeys(state);
    }),
    desktop.followScreenReader(connected.readAloud),
    desktop.notifications.follow(() => engine.dispatch({ type: 'notificationsBack' })),
  ]);
  await opening;
}

/** Shows the window where no host shows the icon, at the start; tells the engine whether one does, now and later. */
function takeTrayHost({ engine, tray, clock, showWindow }: FollowDesktopParts): (host: TrayHost) => void {
  const tellTrayless = (trayless: boolean): void =>
    engine.dispatch({ type: 'application', facts: { trayless } });
  let hosted = false;
  let shownOnce = false;
  let before: TrayHost | null = null;
  let waiting = false;
  const late = (): void => {
    waiting = false;
    if (hosted) return;
    tellTrayless(true);
    // A host that goes away later may do so behind a locked screen: no window is to be opened there.
    if (!shownOnce) showWindow();
  };
  const wait = (): void => {
    if (waiting) return;
    waiting = true;
    clock.after(longestTrayWait, late);
  };
  wait();
  return (host) => {
    const wasElsewhere = before === 'absent' || before === 'embedded';
    // No host shows an icon that was made before there was one: it is made again. One that was shown before registers itself.
    if (host === 'lacking' || (host === 'there' && wasElsewhere && !shownOnce)) tray.remake();
    shownOnce ||= host === 'there';
    before = host;
    const wasHosted = hosted;
    hosted = host !== 'absent';
    if (hosted) tellTrayless(false);
    else if (wasHosted) wait();
  };
}
