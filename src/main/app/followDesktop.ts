import type { Clock } from '../clock.ts';
import type { KeyringState } from '../../core/state.ts';
import type { Desktop, TrayHost } from '../desktop/desktop.ts';
import type { Engine } from '../engine/engine.ts';
import type { ProxyCredentials } from '../storage/proxyCredentials.ts';
import type { Tray } from '../desktop/tray.ts';
import type { Vault } from '../storage/vault.ts';

/** What the desktop is connected with. */
export type FollowDesktopParts = {
  engine: Pick<Engine, 'dispatch' | 'state'>;
  proxyCredentials: Pick<ProxyCredentials, 'keyringChanged'>;
  vault: Pick<Vault, 'keyringChanged' | 'keyStatus' | 'keptUntilQuit'>;
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
  const { engine, vault, proxyCredentials } = connected;
  await Promise.all([
    desktop.followTrayHost(takeTrayHost(connected)),
    desktop.followKeyring((state) => {
      // Before the keys: with them the looks begin.
      proxyCredentials.keyringChanged(state === 'open');
      tellCredentials(engine, vault, state);
    }),
    desktop.followScreenReader(connected.readAloud),
    desktop.notices.follow(() => engine.dispatch({ type: 'noticesBack' })),
  ]);
}

function takeTrayHost({ engine, tray, clock, showWindow }: FollowDesktopParts): (host: TrayHost) => void {
  const tellTrayless = (trayless: boolean): void =>
    engine.dispatch({ type: 'application', facts: { trayless } });
  let hosted = false;
  let entered = false;
  let before: TrayHost | null = null;
  let waiting = false;
  const late = (): void => {
    waiting = false;
    if (hosted) return;
    tellTrayless(true);
    // One that goes away later may be behind a locked screen: nobody is to be met by a window there.
    if (!entered) showWindow();
  };
  const wait = (): void => {
    if (waiting) return;
    waiting = true;
    clock.after(longestTrayWait, late);
  };
  wait();
  return (host) => {
    const wasElsewhere = before === 'absent' || before === 'embedded';
    // An icon that no host has taken is none: it is made again when there is one. One that was taken once enters itself.
    if (host === 'lacking' || (host === 'there' && wasElsewhere && !entered)) tray.remake();
    entered ||= host === 'there';
    before = host;
    const wasHosted = hosted;
    hosted = host !== 'absent';
    if (hosted) tellTrayless(false);
    else if (wasHosted) wait();
  };
}

function tellCredentials(
  engine: FollowDesktopParts['engine'],
  vault: FollowDesktopParts['vault'],
  keyring: KeyringState,
): void {
  const portals = engine.state().watches.map(({ portal }) => portal);
  vault.keyringChanged(keyring === 'open', portals);
  for (const { id } of portals) {
    engine.dispatch({ type: 'keyStatus', portal: id, keyStatus: vault.keyStatus(id) });
  }
  engine.dispatch({ type: 'application', facts: { keyring, keptUntilQuit: vault.keptUntilQuit() } });
}
