import { useEffect } from 'preact/hooks';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from '../components/button.tsx';
import { StatusGlyph } from '../components/statusGlyph.tsx';

/** Instead of a white page: the window failed, the watching did not. */
export function FailedScreen({ reload }: { reload: () => void }) {
  const labels = useLabels();
  useEffect(() => document.getElementById('reload')?.focus(), []);
  return (
    <main class="screen">
      <div class="middle">
        <div class="welcome" data-tone="warn" role="alert">
          <StatusGlyph glyph={{ shape: 'attention' }} />
          <h1 class="t-title">{labels.errorTitle}</h1>
          <p>{labels.errorText}</p>
          <Button kind="main tall" id="reload" onClick={reload}>
            {labels.reload}
          </Button>
        </div>
      </div>
    </main>
  );
}
