import { useLayoutEffect } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { useFresh } from '../hooks/useFresh.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Choice } from '../components/choice.tsx';
import { ViewHeader } from '../components/header.tsx';
import { BannerLine } from '../components/note.tsx';
import { Shown } from '../components/shown.tsx';
import { ConnectedScreen } from './connected.tsx';

type Parts = { snapshot: Snapshot; opener: string; back: () => void };

/** The certificate that a portal shows now, and whether to go on with it. */
export function CertificateScreen({ snapshot, opener, back }: Parts) {
  const labels = useLabels();
  const view = useFresh(snapshot.connect, 'checking');
  const leave = (): void => {
    bridge.connectEdit();
    back();
  };
  useOverlay(leave);
  useLayoutEffect(() => {
    if (view.stage === 'consent') document.getElementById('do-not-connect')?.focus();
  }, [view.stage]);
  return (
    <main class="view" data-opener={opener}>
      <ViewHeader title={labels.certificate} back={leave} />
      <div class="middle pad">
        {view.stage === 'connected' ? (
          <ConnectedScreen view={view} snapshot={snapshot} done={leave} />
        ) : (
          <div class="form">
            {view.stage === 'checking' ? <p role="status">{labels.readingCertificate}</p> : null}
            {view.note === null ? null : <BannerLine note={view.note} alert />}
            {view.certificate === null ? null : <Shown certificate={view.certificate} />}
            {view.consent === null ? null : <Choice consent={view.consent} leave={leave} />}
          </div>
        )}
      </div>
    </main>
  );
}
