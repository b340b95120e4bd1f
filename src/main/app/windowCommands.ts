import { parseKey } from '../../core/docspace/authorization.ts';
import { refusalOfUser, type SignInNotKept } from '../../core/net/proxy.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandHandlers } from '../window/ipc.ts';
import type { Autostart } from '../desktop/autostart.ts';
import type { Presenter } from '../engine/presenter.ts';
import type { ProxyCredentials } from '../storage/proxyCredentials.ts';
import type { Vault } from '../storage/vault.ts';
import type { WindowControl } from '../window/window.ts';

/** What the window's commands are done with. */
type WindowCommandParts = {
  engine: Pick<Engine, 'dispatch'>;
  vault: Pick<Vault, 'hold'>;
  presenter: Pick<Presenter, 'visibleAt'>;
  window: Pick<WindowControl, 'hold' | 'close'>;
  autostart: Autostart;
  proxyCredentials: Pick<ProxyCredentials, 'keep' | 'forget' | 'known'>;
  saveDiagnostics: () => void;
  exportPortals: () => void;
  importPortals: () => void;
  quit: () => void;
};

/** What the window's commands do: the core's events are passed on as they are. */
export function createWindowCommands(parts: WindowCommandParts): CommandHandlers {
  const { vault, presenter, window, autostart, proxyCredentials, quit } = parts;
  const { dispatch } = parts.engine;
  const tellSignIns = (signInNotKept: SignInNotKept | null): void =>
    dispatch({ type: 'application', facts: { signedInTo: proxyCredentials.known(), signInNotKept } });
  const signIn = async (proxy: string, user: string, password: string): Promise<void> => {
    const refusal = refusalOfUser(user);
    const kept = refusal === null && (await proxyCredentials.keep(proxy, user, password));
    tellSignIns(kept ? null : { proxy, why: refusal ?? 'notSaved' });
    if (kept) dispatch({ type: 'checkNow', portal: null });
  };
  return {
    dispatch,
    seen: ({ revision }) => {
      const visible = presenter.visibleAt(revision);
      if (visible !== null && visible.endings.length + visible.items.length > 0)
        dispatch({ type: 'seen', visible });
    },
    hold: ({ held }) => window.hold(held),
    close: window.close,
    quit,
    connectSubmit: ({ address, key }) => {
      const parsed = parseKey(key);
      vault.hold(parsed);
      dispatch({ type: 'connectSubmitted', address, keyKind: parsed?.kind ?? null });
    },
    proxySignIn: ({ proxy, user, password }) => void signIn(proxy, user, password),
    proxyForget: ({ proxy }) => {
      proxyCredentials.forget(proxy);
      tellSignIns(null);
    },
    setStartAtLogin: ({ on }) => {
      autostart.set(on);
      dispatch({ type: 'application', facts: { startAtLogin: autostart.isOn() } });
    },
    saveDiagnostics: parts.saveDiagnostics,
    exportPortals: parts.exportPortals,
    importPortals: parts.importPortals,
  };
}
