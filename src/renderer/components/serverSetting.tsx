import type { PortalRow } from '../../contract/portalRow.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Switch } from './switch.tsx';

/** Whether the whole server is watched too, where that can be. */
export function ServerSetting({
  row: { id, wholeServer: server },
  about,
}: {
  row: PortalRow;
  about?: string;
}) {
  const { wholeServer } = useLabels();
  if (server === null) return null;
  return (
    <Switch
      label={wholeServer}
      note={server.note}
      on={server.on}
      change={(on) => bridge.dispatch({ type: 'watchServer', portal: id, on })}
      about={about}
    />
  );
}
