import { useEffect, useRef } from 'preact/hooks';
import type { ConnectView } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Checks } from '../part/checks.tsx';
import { Note } from '../part/note.tsx';
import { Switch } from '../part/switch.tsx';

/** It is connected: what is so, what to mind, and once the offer to start with the session. */
export function Connected({
  view,
  startAtLogin,
  done,
}: {
  view: ConnectView;
  startAtLogin: boolean;
  done: () => void;
}) {
  const labels = useLabels();
  const button = useRef<HTMLButtonElement>(null);
  const offered = useRef(view.offersStartAtLogin);
  useEffect(() => button.current?.focus(), []);
  return (
    <div class="form">
      {view.note === null ? null : <Note note={view.note} />}
      <Checks checks={view.checks} />
      {offered.current ? (
        <Switch
          label={labels.startAtLogin}
          on={startAtLogin}
          change={(on) => bridge.setStartAtLogin({ on })}
        />
      ) : null}
      <button class="button main tall" type="button" onClick={done} ref={button}>
        {labels.done}
      </button>
    </div>
  );
}
