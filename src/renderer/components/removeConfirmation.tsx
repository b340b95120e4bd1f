import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PortalRow } from '../../contract/snapshot.ts';
import { useOverlay } from '../hooks/useOverlay.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from './button.tsx';

/** The question before a portal is removed, in the row's own last line. The focus is on the safe answer. */
export function RemoveConfirmation({ row, keep }: { row: PortalRow; keep: () => void }) {
  const labels = useLabels();
  const question = useRef<HTMLDivElement>(null);
  useOverlay(keep);
  useLayoutEffect(() => question.current?.querySelector<HTMLElement>('.plain')?.focus(), []);
  return (
    <div class="ask" role="group" aria-label={row.removal} data-opener={`remove-${row.id}`} ref={question}>
      <p>
        <strong>{row.removal}</strong>
      </p>
      <p class="soft">{labels.removalNext}</p>
      <div class="deeds roomy">
        <Button kind="danger" does={() => bridge.remove({ portal: row.id })}>
          {labels.remove}
        </Button>
        <Button kind="plain" does={keep}>
          {labels.keep}
        </Button>
      </div>
    </div>
  );
}
