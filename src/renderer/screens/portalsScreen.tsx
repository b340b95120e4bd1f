import { useLayoutEffect, useState } from 'preact/hooks';
import type { Snapshot } from '../../contract/snapshot.ts';
import { restoreFocus } from '../hooks/focus.ts';
import type { Navigation } from '../hooks/useNavigation.ts';
import { bridge } from '../bridge.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { Button } from '../components/button.tsx';
import { HeadlineHeader } from '../components/headers.tsx';
import { Banners } from '../components/banners.tsx';
import { PortalListItem } from '../components/portalListItem.tsx';
import { LazyQuestion } from '../components/asking.ts';
import type { Asking } from '../components/portalQuestion.tsx';
import { PortalCard } from '../components/portalCard.tsx';
import { WelcomeScreen } from './welcomeScreen.tsx';

/** The list of portals: a verdict, its proof, and what can be done for all of them. */
export function PortalsScreen({ snapshot, navigation }: { snapshot: Snapshot; navigation: Navigation }) {
  const labels = useLabels();
  const { portals, banners, headline, paused } = snapshot;
  const add = (): void => navigation.connect(null);
  if (portals.length === 0)
    return <WelcomeScreen add={add} openSettings={navigation.openSettings} banners={banners} />;
  return (
    <main class="screen">
      <HeadlineHeader headline={headline} openSettings={navigation.openSettings} />
      <div class="middle">
        <Banners banners={banners} />
        <List portals={portals} navigation={navigation} />
      </div>
      <footer class="footer">
        <Button kind="plain" icon="add" id="add-portal" onClick={add}>
          {labels.addPortal}
        </Button>
        <Button
          kind={paused ? 'tint' : 'plain'}
          icon={paused ? 'resume' : 'pause'}
          onClick={() => bridge.dispatch(paused ? { type: 'resumed' } : { type: 'paused', until: Infinity })}
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
  const [asked, ask] = useState<{ portal: string; question: Asking } | null>(null);
  useLayoutEffect(restoreFocus);
  const askOf = (portal: string, question: Asking | null): void => {
    const show = (): void => ask(question === null ? null : { portal, question });
    // Until it is there, what was open stays; one that could not be loaded says so itself.
    LazyQuestion.load().then(show, show);
  };
  const alone = portals.length === 1;
  const Shape = alone ? PortalCard : PortalListItem;
  return (
    <ul aria-label={labels.portals} class={alone ? 'single-portal' : undefined}>
      {portals.map((row) => (
        <Shape
          key={row.id}
          row={row}
          navigation={{
            changeKey: () => navigation.connect(row.id),
            certificate: () => navigation.certificate(row.id),
            settings: navigation.openSettings,
            history: () => navigation.history(row.id),
          }}
          asking={asked?.portal === row.id ? asked.question : null}
          ask={(question) => askOf(row.id, question)}
        />
      ))}
    </ul>
  );
}
