import { useLabels } from '../labels.ts';
import { Button } from '../part/button.tsx';
import { Glyph } from '../part/glyph.tsx';

/** Instead of a white page: the window failed, the watching did not. */
export function Failed({ retry }: { retry: () => void }) {
  const labels = useLabels();
  return (
    <main class="view">
      <div class="middle">
        <div class="welcome failed" data-tone="warn">
          <Glyph glyph={{ shape: 'attention' }} />
          <h1 class="t-title">{labels.errorTitle}</h1>
          <p>{labels.errorText}</p>
          <Button kind="main tall" does={retry}>
            {labels.reload}
          </Button>
        </div>
      </div>
    </main>
  );
}
