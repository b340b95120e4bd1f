import type { ConnectView, Snapshot } from '../../contract/snapshot.ts';
import { useFresh } from '../hooks/useFresh.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { ViewHeader } from '../components/header.tsx';
import { ConnectedScreen } from './connected.tsx';
import { ConnectForm } from './connectForm.tsx';

type Parts = { snapshot: Snapshot; portal: string | null; opener: string; back: () => void };

/** Adding a portal, or giving one another key. */
export function ConnectScreen({ snapshot, portal, opener, back }: Parts) {
  const labels = useLabels();
  const view = useFresh(snapshot.connect, 'form');
  const leave = (): void => {
    if (isUnderWay(view)) bridge.connectEdit();
    back();
  };
  useOverlay(leave);
  return (
    <main class="view" data-opener={opener}>
      <ViewHeader title={portal === null ? labels.addPortal : labels.changeKey} back={leave} />
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
