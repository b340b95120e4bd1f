import type { Clock } from '../clock.ts';
import type { Desktop, KeyringState, TrayHost } from '../desktop/desktop.ts';
import type { Engine } from '../engine/engine.ts';
import type { SignIns } from '../storage/proxyCredentials.ts';
import type { Tray } from '../desktop/tray.ts';
import type { Vault } from '../storage/vault.ts';

/** What the desktop is connected with. */
export type Connected = {
  engine: Pick<Engine, 'dispatch' | 'state'>;
  signIns: Pick<SignIns, 'keyringChanged'>;
  vault: Pick<Vault, 'keyringChanged' | 'credential' | 'keptUntilQuit'>;
  tray: Pick<Tray, 'remake'>;
  clock: Pick<Clock, 'after'>;
  showWindow: () => void;
};

/** A panel that starts with the session may need a while; after this the window is the way to reach Keepwatch. */
const longestTrayWait = 5000;

/** Lets the engine know what the desktop offers, now and whenever that changes. */
export async function connectDesktop(desktop: Desktop, connected: Connected): Promise<void> {
  const { engine, vault, signIns } = connected;
  await Promise.all([
    desktop.followTrayHost(takeTrayHost(connected)),
    desktop.followKeyring((state) => {
      // Before the keys: with them the looks begin.
      signIns.keyringChanged(state === 'open');
      tellCredentials(engine, vault, state);
    }),
    desktop.notices.follow(() => engine.dispatch({ type: 'noticesBack' })),
  ]);
}

function takeTrayHost({ engine, tray, clock, showWindow }: Connected): (host: TrayHost) => void {
  const tellTrayless = (trayless: boolean): void =>
    engine.dispatch({ type: 'application', facts: { trayless } });
  let hosted = false;
  let entered = false;
  let before: TrayHost | null = null;
  clock.after(longestTrayWait, () => {
    if (hosted) return;
    tellTrayless(true);
    showWindow();
  });
  return (host) => {
    // An icon that no host has taken is none: it is made again when there is one. One that was taken once enters itself.
    if (host === 'lacking' || (host === 'there' && before === 'absent' && !entered)) tray.remake();
    entered ||= host === 'there';
    before = host;
    hosted = host !== 'absent';
    if (hosted) tellTrayless(false);
  };
}

function tellCredentials(
  engine: Connected['engine'],
  vault: Connected['vault'],
  keyring: KeyringState,
): void {
  const portals = engine.state().watches.map(({ portal }) => portal);
  vault.keyringChanged(keyring === 'open', portals);
  for (const { id } of portals) {
    engine.dispatch({ type: 'credential', portal: id, credential: vault.credential(id) });
  }
  engine.dispatch({ type: 'application', facts: { keptUntilQuit: vault.keptUntilQuit() } });
}
