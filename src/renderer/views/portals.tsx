import { useLayoutEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { mendFocus } from '../hooks/focus.ts';
import type { Navigation } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../labels.ts';
import { Button } from '../components/button.tsx';
import { HeadlineHeader } from '../components/header.tsx';
import { Banners } from '../components/note.tsx';
import { PortalListRow } from '../components/portalRow.tsx';
import { PortalCard } from '../components/portalCard.tsx';
import { WelcomeScreen } from './welcome.tsx';

/** The list of portals: a verdict, its proof, and what can be done for all of them. */
export function PortalsScreen({ snapshot, navigation }: { snapshot: Snapshot; navigation: Navigation }) {
  const labels = useLabels();
  const { portals, banners, headline, paused } = snapshot;
  const add = (): void => navigation.connect(null);
  if (portals.length === 0)
    return <WelcomeScreen add={add} openSettings={navigation.openSettings} banners={banners} />;
  return (
    <main class="view">
      <HeadlineHeader headline={headline} openSettings={navigation.openSettings} />
      <div class="middle">
        <Banners notes={banners} />
        <List portals={portals} navigation={navigation} />
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

type Parts = { portals: Snapshot['portals']; navigation: Navigation };

function List({ portals, navigation }: Parts) {
  const labels = useLabels();
  const [asked, ask] = useState<string | null>(null);
  useLayoutEffect(mendFocus);
  const alone = portals.length === 1;
  const Shape = alone ? PortalCard : PortalListRow;
  return (
    <ul aria-label={labels.portals} class={alone ? 'alone' : undefined}>
      {portals.map((row) => (
        <Shape
          key={row.id}
          row={row}
          navigation={{
            changeKey: () => navigation.connect(row.id),
            certificate: () => navigation.certificate(row.id),
            settings: navigation.openSettings,
          }}
          asking={asked === row.id}
          ask={(open) => ask(open ? row.id : null)}
        />
      ))}
    </ul>
  );
}
