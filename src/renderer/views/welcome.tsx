import type { Banner } from '../../contract/snapshot.ts';
import { useLabels } from '../labels.ts';
import { AppIcon } from '../components/appIcon.tsx';
import { Button } from '../components/button.tsx';
import { NameHeader } from '../components/header.tsx';
import { Banners } from '../components/note.tsx';

type Parts = { add: () => void; openSettings: () => void; banners: Banner[] };

/** The first start: what Keepwatch is for, and the one thing to do. */
export function WelcomeScreen({ add, openSettings, banners }: Parts) {
  const labels = useLabels();
  return (
    <main class="view">
      <NameHeader openSettings={openSettings} />
      <div class="middle">
        <Banners notes={banners} />
        <div class="welcome">
          <AppIcon />
          <h2 class="t-title">{labels.welcomeTitle}</h2>
          <p>{labels.welcomeText}</p>
          <p>{emphasised(labels.welcomeKey)}</p>
          <Button kind="main tall" icon="add" id="add-portal" does={add}>
            {labels.addPortal}
          </Button>
        </div>
      </div>
    </main>
  );
}

/** What a message puts between asterisks is said with weight. */
function emphasised(text: string) {
  return text.split('*').map((part, index) => (index % 2 === 1 ? <strong key={part}>{part}</strong> : part));
}
