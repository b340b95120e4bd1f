import type { Verdict } from '../../contract/snapshot.ts';
import { useLabels } from '../labels.ts';
import { IconButton } from './button.tsx';
import { Glyph } from './glyph.tsx';

/** The header of the list: one verdict, and the way to the settings. */
export function VerdictHeader({ verdict, openSettings }: { verdict: Verdict; openSettings: () => void }) {
  const { settings } = useLabels();
  return (
    <header class="top" data-tone={verdict.tone}>
      <span class="marked">
        <Glyph glyph={verdict.glyph} grid={24} label="mark" />
      </span>
      <div class="words" role="status">
        <h1 class="t-title">{verdict.title}</h1>
        <p class="soft num">
          <bdi>{verdict.detail}</bdi>
        </p>
      </div>
      <IconButton icon="settings" label={settings} does={openSettings} />
    </header>
  );
}

/** The header of every other view: the way back, and where one is. */
export function ViewHeader({ title, back }: { title: string; back: () => void }) {
  const labels = useLabels();
  return (
    <header class="top sub">
      <IconButton icon="back" label={labels.back} does={back} />
      <div class="words">
        <h1 class="t-title">{title}</h1>
      </div>
    </header>
  );
}
