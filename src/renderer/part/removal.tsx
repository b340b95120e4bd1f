import { useEffect, useRef } from 'preact/hooks';
import type { PortalRow } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';

/** The question before a portal is removed, in the row's own last line. The focus is on the safe answer. */
export function Removal({ row, keep }: { row: PortalRow; keep: () => void }) {
  const labels = useLabels();
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    keep();
  };
  return (
    <div class="ask" role="group" aria-label={row.removal} onKeyDown={press}>
      <p>
        <strong>
          <bdi>{row.removal}</bdi>
        </strong>
      </p>
      <p class="soft">{labels.removalNext}</p>
      <div class="deeds roomy">
        <button class="button danger" type="button" onClick={() => bridge.remove({ portal: row.id })}>
          {labels.remove}
        </button>
        <button class="button plain" type="button" onClick={keep} ref={safe}>
          {labels.keep}
        </button>
      </div>
    </div>
  );
}
