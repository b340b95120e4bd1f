import { parseKey } from '../../core/docspace/authorization.ts';
import type { Engine } from '../engine/engine.ts';
import type { CommandHandlers } from '../window/ipc.ts';
import type { Login } from '../desktop/autostart.ts';
import type { Performer } from '../engine/effects.ts';
import type { Presenter } from '../engine/presenter.ts';
import type { SignIns } from '../storage/proxyCredentials.ts';
import type { WindowKeeper } from '../window/window.ts';

/** What the window's commands do: most become an event, as they are. */
export function createHandlers(
  { dispatch }: Pick<Engine, 'dispatch'>,
  performer: Pick<Performer, 'holdKey'>,
  presenter: Pick<Presenter, 'sightOf'>,
  window: Pick<WindowKeeper, 'hold' | 'close'>,
  login: Login,
  signIns: Pick<SignIns, 'keep' | 'forget' | 'known'>,
  saveDiagnostics: () => void,
): CommandHandlers {
  const tellSignIns = (): void => dispatch({ type: 'application', facts: { signedInTo: signIns.known() } });
  return {
    seen: ({ revision }) => {
      const sight = presenter.sightOf(revision);
      if (sight !== null && sight.endings.length + sight.items.length > 0) dispatch({ type: 'seen', sight });
    },
    hold: ({ held }) => window.hold(held),
    close: () => window.close(),
    checkNow: ({ portal }) => dispatch({ type: 'checkNow', portal }),
    pause: () => dispatch({ type: 'paused', until: Infinity }),
    resume: () => dispatch({ type: 'resumed' }),
    portalAction: ({ portal, action }) => dispatch({ type: action, portal }),
    rename: ({ portal, name }) => dispatch({ type: 'rename', portal, name }),
    watchServer: ({ portal, on }) => dispatch({ type: 'watchServer', portal, on }),
    remove: ({ portal }) => dispatch({ type: 'remove', portal }),
    connectOpen: ({ portal }) => dispatch({ type: 'connectOpened', portal }),
    certificateOpen: ({ portal }) => dispatch({ type: 'certificateOpened', portal }),
    connectSubmit: ({ address, key }) => {
      const parsed = parseKey(key);
      performer.holdKey(parsed);
      dispatch({ type: 'connectSubmitted', address, keyKind: parsed?.kind ?? null });
    },
    connectAgree: () => dispatch({ type: 'connectAgreed' }),
    connectEdit: () => dispatch({ type: 'connectEdited' }),
    proxySignIn: ({ proxy, user, password }) => {
      signIns.keep(proxy, user, password);
      tellSignIns();
      dispatch({ type: 'checkNow', portal: null });
    },
    proxyForget: ({ proxy }) => {
      signIns.forget(proxy);
      tellSignIns();
    },
    setTheme: ({ theme }) => dispatch({ type: 'theme', theme }),
    setStartAtLogin: ({ on }) => {
      login.set(on);
      dispatch({ type: 'application', facts: { startAtLogin: login.isOn() } });
    },
    saveDiagnostics: () => saveDiagnostics(),
  };
}
