import { useLayoutEffect } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { useCurrentAttempt } from '../hooks/useCurrentAttempt.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { AttemptOutcome } from '../components/attemptOutcome.tsx';
import { ScreenHeader } from '../components/headers.tsx';
import { ConnectedScreen } from './connectedScreen.tsx';

type Parts = { snapshot: Snapshot; opener: string; back: () => void };

/** The certificate that a portal shows now, and whether to go on with it. */
export function CertificateScreen({ snapshot, opener, back }: Parts) {
  const labels = useLabels();
  const view = useCurrentAttempt(snapshot.connect, 'checking');
  const leave = (): void => {
    bridge.dispatch({ type: 'connectEdited' });
    back();
  };
  useOverlay(leave);
  useLayoutEffect(() => {
    if (view.stage === 'consent') document.getElementById('do-not-connect')?.focus();
  }, [view.stage]);
  return (
    <main class="screen" data-opener={opener}>
      <ScreenHeader title={labels.certificate} back={leave} />
      <div class="middle pad">
        {view.stage === 'connected' ? (
          <ConnectedScreen view={view} snapshot={snapshot} done={leave} />
        ) : (
          <div class="form">
            {view.stage === 'checking' ? <p role="status">{labels.readingCertificate}</p> : null}
            <AttemptOutcome view={view} leave={leave} />
          </div>
        )}
      </div>
    </main>
  );
}
