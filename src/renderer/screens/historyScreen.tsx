import { useEffect, useState } from 'preact/hooks';
import type { HistoryView } from '../../contract/historyView.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { ScreenHeader } from '../components/headers.tsx';
import { Detail } from '../components/history/detail.tsx';
import { DurationPlot } from '../components/history/durationPlot.tsx';
import { RunTable } from '../components/history/runTable.tsx';
import { useLabels } from '../hooks/useLabels.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import '../styles/history.css';

type Parts = { snapshot: Snapshot; portal: string; opener: string; back: () => void };

/** The runs of one portal. They are sent for as long as this is open. */
export function HistoryScreen({ snapshot, portal, opener, back }: Parts) {
  const labels = useLabels();
  const [view, setView] = useState<HistoryView | null>(null);
  useOverlay(back);
  useEffect(() => {
    bridge.onHistory(setView);
    bridge.dispatch({ type: 'historyOpened', portal });
    return () => bridge.dispatch({ type: 'historyClosed' });
  }, [portal]);
  const name = snapshot.portals.find(({ id }) => id === portal)?.name ?? null;
  return (
    <main class="screen" data-opener={opener}>
      <ScreenHeader title={labels.history} detail={name} back={back} />
      <div class="middle pad">{view === null ? null : <Runs view={view} />}</div>
    </main>
  );
}

/** The newest one, how long the last ones took, all of them. */
function Runs({ view }: { view: HistoryView }) {
  return (
    <>
      {view.none === null ? null : (
        <div class="no-runs">
          <p class="t-name">{view.none.fact}</p>
          <p class="soft">{view.none.next}</p>
        </div>
      )}
      {view.latest === null ? null : (
        <section class="chart">
          <div class="spread">
            <h2>{view.latest.title}</h2>
            {view.latest.summary === null ? null : <span class="soft num">{view.latest.summary}</span>}
          </div>
          <Detail detail={view.latest.detail} />
        </section>
      )}
      {view.durations === null ? null : <DurationPlot chart={view.durations} />}
      <p class="soft run-note" role="status">
        {view.note}
      </p>
      {view.runs.length === 0 ? null : <RunTable view={view} />}
    </>
  );
}
