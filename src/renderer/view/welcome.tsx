import type { Note as NoteText } from '../../contract/snapshot.ts';
import { useLabels } from '../labels.ts';
import { AppIcon } from '../part/appIcon.tsx';
import { Button, IconButton } from '../part/button.tsx';
import { Note } from '../part/note.tsx';

/** The first start: what Keepwatch is for, and the one thing to do. */
export function Welcome({
  add,
  openSettings,
  strips,
}: {
  add: () => void;
  openSettings: () => void;
  strips: NoteText[];
}) {
  const labels = useLabels();
  return (
    <main class="view">
      <header class="top sub titled">
        <div class="words">
          <h1 class="t-title">{labels.application}</h1>
        </div>
        <IconButton icon="settings" label={labels.settings} does={openSettings} />
      </header>
      <div class="middle">
        {strips.map((note) => (
          <Note key={note.fact} note={note} strip />
        ))}
        <div class="welcome">
          <AppIcon />
          <h2 class="t-title">{labels.welcomeTitle}</h2>
          <p>{labels.welcomeText}</p>
          <p>{emphasised(labels.welcomeKey)}</p>
          <Button kind="main tall" icon="add" does={add}>
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
