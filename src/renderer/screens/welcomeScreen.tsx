import type { Banner } from '../../contract/values.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { AppIcon } from '../components/appIcon.tsx';
import { Button } from '../components/button.tsx';
import { NameHeader } from '../components/headers.tsx';
import { Banners } from '../components/banners.tsx';

type Parts = { add: () => void; openSettings: () => void; banners: Banner[] };

/** The first start: what Keepwatch is for, and the one thing to do. */
export function WelcomeScreen({ add, openSettings, banners }: Parts) {
  const labels = useLabels();
  return (
    <main class="screen">
      <NameHeader openSettings={openSettings} />
      <div class="middle">
        <Banners banners={banners} />
        <div class="welcome">
          <AppIcon />
          <h2 class="t-title">{labels.welcomeTitle}</h2>
          <p>{labels.welcomeText}</p>
          <p>{emphasised(labels.welcomeKey)}</p>
          <Button kind="main tall" icon="add" id="add-portal" onClick={add}>
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
