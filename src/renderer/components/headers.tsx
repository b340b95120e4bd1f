import type { Headline } from '../../contract/snapshot.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { IconButton } from './button.tsx';
import { StatusGlyph } from './statusGlyph.tsx';

/** The header before there is a portal: the application's name. */
export function NameHeader({ openSettings }: { openSettings: () => void }) {
  const { application } = useLabels();
  return (
    <header class="header sub titled">
      <h1 class="words t-title">{application}</h1>
      <SettingsButton open={openSettings} />
    </header>
  );
}

/** The header of the list: one headline, spoken whenever it changes, and the way to the settings. */
export function HeadlineHeader({ headline, openSettings }: { headline: Headline; openSettings: () => void }) {
  return (
    <header class="header" data-tone={headline.tone}>
      <StatusGlyph glyph={headline.glyph} grid={24} label="headline-glyph" />
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

type ScreenHeaderParts = { title: string; detail?: string | null; back: () => void };

/** The header of every other screen: the way back, and where one is; `detail`: of what. */
export function ScreenHeader({ title, detail = null, back }: ScreenHeaderParts) {
  const labels = useLabels();
  return (
    <header class="header sub">
      <IconButton icon="back" label={labels.back} onClick={back} />
      <div class="words">
        <h1 class="t-title">{title}</h1>
        {detail === null ? null : (
          <p class="soft">
            <bdi>{detail}</bdi>
          </p>
        )}
      </div>
    </header>
  );
}

function SettingsButton({ open }: { open: () => void }) {
  const { settings } = useLabels();
  return <IconButton icon="settings" label={settings} id="settings" onClick={open} />;
}
