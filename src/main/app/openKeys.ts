import type { KeyringState } from '../../core/state.ts';
import type { Engine } from '../engine/engine.ts';
import type { ProxyCredentials } from '../storage/proxyCredentials.ts';
import type { Sealer } from '../storage/sealer.ts';
import type { Vault } from '../storage/vault.ts';

/** What the keys are opened with. */
export type OpenKeysParts = {
  engine: Pick<Engine, 'dispatch' | 'state'>;
  sealer: Pick<Sealer, 'answers'>;
  proxyCredentials: Pick<ProxyCredentials, 'keyringChanged'>;
  vault: Pick<Vault, 'keyringChanged' | 'keyStatus' | 'keptUntilQuit'>;
};

/** Opens the keys when the keyring opens, and lets the engine know how both are. A later state overtakes an earlier one. */
export function createOpenKeys(parts: OpenKeysParts): (told: KeyringState) => Promise<void> {
  const { engine, sealer, proxyCredentials, vault } = parts;
  let latest = 0;
  const portals = () => engine.state().watches.map(({ portal }) => portal);

  return async function take(told) {
    latest += 1;
    const turn = latest;
    const isLatest = (): boolean => turn === latest;
    const late = (): void => {
      if (isLatest()) void take(told);
    };
    const silent = told === 'open' && !(await sealer.answers(late));
    if (!isLatest()) return;
    const keyring = silent ? 'silent' : told;
    // Before the keys: with them the looks begin.
    await proxyCredentials.keyringChanged(keyring === 'open');
    if (!isLatest()) return;
    await vault.keyringChanged(keyring === 'open', portals());
    if (!isLatest()) return;
    for (const { id } of portals()) {
      engine.dispatch({ type: 'keyStatus', portal: id, keyStatus: vault.keyStatus(id) });
    }
    engine.dispatch({ type: 'application', facts: { keyring, keptUntilQuit: vault.keptUntilQuit() } });
  };
}
