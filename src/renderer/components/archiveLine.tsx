import type { PortalRow } from '../../contract/portalRow.ts';
import { useLabels } from '../hooks/useLabels.ts';
import { PortalActions, type PortalNavigation } from './portalActions.tsx';

type Parts = { row: PortalRow; navigation: PortalNavigation };

/** How a portal's archive is being saved, or what has become of it; with what can be done about it. */
export function ArchiveLine({ row, navigation }: Parts) {
  const labels = useLabels();
  const { saving, id } = row;
  if (saving === null) return null;
  const { tone, text, detail, next, percent, buttons } = saving;
  return (
    <div class="archive" data-tone={tone} data-opener={`history-${id}`}>
      <p class="spread">
        <span class="state-word">{text}</span>
        {detail === null || percent === null ? null : <span class="soft num">{detail}</span>}
      </p>
      {percent === null ? null : (
        <div
          class="bar"
          role="progressbar"
          aria-label={labels.savingProgress}
          aria-describedby={`portal-${id}`}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
          aria-valuetext={text}
        >
          <span style={{ inlineSize: `${percent}%` }} />
        </div>
      )}
      {(detail === null || percent !== null) && next === null ? null : (
        <p class="copyable">
          {percent === null ? detail : null} {next === null ? null : <span class="soft">{next}</span>}
        </p>
      )}
      {buttons.length === 0 ? null : (
        <div class="portal-buttons">
          <PortalActions row={{ ...row, buttons }} navigation={navigation} main="tint" />
        </div>
      )}
    </div>
  );
}
