import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from './button.tsx';

/** The list of portals as a file, and what became of it. */
export function PortalListSetting({ note }: { note: string | null }) {
  const labels = useLabels();
  return (
    <fieldset class="group">
      <legend>{labels.portalList}</legend>
      <div class="setting">
        <p class="label t-small soft" id="list-hint">
          {labels.portalListHint}
        </p>
        <span class="setting-buttons">
          <Button onClick={() => bridge.exportPortals()} describedBy="list-hint">
            {labels.exportList}
          </Button>
          <Button onClick={() => bridge.importPortals()} describedBy="list-hint">
            {labels.importList}
          </Button>
        </span>
      </div>
      <p role="status">{note}</p>
    </fieldset>
  );
}
