import { useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from '../part/button.tsx';
import { VerdictHeader } from '../part/header.tsx';
import { Note } from '../part/note.tsx';
import { Row } from '../part/row.tsx';
import { Solo } from '../part/solo.tsx';
import { Welcome } from './welcome.tsx';

type Ways = { connect: (portal: string | null) => void; openSettings: () => void };

/** The list of portals: a verdict, its proof, and what can be done for all of them. */
export function Portals({ snapshot, connect, openSettings }: Ways & { snapshot: Snapshot }) {
  const labels = useLabels();
  const { portals, strips, verdict, paused } = snapshot;
  if (portals.length === 0)
    return <Welcome add={() => connect(null)} openSettings={openSettings} strips={strips} />;
  return (
    <main class="view">
      <VerdictHeader verdict={verdict} openSettings={openSettings} />
      <div class="middle">
        {strips.map((note) => (
          <Note key={note.fact} note={note} strip />
        ))}
        <List portals={portals} connect={connect} />
      </div>
      <footer class="foot">
        <Button kind="plain" icon="add" does={() => connect(null)}>
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

function List({ portals, connect }: { portals: Snapshot['portals']; connect: Ways['connect'] }) {
  const labels = useLabels();
  const [asked, setAsked] = useState<string | null>(null);
  const Shape = portals.length === 1 ? Solo : Row;
  const ask = (portal: string, open: boolean): void => {
    setAsked(open ? portal : null);
    bridge.hold({ held: open });
  };
  return (
    <ul aria-label={labels.portals} class={portals.length === 1 ? 'alone' : undefined}>
      {portals.map((row) => (
        <Shape
          key={row.id}
          row={row}
          changeKey={() => connect(row.id)}
          asking={asked === row.id}
          ask={(open) => ask(row.id, open)}
        />
      ))}
    </ul>
  );
}
