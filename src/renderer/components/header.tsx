import type { Headline } from '../../contract/snapshot.ts';
import { useLabels } from '../labels.ts';
import { IconButton } from './button.tsx';
import { StatusGlyph } from './glyph.tsx';

/** The header before there is a portal: the application's name. */
export function NameHeader({ openSettings }: { openSettings: () => void }) {
  const { application } = useLabels();
  return (
    <header class="top sub titled">
      <h1 class="words t-title">{application}</h1>
      <SettingsButton open={openSettings} />
    </header>
  );
}

/** The header of the list: one headline, spoken whenever it changes, and the way to the settings. */
export function HeadlineHeader({ headline, openSettings }: { headline: Headline; openSettings: () => void }) {
  return (
    <header class="top" data-tone={headline.tone}>
      <span class="marked">
        <StatusGlyph glyph={headline.glyph} grid={24} label="mark" />
      </span>
      <div class="words">
        <div role="status">
          <h1 class="t-title">{headline.title}</h1>
        </div>
        <p class="soft num">{headline.detail}</p>
      </div>
      <SettingsButton open={openSettings} />
    </header>
  );
}

/** The header of every other view: the way back, and where one is. */
export function ViewHeader({ title, back }: { title: string; back: () => void }) {
  const labels = useLabels();
  return (
    <header class="top sub">
      <IconButton icon="back" label={labels.back} does={back} />
      <h1 class="words t-title">{title}</h1>
    </header>
  );
}

function SettingsButton({ open }: { open: () => void }) {
  const { settings } = useLabels();
  return <IconButton icon="settings" label={settings} id="settings" does={open} />;
}
