import type { ConnectView } from '../../contract/connectView.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { useCurrentAttempt } from '../hooks/useCurrentAttempt.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { ScreenHeader } from '../components/headers.tsx';
import { ConnectedScreen } from './connectedScreen.tsx';
import { ConnectForm } from './connectForm.tsx';

type Parts = { snapshot: Snapshot; portal: string | null; opener: string; back: () => void };

/** Adding a portal, or giving one another key. */
export function ConnectScreen({ snapshot, portal, opener, back }: Parts) {
  const labels = useLabels();
  const view = useCurrentAttempt(snapshot.connect, 'form');
  const leave = (): void => {
    if (isUnderWay(view)) bridge.dispatch({ type: 'connectEdited' });
    back();
  };
  useOverlay(leave);
  return (
    <main class="screen" data-opener={opener}>
      <ScreenHeader title={portal === null ? labels.addPortal : labels.changeKey} back={leave} />
      <div class="middle pad">
        {view.stage === 'connected' ? (
          <ConnectedScreen view={view} snapshot={snapshot} done={leave} />
        ) : (
          <ConnectForm
            view={view}
            portal={snapshot.portals.find(({ id }) => id === portal) ?? null}
            leave={leave}
          />
        )}
      </div>
    </main>
  );
}

/** Something was sent that is not to go on once the form is left. */
function isUnderWay({ stage }: ConnectView): boolean {
  return stage === 'checking' || stage === 'consent' || stage === 'refused';
}
