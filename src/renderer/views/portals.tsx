import { useLayoutEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { mendFocus } from '../hooks/focus.ts';
import type { Way } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from '../components/button.tsx';
import { VerdictHeader } from '../components/header.tsx';
import { Strips } from '../components/note.tsx';
import { Row } from '../components/portalRow.tsx';
import { Solo } from '../components/portalCard.tsx';
import { Welcome } from './welcome.tsx';

/** The list of portals: a verdict, its proof, and what can be done for all of them. */
export function Portals({ snapshot, way }: { snapshot: Snapshot; way: Way }) {
  const labels = useLabels();
  const { portals, strips, verdict, paused } = snapshot;
  const add = (): void => way.connect(null);
  if (portals.length === 0) return <Welcome add={add} openSettings={way.openSettings} strips={strips} />;
  return (
    <main class="view">
      <VerdictHeader verdict={verdict} openSettings={way.openSettings} />
      <div class="middle">
        <Strips notes={strips} />
        <List portals={portals} way={way} />
      </div>
      <footer class="foot">
        <Button kind="plain" icon="add" id="add-portal" does={add}>
          {labels.addPortal}
        </Button>
        <Button
          kind={paused ? 'tint' : 'plain'}
          icon={paused ? 'resume' : 'pause'}
          does={paused ? bridge.resume : bridge.pause}
        >
          {paused ? labels.resumeWatching : labels.pauseWatching}
        </Button>
      </footer>
    </main>
  );
}

type Parts = { portals: Snapshot['portals']; way: Way };

function List({ portals, way }: Parts) {
  const labels = useLabels();
  const [asked, ask] = useState<string | null>(null);
  useLayoutEffect(mendFocus);
  const alone = portals.length === 1;
  const Shape = alone ? Solo : Row;
  return (
    <ul aria-label={labels.portals} class={alone ? 'alone' : undefined}>
      {portals.map((row) => (
        <Shape
          key={row.id}
          row={row}
          ways={{
            changeKey: () => way.connect(row.id),
            certificate: () => way.certificate(row.id),
            settings: way.openSettings,
          }}
          asking={asked === row.id}
          ask={(open) => ask(open ? row.id : null)}
        />
      ))}
    </ul>
  );
}
