import type { PortalRow } from '../../contract/portalRow.ts';
import { StatusGlyph } from './statusGlyph.tsx';
import { lazyComponent } from './lazyComponent.tsx';
import { Icon } from './icon.tsx';

/** Why it is so, and what to do; and what is to be known of its connection. */
export function Explanation({ row: { explanation, warning, encrypted } }: { row: PortalRow }) {
  return (
    <>
      {explanation === null ? null : (
        <p class="explanation copyable">
          <bdi>{explanation.reason}</bdi>{' '}
          {explanation.next === null ? null : <span class="soft">{explanation.next}</span>}
        </p>
      )}
      {warning === null ? null : (
        <p class="warning">
          <StatusGlyph glyph={{ shape: 'attention' }} label="icon" />
          {warning}
        </p>
      )}
      <QuietLine text={encrypted} />
    </>
  );
}

/** What is being started or stopped, and what came of it; heard by who cannot see it. */
export function ControlNote({ row: { control } }: { row: PortalRow }) {
  return (
    <p class="soft" role="status" hidden={control.note === null}>
      {control.note}
    </p>
  );
}

/** How its archive is being saved: rarely needed, loaded with the first one that is. */
export const LazyArchiveLine = lazyComponent(async () => (await import('./archiveLine.tsx')).ArchiveLine);

/** Until when the link works. */
export function LinkExpiry({ row: { expiry } }: { row: PortalRow }) {
  if (expiry === null) return null;
  return (
    <p class="expiry num">
      <Icon name="clock" />
      {expiry}
    </p>
  );
}

/** A fact in small print, where it is known: its last finished backup, or how the other of its two backups is. */
export function QuietLine({ text }: { text: string | null }) {
  return text === null ? null : <p class="t-small soft num">{text}</p>;
}
