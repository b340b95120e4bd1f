import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PortalRow } from '../../contract/portalRow.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';

/** The question before a portal is removed, in the row's own last line. The focus is on the safe answer. */
export function RemoveConfirmation({ row, keep }: { row: PortalRow; keep: () => void }) {
  const labels = useLabels();
  const question = useRef<HTMLDivElement>(null);
  useOverlay(keep);
  useLayoutEffect(() => question.current?.querySelector<HTMLElement>('.plain')?.focus(), []);
  return (
    <div
      class="remove-confirmation"
      role="group"
      aria-label={row.removalQuestion}
      data-opener={`remove-${row.id}`}
      ref={question}
    >
      <p>
        <strong>{row.removalQuestion}</strong>
      </p>
      <p class="soft">{labels.removalNext}</p>
      <div class="portal-buttons spaced">
        <Button kind="danger" onClick={() => bridge.dispatch({ type: 'remove', portal: row.id })}>
          {labels.remove}
        </Button>
        <Button kind="plain" onClick={keep}>
          {labels.keep}
        </Button>
      </div>
    </div>
  );
}
