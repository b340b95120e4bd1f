import { useId, useState } from 'preact/hooks';
import type { PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Confirmation } from './confirmation.tsx';

/** What is asked in a portal's row before it is done. */
export type Asking = 'remove' | 'start' | 'stop';

type Parts = { row: PortalRow; asking: Asking; close: () => void };

/** The question that is open in a portal's row. */
export function PortalQuestion({ row, asking, close }: Parts) {
  const { start, stop } = row.control;
  if (asking === 'remove') return <RemoveQuestion row={row} close={close} />;
  if (asking === 'start') return start && <StartQuestion portal={row.id} start={start} close={close} />;
  return stop && <StopQuestion portal={row.id} stop={stop} close={close} />;
}

function RemoveQuestion({ row, close }: Omit<Parts, 'asking'>) {
  const labels = useLabels();
  return (
    <Confirmation
      question={row.removalQuestion}
      opener={`remove-${row.id}`}
      yes={{
        label: labels.remove,
        kind: 'danger',
        onClick: () => bridge.dispatch({ type: 'remove', portal: row.id }),
      }}
      no={{ label: labels.keep, onClick: close }}
    >
      <p class="soft">{labels.removalNext}</p>
    </Confirmation>
  );
}

type Start = NonNullable<PortalRow['control']['start']>;

function StartQuestion({ portal, start, close }: { portal: string; start: Start; close: () => void }) {
  const labels = useLabels();
  const [chosen, choose] = useState(0);
  const id = useId();
  const { question, note, choices } = start;
  const choice = choices[chosen];
  const begin = (): void => {
    if (choice === undefined) bridge.dispatch({ type: 'openPage', portal, backup: null });
    else bridge.dispatch({ type: 'startBackup', portal, scope: choice.scope, storage: choice.storage });
    close();
  };
  return (
    <Confirmation
      question={question}
      opener={`start-${portal}`}
      yes={{
        label: choice === undefined ? labels.openPage : labels.backUpNow,
        kind: 'main',
        onClick: begin,
      }}
      no={{ label: labels.cancel, onClick: close }}
    >
      <p class="setting">
        <label class="label" for={id}>
          {labels.backUpTo}
        </label>
        <select
          class="select"
          id={id}
          value={chosen}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        >
          {[...choices.map(({ label }) => label), labels.otherStorage].map((label, index) => (
            <option key={label} value={index}>
              {label}
            </option>
          ))}
        </select>
      </p>
      {note === null ? null : <p class="soft">{note}</p>}
    </Confirmation>
  );
}

type Stop = NonNullable<PortalRow['control']['stop']>;

function StopQuestion({ portal, stop, close }: { portal: string; stop: Stop; close: () => void }) {
  const labels = useLabels();
  const { question, note, backup } = stop;
  const end = (): void => {
    bridge.dispatch({ type: 'stopBackup', portal, backup });
    close();
  };
  return (
    <Confirmation
      question={question}
      opener={`stop-${portal}`}
      yes={{ label: labels.stopBackup, kind: 'danger', onClick: end }}
      no={{ label: labels.letRun, onClick: close }}
    >
      <p class="soft">{note}</p>
    </Confirmation>
  );
}
