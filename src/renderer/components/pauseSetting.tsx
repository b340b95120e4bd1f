import type { Snapshot } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';

/** Pausing with and without an end; while paused, until when, and the way back. */
export function PauseSetting({ snapshot: { paused, headline, settings } }: { snapshot: Snapshot }) {
  const labels = useLabels();
  return (
    <div class="setting" role="group" aria-labelledby="pause" data-opener="pausing">
      <span class="label">
        <span id="pause">{paused ? headline.title : labels.pauseWatching}</span>
        {paused ? <span class="explained soft t-small num">{headline.detail}</span> : null}
      </span>
      <span class="setting-buttons">
        {paused ? (
          <Button id="pausing" onClick={() => bridge.dispatch({ type: 'resumed' })}>
            {labels.resumeWatching}
          </Button>
        ) : (
          <>
            <Button id="pausing" onClick={() => bridge.dispatch({ type: 'pausedBriefly' })}>
              {labels.pauseBriefly}
            </Button>
            <Button onClick={() => bridge.dispatch({ type: 'paused', until: settings.tomorrow })}>
              {labels.pauseTomorrow}
            </Button>
            <Button onClick={() => bridge.dispatch({ type: 'paused', until: Infinity })}>
              {labels.pauseOpen}
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
