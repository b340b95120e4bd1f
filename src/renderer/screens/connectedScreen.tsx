import { useLayoutEffect, useRef } from 'preact/hooks';
import type { ConnectView } from '../../contract/connectView.ts';
import type { Snapshot } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from '../components/button.tsx';
import { Checks } from '../components/checks.tsx';
import { BannerLine } from '../components/banners.tsx';
import { ServerSetting } from '../components/serverSetting.tsx';
import { Switch } from '../components/switch.tsx';

type Parts = { view: ConnectView; snapshot: Snapshot; done: () => void };

/** It is connected: what is so, what to mind, what else there is to watch, and once the offer to start with the session. */
export function ConnectedScreen({ view, snapshot: { portals, settings }, done }: Parts) {
  const labels = useLabels();
  // Taken up, it is offered no more; the switch stays to be seen, and to be turned back.
  const offered = useRef(view.offersStartAtLogin);
  const row = portals.find(({ id }) => id === view.connected);
  useLayoutEffect(() => document.getElementById('done')?.focus(), []);
  return (
    <div class="form">
      {view.note === null ? null : <BannerLine banner={view.note} />}
      <Checks checks={view.checks} />
      {row === undefined ? null : <ServerSetting row={row} />}
      {offered.current ? (
        <Switch
          label={labels.startAtLogin}
          on={settings.startAtLogin}
          change={(on) => bridge.setStartAtLogin({ on })}
        />
      ) : null}
      <Button kind="main tall" id="done" onClick={done}>
        {labels.done}
      </Button>
    </div>
  );
}
