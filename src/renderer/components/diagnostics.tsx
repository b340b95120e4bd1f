import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';

/** Saves what somebody who helps needs to know, as a file. */
export function Diagnostics() {
  const labels = useLabels();
  return (
    <div class="group">
      <div class="setting">
        <p class="label t-small soft" id="diagnostics-hint">
          {labels.diagnosticsHint}
        </p>
        <Button onClick={() => bridge.saveDiagnostics()} describedBy="diagnostics-hint">
          {labels.saveDiagnostics}
        </Button>
      </div>
    </div>
  );
}
