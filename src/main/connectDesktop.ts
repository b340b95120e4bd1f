import type { Clock } from './clock.ts';
import type { Desktop, KeyringState } from './desktop.ts';
import type { Engine } from './engine.ts';
import type { Tray } from './tray.ts';
import type { Vault } from './vault.ts';

/** A panel that starts with the session may need a while; after this the window is the way to reach Keepwatch. */
const longestTrayWait = 5000;

/** Lets the engine know what the desktop offers, now and whenever that changes. */
export async function connectDesktop(
  desktop: Desktop,
  {
    engine,
    vault,
    tray,
    clock,
    showWindow,
  }: {
    engine: Engine;
    vault: Vault;
    tray: Tray;
    clock: Clock;
    showWindow: () => void;
  },
): Promise<void> {
  const tellTrayless = (trayless: boolean): void =>
    engine.dispatch({ type: 'application', facts: { trayless } });
  let hosted = false;
  let missed = false;
  clock.after(longestTrayWait, () => {
    if (hosted) return;
    tellTrayless(true);
    showWindow();
  });

  await desktop.followTrayHost((there) => {
    // An icon that was made without a host is none: it is made again when one appears.
    if (there && missed) tray.remake();
    missed = !there && !hosted;
    hosted = there;
    if (there) tellTrayless(false);
  });
  await desktop.followKeyring((state) => tellCredentials(engine, vault, state));
  await desktop.notices.follow(() => engine.dispatch({ type: 'noticesBack' }));
}

function tellCredentials(engine: Engine, vault: Vault, keyring: KeyringState): void {
  const portals = engine.state().watches.map(({ portal }) => portal);
  vault.keyringChanged(keyring === 'open', portals);
  for (const { id } of portals) {
    engine.dispatch({ type: 'credential', portal: id, credential: vault.credential(id) });
  }
  engine.dispatch({ type: 'application', facts: { keptUntilQuit: vault.keptUntilQuit() } });
}
